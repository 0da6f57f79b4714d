using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Workspace.Load;

/// <summary>The demo's meeting in progress: its texts, and members to sign in as.</summary>
public sealed class DemoMeeting
{
    private const int MostPeople = 20;
    private readonly ServerUnderLoad server;
    private readonly List<DemoPerson> people = [];

    private DemoMeeting(ServerUnderLoad server) => this.server = server;

    public IReadOnlyList<long> TextIds { get; private set; } = [];

    /// <exception cref="InvalidOperationException">The demo is not on, or no meeting is in progress.</exception>
    public static async Task<DemoMeeting> JoinAsync(ServerUnderLoad server, int clients)
    {
        var meeting = new DemoMeeting(server);
        for (var n = 1; n <= Math.Min(clients, MostPeople); n++)
            meeting.people.Add(await DemoPerson.SignInAsync(server.Address, $"member-{n}"));
        meeting.TextIds = [.. (await FindAsync(meeting.people[0]))["agenda"]!.AsArray().Select(item => (long)item!["textId"]!)];
        return meeting;
    }

    /// <summary>The meeting in progress as somebody reads it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<JsonNode> FindAsync(DemoPerson reader)
    {
        var meetings = await reader.Http.GetFromJsonAsync<JsonNode>("/api/v1/meetings");
        var live = meetings!["items"]!.AsArray().FirstOrDefault(m => (string?)m!["state"] == "live")
            ?? throw new InvalidOperationException("The demo has no meeting in progress.");
        return (await reader.Http.GetFromJsonAsync<JsonNode>($"/api/v1/meetings/{live["id"]}"))!;
    }

    /// <summary>A line to the hub; people are taken in turn, so that several lines share one.</summary>
    public Task<HubLine> ConnectAsync(int number) => HubLine.ConnectAsync(server.Address, people[number % people.Count].Cookies);

    /// <summary>What the server has committed.</summary>
    public async Task<(long Version, string Text)> ReadAsync(long textId)
    {
        var text = await people[0].Http.GetFromJsonAsync<JsonNode>($"/api/v1/texts/{textId}");
        return ((long)text!["version"]!, (string)text["text"]!);
    }

    /// <summary>Asks for a page or an answer of the server, and reads all of it.</summary>
    /// <returns>How many bytes it was.</returns>
    public async Task<int> FetchAsync(string address) => (await people[0].Http.GetByteArrayAsync(address)).Length;
}
