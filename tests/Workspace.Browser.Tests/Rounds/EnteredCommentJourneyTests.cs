using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Rounds;

/// <summary>Comments that came by post are entered for their authors; who settles along, and the author, see them come.</summary>
public sealed class EnteredCommentJourneyTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Enter = "Zanést připomínku", Mark = "zaneseno za autora: Vojtěch Hruška";

    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToContainTextOptions Reads = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task EnteredInTimeAndLate_BothComeToWhoSettlesAlong_AndToTheAuthor()
    {
        // The demo's round is closed, its deadline three days ago.
        var chair = await browsers.OpenAsync(site.Server, "member-20");
        await chair.OpenAsync($"{site.Url}/rounds/3/settlement");
        var author = await browsers.OpenAsync(site.Server, "member-6");
        await author.OpenAsync($"{site.Url}/rounds/3?show=mine");
        await Expect(author.Locator(".round-mine li")).ToHaveCountAsync(1, new() { Timeout = PageWaiting.Patience });
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/rounds/3/settlement");
        await secretary.GetByRole(AriaRole.Link, new() { Name = "Zanést připomínku za…" }).ClickAsync();

        // A letter that arrived before the deadline; nobody in the directory wrote it. Half a moment of arrival is none.
        var arrived = DateTime.Today.AddDays(-5);
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Enter, new() { Timeout = PageWaiting.Patience });
        await secretary.GetByLabel("Jméno", new() { Exact = true }).FillAsync("Božena Zálesáková");
        await ChooseItemAsync(secretary, "I/2");
        var wording = secretary.GetByLabel("Navrhované znění");
        await Expect(wording).ToHaveValueAsync(new Regex("do 20\\. dne"), new() { Timeout = PageWaiting.Patience });
        await wording.FillAsync((await wording.InputValueAsync()).Replace("do 20. dne", "do 25. dne", StringComparison.Ordinal));
        await secretary.GetByLabel("Odůvodnění").FillAsync("Dopis chodí i týden.");
        await secretary.GetByLabel("Den doručení").FillAsync(arrived.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await secretary.GetByRole(AriaRole.Button, new() { Name = Enter }).ClickAsync();
        await Expect(secretary.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Uveďte den i čas doručení, nebo nechte obojí prázdné.", new() { Timeout = PageWaiting.Patience });
        await secretary.GetByLabel("Čas doručení").FillAsync("09:15");
        await secretary.GetByRole(AriaRole.Button, new() { Name = Enter }).ClickAsync();
        await Expect(secretary.GetByText("počítá se jako podaná včas")).ToBeVisibleAsync(Visibly);
        // Taken away while a name is being searched, the focus would close the list.
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync(new() { Timeout = PageWaiting.Patience });

        var letter = chair.Locator(".settling-list li").Filter(new() { HasText = "Božena Zálesáková" });
        await Expect(letter).ToContainTextAsync("Dopis chodí i týden.", Reads);
        await Expect(letter).Not.ToContainTextAsync("po termínu");

        // A call of a member after the deadline, without a moment of arrival.
        await secretary.GetByLabel("Osoba").FillAsync("Nečesal");
        await secretary.GetByRole(AriaRole.Option, new() { Name = "Petr Nečesal" }).ClickAsync();
        await Expect(secretary.GetByLabel("Jméno", new() { Exact = true })).ToHaveCountAsync(0, new() { Timeout = PageWaiting.Patience });
        await secretary.GetByLabel("Den doručení").FillAsync("");
        await secretary.GetByLabel("Čas doručení").FillAsync("");
        await ChooseItemAsync(secretary, "II/1");
        await Expect(secretary.GetByLabel("Navrhované znění")).ToHaveValueAsync(new Regex("do 40\\. dne"), new() { Timeout = PageWaiting.Patience });
        await secretary.GetByLabel("Odůvodnění").FillAsync("V Doubravíně navštěvujeme po dvou.");
        await secretary.GetByRole(AriaRole.Button, new() { Name = Enter }).ClickAsync();
        await Expect(secretary.GetByText("počítá se jako podaná po lhůtě")).ToBeVisibleAsync(Visibly);

        var call = chair.Locator(".settling-list li").Filter(new() { HasText = "V Doubravíně navštěvujeme" });
        await Expect(call).ToContainTextAsync("po termínu", Reads);
        foreach (var (row, late) in new[] { (letter, false), (call, true) })
        {
            await row.GetByRole(AriaRole.Link).ClickAsync();
            await Expect(row.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("aria-current", "true", new() { Timeout = PageWaiting.Patience });
            var card = chair.Locator(".settling-main .round-comment").First;
            await Expect(card).ToContainTextAsync(late ? "V Doubravíně navštěvujeme" : "Dopis chodí i týden.", Reads);
            await Expect(card).ToContainTextAsync(Mark, Reads);
            await Expect(card.GetByText("po termínu")).ToHaveCountAsync(late ? 1 : 0);
        }

        // Its author finds it among their own.
        var own = author.Locator(".round-mine li").Filter(new() { HasText = "V Doubravíně navštěvujeme" });
        await Expect(own).ToContainTextAsync("po termínu", Reads);
        await own.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(author.Locator(".round-comment").Filter(new() { HasText = "V Doubravíně navštěvujeme" })).ToContainTextAsync(Mark, Reads);
    }

    private static async Task ChooseItemAsync(IPage page, string citation)
    {
        var item = page.GetByLabel("Bod plánu");
        var option = item.Locator("option").Filter(new() { HasTextRegex = new($"^{citation} ") });
        await item.SelectOptionAsync(new SelectOptionValue { Value = await option.GetAttributeAsync("value") });
    }
}
