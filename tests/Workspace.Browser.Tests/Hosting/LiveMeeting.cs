using System.Net.Http.Json;
using System.Text.Json;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>The demo's meeting in progress, as the API tells of it.</summary>
public sealed class LiveMeeting
{
    private readonly HttpClient http;

    private LiveMeeting(HttpClient http, long id, IReadOnlyList<long> textIds) => (this.http, Id, TextIds) = (http, id, textIds);

    public long Id { get; }

    /// <summary>Texts of the agenda items, in order.</summary>
    public IReadOnlyList<long> TextIds { get; }

    public static async Task<LiveMeeting> FindAsync(ServerProcess server)
    {
        var http = new HttpClient { BaseAddress = new(server.Url) };
        await http.GetAsync("/account/demo/secretary");
        var meetings = await http.GetFromJsonAsync<JsonElement>("/api/v1/meetings");
        var id = meetings.GetProperty("items").EnumerateArray().First(m => m.GetProperty("state").GetString() == "live").GetProperty("id").GetInt64();
        var meeting = await http.GetFromJsonAsync<JsonElement>($"/api/v1/meetings/{id}");
        return new(http, id, [.. meeting.GetProperty("agenda").EnumerateArray().Select(item => item.GetProperty("textId").GetInt64())]);
    }

    public async Task<string> TextAsync(long textId) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/v1/texts/{textId}")).GetProperty("text").GetString()!;

    /// <summary>The last item's text, which is still empty.</summary>
    public async Task<long> EmptyTextAsync()
    {
        foreach (var textId in TextIds.Reverse())
        {
            if (await TextAsync(textId) == "")
                return textId;
        }
        throw new InvalidOperationException("The demo's meeting has no item without text.");
    }
}
