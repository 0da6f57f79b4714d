using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using Workspace.Web.Texts;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Votes;

/// <summary>A guest watches a vote and takes no part in it, by no path.</summary>
public sealed class GuestVotingTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Guest = "guest-1";
    private static readonly string[] Acts = ["PRO", "PROTI", "ZDRŽUJI SE", "Odevzdat hlas", "Mám střet zájmů", "Ukončit hlasování", "Zahájit", "Nové hlasování", "Vzít zahájení zpět", "Prohlásit za zmatečné…"];

    [Fact]
    public async Task Pages_ShowAGuestTheVote_AndNothingToVoteOrLeadWith()
    {
        const string Question = "Smí host hlasovat?";
        var vote = await site.OpenVoteAsync("7", Question);
        var guest = await Room.EnterAsync(browsers, site, Guest, site.LiveId);
        await Expect(guest.Page.GetByRole(AriaRole.Region, new() { Name = Question })).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await SeesNoActAsync(guest.Page);

        foreach (var address in new[] { "/", $"/meetings/{site.LiveId}/votes", $"/votes/{vote}" })
        {
            await guest.Page.OpenAsync(site.Url + address);
            await SeesNoActAsync(guest.Page);
        }
        // A member at the same address has the card, so that its absence is the guest's.
        var member = new Voting(await browsers.SignInAsync(site.Server, "member-2"));
        await member.Page.OpenAsync(site.Url);
        await Expect(member.Paper).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await guest.Page.OpenAsync(site.Url);
        await guest.Page.Keyboard.PressAsync("Alt+h");
        await SeesNoActAsync(guest.Page);

        await site.CloseVoteAsync(vote);
        await guest.Page.OpenAsync($"{site.Url}/votes/{vote}");
        await Expect(guest.Page.GetByText("Hlasování č.").First).ToBeVisibleAsync();
        await Expect(guest.Page.GetByRole(AriaRole.Button, new() { Name = "Opravit…" })).ToHaveCountAsync(0);
        await SeesNoActAsync(guest.Page);
    }

    [Fact]
    public async Task Api_RefusesAGuest_AndNothingChanges()
    {
        var prepared = await site.PrepareVoteAsync("7", "Smí host zahájit?");
        var open = await site.OpenVoteAsync("7", "Smí host ukončit?");
        using var member = await site.SignInAsync("member-1");
        var seat = (await member.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("seats")[0].GetProperty("id").GetInt64();
        using var guest = await site.SignInAsync(Guest);
        Assert.Equal(0, (await guest.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("seats").GetArrayLength());

        var item = await site.ItemIdAsync("7");
        await RefusedAsync(await guest.PostAsJsonAsync($"/api/v1/meetings/{site.LiveId}/votes", new { agendaItemId = item, question = "Návrh hosta?", kind = "public" }), HttpStatusCode.Forbidden);
        await RefusedAsync(await guest.PostAsJsonAsync($"/api/v1/votes/{prepared}/open", new { }), HttpStatusCode.Forbidden);
        await RefusedAsync(await guest.PostAsJsonAsync($"/api/v1/votes/{open}/close", new { }), HttpStatusCode.Forbidden);
        foreach (var choice in new[] { "for", "against", "abstain" })
            await RefusedAsync(await guest.PostAsJsonAsync($"/api/v1/votes/{open}/ballots", new { seatId = seat, choice }), HttpStatusCode.Conflict);
        await RefusedAsync(await guest.PostAsJsonAsync($"/api/v1/votes/{open}/ballots", new { seatId = 0, choice = "for" }), HttpStatusCode.Conflict);

        Assert.Equal("prepared", await StateAsync(prepared));
        Assert.Equal("open", await StateAsync(open));
        await site.CloseVoteAsync(open);
        var counts = (await guest.GetFromJsonAsync<JsonElement>($"/api/v1/votes/{open}")).GetProperty("counts");
        Assert.Equal(0, counts.GetProperty("for").GetInt32() + counts.GetProperty("against").GetInt32() + counts.GetProperty("abstain").GetInt32());
        var meeting = await guest.GetStringAsync($"/api/v1/meetings/{site.LiveId}");
        Assert.DoesNotContain("Návrh hosta?", meeting);

        async Task<string?> StateAsync(long vote) => (await guest.GetFromJsonAsync<JsonElement>($"/api/v1/votes/{vote}")).GetProperty("state").GetString();
    }

    [Fact]
    public void Hub_CarriesTextsOnly()
    {
        var methods = typeof(TextHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.Name.StartsWith("On", StringComparison.Ordinal));
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.DoesNotMatch("(?i)vote|ballot|cast|hand|announce|recus|prepare", method.Name));
        var hubs = typeof(TextHub).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Microsoft.AspNetCore.SignalR.Hub)) && !t.IsAbstract);
        Assert.Equal([typeof(TextHub)], hubs);
    }

    private static async Task SeesNoActAsync(IPage page)
    {
        foreach (var act in Acts)
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true })).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-vote-choice]")).ToHaveCountAsync(0);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
