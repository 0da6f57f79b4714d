using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Workspace.Load;

/// <summary>The demo's meeting in progress: its texts, and members to sign in as.</summary>
public sealed class DemoMeeting
{
    private const int MostPeople = 20;
    private readonly ServerUnderLoad server;
    private readonly List<CookieContainer> people = [];

    private DemoMeeting(ServerUnderLoad server) => this.server = server;

    public IReadOnlyList<long> TextIds { get; private set; } = [];

    /// <exception cref="InvalidOperationException">The demo is not on, or no meeting is in progress.</exception>
    public static async Task<DemoMeeting> JoinAsync(ServerUnderLoad server, int clients)
    {
        var meeting = new DemoMeeting(server);
        for (var n = 1; n <= Math.Min(clients, MostPeople); n++)
            meeting.people.Add(await meeting.SignInAsync($"member-{n}"));
        await meeting.FindTextsAsync();
        return meeting;
    }

    /// <summary>A line to the hub; people are taken in turn, so that several lines share one.</summary>
    public Task<HubLine> ConnectAsync(int number) => HubLine.ConnectAsync(server.Address, people[number % people.Count]);

    /// <summary>What the server has committed.</summary>
    public async Task<(long Version, string Text)> ReadAsync(long textId)
    {
        using var client = Client(people[0]);
        var text = await client.GetFromJsonAsync<JsonNode>($"/api/v1/texts/{textId}");
        return ((long)text!["version"]!, (string)text["text"]!);
    }

    /// <summary>Asks for a page or an answer of the server, and reads all of it.</summary>
    /// <returns>How many bytes it was.</returns>
    public async Task<int> FetchAsync(string address)
    {
        using var client = Client(people[0]);
        return (await client.GetByteArrayAsync(address)).Length;
    }

    private async Task FindTextsAsync()
    {
        using var client = Client(people[0]);
        var meetings = await client.GetFromJsonAsync<JsonNode>("/api/v1/meetings");
        var live = meetings!["items"]!.AsArray().FirstOrDefault(m => (string?)m!["state"] == "live")
            ?? throw new InvalidOperationException("The demo has no meeting in progress.");
        var meeting = await client.GetFromJsonAsync<JsonNode>($"/api/v1/meetings/{live["id"]}");
        TextIds = [.. meeting!["agenda"]!.AsArray().Select(item => (long)item!["textId"]!)];
    }

    private async Task<CookieContainer> SignInAsync(string key)
    {
        var cookies = new CookieContainer();
        using var client = Client(cookies);
        using var answer = await client.GetAsync($"/account/demo/{key}");
        return answer.StatusCode == HttpStatusCode.Redirect
            ? cookies
            : throw new InvalidOperationException($"Signing in as {key} was answered by {(int)answer.StatusCode}; the demo must be on.");
    }

    private HttpClient Client(CookieContainer cookies) =>
        new(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server.Address };
}
