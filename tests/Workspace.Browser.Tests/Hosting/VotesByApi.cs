using System.Net.Http.Json;
using System.Text.Json;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>Votes of the demo's meeting in progress, as other programs hold them; for what a test only needs to be there.</summary>
internal static class VotesByApi
{
    public static async Task<long> PrepareVoteAsync(this DemoServer site, string number, string question, string kind = "public")
    {
        using var chair = await site.SignInAsync("chair");
        var answer = await chair.PostAsJsonAsync($"/api/v1/meetings/{site.LiveId}/votes", new { agendaItemId = await site.ItemIdAsync(number), question, kind });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    public static async Task<long> OpenVoteAsync(this DemoServer site, string number, string question, string kind = "public")
    {
        var vote = await site.PrepareVoteAsync(number, question, kind);
        await site.StepVoteAsync(vote, "open");
        return vote;
    }

    public static Task CloseVoteAsync(this DemoServer site, long vote) => site.StepVoteAsync(vote, "close");

    /// <summary>For the first seat for which the person may vote.</summary>
    public static async Task CastAsync(this DemoServer site, string person, long vote, string choice)
    {
        using var http = await site.SignInAsync(person);
        var seat = (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("seats")[0].GetProperty("id").GetInt64();
        (await http.PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice })).EnsureSuccessStatusCode();
    }

    public static async Task<long> ItemIdAsync(this DemoServer site, string number)
    {
        using var http = await site.SignInAsync("chair");
        var meeting = await http.GetFromJsonAsync<JsonElement>($"/api/v1/meetings/{site.LiveId}");
        return meeting.GetProperty("agenda").EnumerateArray().Single(i => i.GetProperty("number").GetString() == number).GetProperty("id").GetInt64();
    }

    private static async Task StepVoteAsync(this DemoServer site, long vote, string step)
    {
        using var chair = await site.SignInAsync("chair");
        (await chair.PostAsJsonAsync($"/api/v1/votes/{vote}/{step}", new { })).EnsureSuccessStatusCode();
    }
}
