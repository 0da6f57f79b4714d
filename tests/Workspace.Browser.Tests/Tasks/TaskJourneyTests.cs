using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Tasks;

/// <summary>Tasks from the minutes, from a comment and from the plan: their owners see them come and do them, and who gave them sees that.</summary>
public sealed class TaskJourneyTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Give = "Zadat úkol", Done = "Označit jako splněný";

    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToContainTextOptions Reads = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToBeInViewportOptions InView = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task FromTheMinutes_ItsOwnerDoesIt_AndTheRoomShowsIt()
    {
        const string what = "Zjistit, kolik bytů po opravě zůstává prázdných.";
        var owner = await OpenHomeAsync("member-14");
        var secretary = await Room.EnterAsync(browsers, site, "secretary", site.LiveId);
        var panel = secretary.Page.Locator(".meeting-tasks");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Zadat úkol k bodu" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = Give, Exact = true }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Napište, co se má udělat.", new() { Timeout = PageWaiting.Patience });
        await FillAsync(secretary.Page, "meeting-task", what, "Jiří Hladík");
        await panel.GetByRole(AriaRole.Button, new() { Name = Give, Exact = true }).ClickAsync();
        await Expect(panel.GetByText("Úkol je zadán a stojí v zápisu")).ToBeVisibleAsync(Visibly);
        var inText = secretary.Page.Locator(".text-host .block-task").Filter(new() { HasText = what });
        await Expect(inText).ToHaveCountAsync(1, new() { Timeout = PageWaiting.Patience });

        await DoAsync(owner, what, "Je jich jedenáct.");
        await Expect(panel.Locator(".task-item").Filter(new() { HasText = what.TrimEnd('.') })).ToContainTextAsync("splněn", Reads);
        await Expect(secretary.Page.Locator(".text-host").Filter(new() { HasText = what })).ToContainTextAsync("Stav: splněn", Reads);
    }

    [Fact]
    public async Task FromAComment_ItLeadsToTheComment_AndWhoGaveItSeesItDone()
    {
        const string comment = "Na schůzku přizvat i úřad práce";
        // Low enough that the comments of an item are out of sight at first.
        var owner = await OpenHomeAsync("member-18", new() { ViewportSize = new() { Width = 900, Height = 420 } });
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/rounds/3/settlement?q={Uri.EscapeDataString(comment)}");
        await secretary.Locator(".settling-main .round-comment").Filter(new() { HasText = comment }).GetByRole(AriaRole.Link, new() { Name = Give }).ClickAsync();
        await Expect(secretary.GetByLabel("Co se má udělat")).ToHaveValueAsync(new Regex(comment), new() { Timeout = PageWaiting.Patience });
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Nový úkol" })).ToBeFocusedAsync(new() { Timeout = PageWaiting.Patience });
        await FillAsync(secretary, "task", null, "Filip Hanousek");
        await secretary.GetByRole(AriaRole.Button, new() { Name = Give, Exact = true }).ClickAsync();
        await Expect(secretary.GetByText("Úkol je zadán.")).ToBeVisibleAsync(Visibly);

        // From the task to what it comes from: not the round's first item, and the comment in sight.
        var mine = owner.Locator(".tasks-waiting .task-item").Filter(new() { HasText = "Prověřit podle připomínky" });
        await mine.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(owner.Locator(".task-page")).ToContainTextAsync(comment, Reads);
        await owner.GetByRole(AriaRole.Link, new() { Name = "připomínka: " }).ClickAsync();
        await Expect(owner.Locator("#round-sheet-title")).ToContainTextAsync("II/2", Reads);
        var linked = owner.Locator(new Uri(owner.Url).Fragment).Filter(new() { HasText = comment });
        await Expect(linked).ToBeInViewportAsync(InView);
        await owner.ReloadAsync();
        await owner.RunsAsync();
        await Expect(linked).ToBeInViewportAsync(InView);
        await owner.OpenAsync(owner.Url.Split('#')[0]);
        await Expect(owner.Locator("#round-sheet-title")).ToContainTextAsync("II/2", Reads);
        await Expect(linked).Not.ToBeInViewportAsync(InView);

        await owner.OpenAsync(site.Url);
        await DoAsync(owner, "Prověřit podle připomínky", "Úřad práce přijde.");
        await Expect(secretary.Locator("#task-state")).ToContainTextAsync("splněn", Reads);
        await Expect(secretary.Locator(".task-history")).ToContainTextAsync("Úřad práce přijde.", Reads);
    }

    [Fact]
    public async Task FromAPlanItem_ItStandsThere_WithWhatHasBecomeOfIt()
    {
        const string what = "Doplnit do přehledu úřední dny škol.";
        var owner = await OpenHomeAsync("member-16");
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/plans/1");
        await secretary.Locator(".plan-item").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await secretary.Locator(".tasks-of").GetByRole(AriaRole.Link, new() { Name = Give }).ClickAsync();
        await Expect(secretary.GetByLabel("Co se má udělat")).ToHaveValueAsync(new Regex("^Opatření "), new() { Timeout = PageWaiting.Patience });
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Nový úkol" })).ToBeFocusedAsync(new() { Timeout = PageWaiting.Patience });
        await FillAsync(secretary, "task", what, "Marek Zelinka");
        await secretary.GetByRole(AriaRole.Button, new() { Name = Give, Exact = true }).ClickAsync();
        await Expect(secretary.GetByText("Úkol je zadán.")).ToBeVisibleAsync(Visibly);
        await secretary.GetByRole(AriaRole.Link, new() { Name = "opatření " }).ClickAsync();
        var there = secretary.Locator(".tasks-of .task-item").Filter(new() { HasText = what.TrimEnd('.') });
        await Expect(there).ToContainTextAsync("zadán", Reads);
        await DoAsync(owner, what, "");
        await Expect(there).ToContainTextAsync("splněn", Reads);
    }

    [Fact]
    public async Task Name_IsChosen_HoweverLongTheMouseIsHeldDown()
    {
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/groups/{site.GroupId}/tasks/new");
        await secretary.Locator("#task-who").FillAsync("Soňa Kadeřávková");
        var offered = secretary.GetByRole(AriaRole.Option, new() { Name = "Soňa Kadeřávková" });
        await offered.HoverAsync();
        await secretary.Mouse.DownAsync();
        // A field that lost the focus would close its list, and what is pressed be gone before it is let go.
        await Expect(secretary.Locator("#task-who")).ToBeFocusedAsync();
        await secretary.Mouse.UpAsync();
        await Expect(secretary.Locator(".task-assigned")).ToContainTextAsync("Soňa Kadeřávková", Reads);
    }

    private async Task<IPage> OpenHomeAsync(string person, BrowserNewContextOptions? options = null)
    {
        var page = await browsers.OpenAsync(site.Server, person, options);
        await page.OpenAsync(site.Url);
        return page;
    }

    private static async Task FillAsync(IPage page, string id, string? what, string who)
    {
        if (what is not null)
            await page.Locator($"#{id}-text").FillAsync(what);
        await page.Locator($"#{id}-who").FillAsync(who);
        await page.GetByRole(AriaRole.Option, new() { Name = who }).ClickAsync();
        await Expect(page.Locator(".task-assigned")).ToContainTextAsync(who, Reads);
        await page.Locator($"#{id}-due").FillAsync(DateTime.Today.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>It has come to the owner's page by itself; from there it is opened and done.</summary>
    private static async Task DoAsync(IPage owner, string what, string note)
    {
        await owner.Locator(".tasks-waiting .task-item").Filter(new() { HasText = what.TrimEnd('.') }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(owner.Locator("#task-state")).ToContainTextAsync("zadán", Reads);
        await owner.GetByLabel("Poznámka").FillAsync(note);
        await owner.GetByRole(AriaRole.Button, new() { Name = Done }).ClickAsync();
        await Expect(owner.Locator("#task-state")).ToContainTextAsync("splněn", Reads);
    }
}
