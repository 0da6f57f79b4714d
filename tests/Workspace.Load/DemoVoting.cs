using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Workspace.Load;

/// <summary>Somebody present for a seat, who so may vote for it.</summary>
public sealed record DemoVoter(DemoPerson Person, long SeatId);

public sealed record DemoResult(string State, int For, int Against, int Abstained, string Verdict);

/// <summary>The demo's meeting in progress, its chair, and who may vote in it.</summary>
public sealed class DemoVoting : IDisposable
{
    private static readonly string[] Keys =
        ["verifier", .. Enumerable.Range(1, 22).Select(n => $"member-{n}"), .. Enumerable.Range(1, 4).Select(n => $"alternate-{n}")];

    private readonly DemoPerson chair;
    private readonly long itemId;
    private readonly List<DemoPerson> people;

    private DemoVoting(DemoPerson chair, List<DemoPerson> people, JsonNode meeting, List<DemoVoter> voters)
    {
        (this.chair, this.people, Voters) = (chair, people, voters);
        MeetingId = (long)meeting["id"]!;
        itemId = (long)meeting["currentItemId"]!;
    }

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
                voters.Add(new(person, seat));
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
        var counts = vote!["counts"];
        return new(
            (string)vote["state"]!, (int?)counts?["for"] ?? 0, (int?)counts?["against"] ?? 0, (int?)counts?["abstain"] ?? 0, (string?)vote["verdict"]?["text"] ?? "");
    }

    public void Dispose() => people.ForEach(person => person.Dispose());

    private static async Task MustBeDoneAsync(HttpResponseMessage answer, string what)
    {
        if (!answer.IsSuccessStatusCode)
            throw new LoadFailure($"{what} the vote was answered by {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
