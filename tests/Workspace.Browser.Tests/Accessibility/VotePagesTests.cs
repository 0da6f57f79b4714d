using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Accessibility;

/// <summary>
/// The vote in its states, which need others before them: axe finds nothing, light and dark, in both languages, and on a
/// phone nothing scrolls sideways.
/// </summary>
public sealed class VotePagesTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private readonly List<string> found = [];

    private string RoomAddress => $"/meetings/{site.LiveId}";

    private string Screen => $"/meetings/{site.LiveId}/projector";

    [Fact]
    public async Task RunningVoteAndItsResult_OnEveryScreen_AreClean()
    {
        var vote = await site.OpenVoteAsync("3", "Schvaluje skupina předložené znění s úpravami, které na jednání přednesli zástupci obcí?");
        var chair = await browsers.OpenAsync(site.Server, "chair");
        var member = await browsers.OpenAsync(site.Server, "member-1");
        var alternate = await browsers.OpenAsync(site.Server, "alternate-2");
        var paper = "[data-vote-choice]:visible";
        await LookAsync(chair, RoomAddress, "chair's console", ".vote-lead");
        await LookAsync(member, RoomAddress, "member's room", paper);
        await LookAsync(member, "/", "member's card", paper);
        await LookAsync(alternate, "/", "alternate's card", ".stands-in:visible");
        await LookAsync(member, Screen, "shared screen", "progress");
        await LookAsync(member, $"/votes/{vote}", "page of the running vote", ".notice");

        await site.CastAsync("member-1", vote, "for");
        await LookAsync(member, "/", "stored ballot", "[data-vote-choice][aria-pressed=true]:visible");
        await site.CloseVoteAsync(vote);
        await LookAsync(chair, RoomAddress, "closed, not announced", ".votes-panel .result");
        await LookAsync(member, RoomAddress, "result in the room", ".votes-panel .result");
        await LookAsync(member, Screen, "result on the shared screen", ".screen-result");
        await LookAsync(chair, $"/votes/{vote}", "page of the closed vote", ".result");
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task ResultThatComesToACard_IsClean()
    {
        var member = await browsers.OpenAsync(site.Server, "member-2");
        await member.OpenAsync(site.Url);
        var vote = await site.OpenVoteAsync("4", "Přijme skupina zprávu obcí?");
        await Expect(member.Locator("[data-vote-choice]").First).ToBeVisibleAsync(Visibly);
        await site.CloseVoteAsync(vote);
        await Expect(member.Locator(".vote-cards .result")).ToBeVisibleAsync(Visibly);
        found.AddRange(await member.FindInBothThemesAsync("card with a result"));
        await member.SetViewportSizeAsync(360, 740);
        await FitsAsync(member, "card with a result");
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task SecretVote_WithItsReceipts_IsClean()
    {
        var member = new Voting(await browsers.OpenAsync(site.Server, "member-6"));
        await member.Page.OpenAsync(site.Url);
        var vote = await site.OpenVoteAsync("5", "Kdo bude skupinu zastupovat?", "secret");
        await member.Choice("PRO").ClickAsync();
        await Expect(member.Paper.Locator(".receipt")).ToBeVisibleAsync(Visibly);
        found.AddRange(await member.Page.FindInBothThemesAsync("receipt"));
        foreach (var other in new[] { "member-1", "member-2", "member-4" })
            await site.CastAsync(other, vote, "against");
        await site.CloseVoteAsync(vote);
        await LookAsync(member.Page, $"/votes/{vote}", "page of a secret vote", ".receipts");
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task ConsoleByNameAndByCount_AndACorrection_AreClean()
    {
        var chair = new Voting((await Room.EnterAsync(browsers, site, "chair", site.LiveId)).Page);
        await chair.OpenAsync("Schválení programu", () => chair.Page.GetByLabel("Jak se hlasuje").SelectOptionAsync(new SelectOptionValue { Label = "zvednutím ruky jmenovitě" }));
        await chair.Lead.GetByRole(AriaRole.Button, new() { Name = "Všichni pro" }).ClickAsync();
        await Expect(chair.Lead.Locator("[aria-pressed=true]").First).ToBeVisibleAsync(Visibly);
        await LookAsync(chair.Page, RoomAddress, "by name", ".hands");
        await chair.CloseAsync();
        await chair.AnnounceAsync();
        var vote = await chair.Page.GetByRole(AriaRole.Link, new() { Name = "Schvaluje pracovní skupina navržený program jednání?" }).First.GetAttributeAsync("href");
        await LookAsync(chair.Page, vote!, "correction form", ".correction-form", page => page.Locator(".vote-page button.btn").First.ClickAsync());
        await chair.Page.Locator(".correction-form select").First.SelectOptionAsync("Against");
        await chair.Page.GetByLabel("Důvod opravy").FillAsync("Zapsáno na špatný řádek.");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Zapsat opravu" }).ClickAsync();
        await Expect(chair.Page.Locator(".correction")).ToBeVisibleAsync(Visibly);
        await LookAsync(chair.Page, vote!, "corrected vote", ".correction");

        await chair.Page.OpenAsync(site.Url + RoomAddress);
        await chair.OpenAsync("Schválení programu", () => chair.Page.GetByLabel("Jak se hlasuje").SelectOptionAsync(new SelectOptionValue { Label = "zvednutím ruky, sečtou se počty" }));
        await LookAsync(chair.Page, RoomAddress, "count fields", ".count-fields");
        await chair.Lead.GetByRole(AriaRole.Button, new() { Name = "Vzít zahájení zpět" }).ClickAsync();
        await Expect(chair.Lead).ToHaveCountAsync(0, new() { Timeout = PageWaiting.Patience });
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    /// <summary>Looks at it in English and in Czech, in which it is left, on a wide screen and on a phone.</summary>
    private async Task LookAsync(IPage page, string address, string label, string shown, Func<IPage, Task>? open = null)
    {
        foreach (var culture in new[] { "en", "cs" })
        {
            await page.GotoAsync($"{site.Url}/account/language/{culture}?back={Uri.EscapeDataString(address)}");
            await page.RunsAsync();
            if (open is not null)
                await open(page);
            await Expect(page.Locator(shown).First).ToBeVisibleAsync(Visibly);
            found.AddRange(await page.FindInBothThemesAsync($"{label} {culture}"));
            await page.SetViewportSizeAsync(360, 740);
            await FitsAsync(page, $"{label} {culture}");
            var now = page.GetByRole(AriaRole.Tablist).GetByRole(AriaRole.Tab).Nth(2);
            if (await now.CountAsync() > 0)
            {
                await now.FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await Expect(now).ToHaveAttributeAsync("aria-selected", "true", new() { Timeout = PageWaiting.Patience });
                await FitsAsync(page, $"{label} {culture}, now");
            }
            await page.SetViewportSizeAsync(1440, 900);
        }
    }

    private async Task FitsAsync(IPage page, string label)
    {
        var widest = await page.WidestAsync();
        if (widest != "")
            found.Add($"{label}: {widest}");
    }
}
