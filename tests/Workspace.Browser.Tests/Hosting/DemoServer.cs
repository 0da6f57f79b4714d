using System.Net.Http.Json;
using System.Text.Json;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>One running demo for all tests of a class, with the addresses of what it holds.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    public ServerProcess Server { get; private set; } = null!;

    public string Url => Server.Url;

    public long GroupId { get; private set; }

    /// <summary>The chair's.</summary>
    public long SeatId { get; private set; }

    /// <summary>The chair.</summary>
    public long PersonId { get; private set; }

    public long LiveId { get; private set; }

    public long PlannedId { get; private set; }

    public long ClosedId { get; private set; }

    /// <summary>The text of an item of the closed meeting.</summary>
    public long WrittenTextId { get; private set; }

    /// <summary>A vote of the meeting in progress that is counted and announced.</summary>
    public long VoteId { get; private set; }

    public async Task InitializeAsync()
    {
        Server = await ServerProcess.StartNewAsync();
        using var http = await SignInAsync("chair");
        var me = await http.GetFromJsonAsync<JsonElement>("/api/v1/me");
        PersonId = me.GetProperty("id").GetInt64();
        SeatId = me.GetProperty("seats")[0].GetProperty("id").GetInt64();
        GroupId = me.GetProperty("seats")[0].GetProperty("groupId").GetInt64();
        var meetings = (await http.GetFromJsonAsync<JsonElement>("/api/v1/meetings")).GetProperty("items").EnumerateArray().ToArray();
        LiveId = InState("live");
        PlannedId = InState("planned");
        ClosedId = InState("closed");
        var closed = await http.GetFromJsonAsync<JsonElement>($"/api/v1/meetings/{ClosedId}");
        WrittenTextId = closed.GetProperty("agenda")[2].GetProperty("textId").GetInt64();
        var live = await http.GetFromJsonAsync<JsonElement>($"/api/v1/meetings/{LiveId}");
        VoteId = live.GetProperty("votes").EnumerateArray().First(v => v.GetProperty("state").GetString() == "closed").GetProperty("id").GetInt64();

        long InState(string state) => meetings.First(m => m.GetProperty("state").GetString() == state).GetProperty("id").GetInt64();
    }

    public async Task DisposeAsync()
    {
        // Where it did not start, that is the failure to be read, and nothing is left to end.
        if (Server is not null)
            await Server.DisposeAsync();
    }

    /// <summary>A client that is signed in as one of the demo's people.</summary>
    public async Task<HttpClient> SignInAsync(string key)
    {
        var http = new HttpClient { BaseAddress = new(Url) };
        await http.GetAsync($"/account/demo/{key}");
        return http;
    }

    /// <summary>The committed text of the agenda item with that number.</summary>
    public async Task<string> TextAsync(long meetingId, string number)
    {
        using var http = await SignInAsync("secretary");
        var meeting = await http.GetFromJsonAsync<JsonElement>($"/api/v1/meetings/{meetingId}");
        var textId = meeting.GetProperty("agenda").EnumerateArray().Single(item => item.GetProperty("number").GetString() == number).GetProperty("textId").GetInt64();
        return (await http.GetFromJsonAsync<JsonElement>($"/api/v1/texts/{textId}")).GetProperty("text").GetString()!;
    }
}
