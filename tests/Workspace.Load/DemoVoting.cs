using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workspace.Load;

/// <summary>Somebody present for a seat, who so may vote for it.</summary>
public sealed record DemoVoter(DemoPerson Person, string Name, long SeatId);

/// <param name="State">As the API names it.</param>
/// <param name="Counts">Number of ballots by choice.</param>
/// <param name="Verdict">Its sentence; empty while the vote is open.</param>
public sealed record DemoResult(string State, IReadOnlyDictionary<string, int> Counts, string Verdict);

/// <summary>The demo's meeting in progress, its chair, and who may vote in it.</summary>
public sealed partial class DemoVoting : IDisposable
{
    private static readonly string[] Keys =
        ["verifier", .. Enumerable.Range(1, 22).Select(n => $"member-{n}"), .. Enumerable.Range(1, 4).Select(n => $"alternate-{n}")];

    private static readonly string[] Words = ["pro", "proti", "zdržel(a) se"];

    private readonly DemoPerson chair;
    private readonly long itemId;
    private readonly List<DemoPerson> people;

    private DemoVoting(DemoPerson chair, List<DemoPerson> people, JsonNode meeting, List<DemoVoter> voters)
    {
        (this.chair, this.people, Voters) = (chair, people, voters);
        MeetingId = (long)meeting["id"]!;
        itemId = (long)meeting["currentItemId"]!;
    }

    public static IReadOnlyList<string> Choices { get; } = ["for", "against", "abstain"];

    public long MeetingId { get; }

    public IReadOnlyList<DemoVoter> Voters { get; }

    public static async Task<DemoVoting> JoinAsync(ServerUnderLoad server)
    {
        var chair = await DemoPerson.SignInAsync(server.Address, "chair");
        var meeting = await DemoMeeting.FindAsync(chair);
        var seats = meeting["attendance"]!.AsArray()
            .Where(r => r!["seatId"] is not null && (string?)r["state"] is "present" or "online")
            .ToDictionary(r => (long)r!["personId"]!, r => (long)r!["seatId"]!);
        var people = new List<DemoPerson> { chair };
        foreach (var key in Keys)
            people.Add(await DemoPerson.SignInAsync(server.Address, key));
        var voters = new List<DemoVoter>();
        foreach (var person in people)
        {
            var me = await person.Http.GetFromJsonAsync<JsonNode>("/api/v1/me");
            if (seats.TryGetValue((long)me!["id"]!, out var seat))
                voters.Add(new(person, (string)me["name"]!, seat));
        }
        return new(chair, people, meeting, voters);
    }

    public async Task<long> PrepareAsync(string question)
    {
        using var answer = await chair.Http.PostAsJsonAsync($"/api/v1/meetings/{MeetingId}/votes", new { agendaItemId = itemId, question, kind = "public" });
        await MustBeDoneAsync(answer, "Preparing");
        return (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    public async Task OpenAsync(long voteId)
    {
        using var answer = await chair.Http.PostAsJsonAsync($"/api/v1/votes/{voteId}/open", new { });
        await MustBeDoneAsync(answer, "Opening");
    }

    public async Task CloseAsync(long voteId)
    {
        using var answer = await chair.Http.PostAsJsonAsync($"/api/v1/votes/{voteId}/close", new { });
        await MustBeDoneAsync(answer, "Closing");
    }

    /// <returns>Null where it is stored; otherwise the code of the refusal.</returns>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public static async Task<string?> CastAsync(DemoVoter voter, long voteId, string choice)
    {
        using var answer = await voter.Person.Http.PostAsJsonAsync($"/api/v1/votes/{voteId}/ballots", new { seatId = voter.SeatId, choice });
        if (answer.IsSuccessStatusCode)
            return null;
        var text = await answer.Content.ReadAsStringAsync();
        return text.StartsWith('{') && (string?)JsonNode.Parse(text)!["code"] is { } code ? code : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    public async Task<DemoResult> ReadAsync(long voteId)
    {
        var vote = await chair.Http.GetFromJsonAsync<JsonNode>($"/api/v1/votes/{voteId}");
        return new(
            (string)vote!["state"]!,
            Choices.ToDictionary(choice => choice, choice => (int?)vote["counts"]?[choice] ?? 0),
            (string?)vote["verdict"]?["text"] ?? "");
    }

    /// <summary>The record by name as the page of a closed vote shows it: the choice of each voter, none where there is no ballot.</summary>
    public async Task<IReadOnlyDictionary<DemoVoter, string>> ReadRecordAsync(long voteId)
    {
        var page = WebUtility.HtmlDecode(await chair.Http.GetStringAsync($"/votes/{voteId}"));
        var lines = Line().Matches(page).ToLookup(line => line.Groups[1].Value, line => line.Groups[2].Value);
        return Voters
            .Select(voter => (voter, Choice: Array.IndexOf(Words, lines[voter.Name].Single())))
            .Where(said => said.Choice >= 0)
            .ToDictionary(said => said.voter, said => Choices[said.Choice]);
    }

    public void Dispose() => people.ForEach(person => person.Dispose());

    [GeneratedRegex("<tr><td>([^<]*)</td><td>[^<]*</td><td>([^<]*)</td></tr>")]
    private static partial Regex Line();

    private static async Task MustBeDoneAsync(HttpResponseMessage answer, string what)
    {
        if (!answer.IsSuccessStatusCode)
            throw new LoadFailure($"{what} the vote was answered by {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
