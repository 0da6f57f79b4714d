using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using Workspace.Web.Tests.Exports;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Meetings;

/// <summary>From a pasted agenda to minutes in Word: the whole way, as a secretary and two members go it.</summary>
public sealed partial class AgendaJourneyTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Agenda =
        """
        Program:
        1. Zahájení a schválení programu (10 min)
        2. Zimní pohotovost nocleháren (Mgr. Jana Modrá, 25 min)
           a) obsazenost
           b) náklady obcí
        3. Různé
        """;

    /// <summary>As Word puts it on the clipboard: styles, list paragraphs with their bullets as text, empty paragraphs of Office.</summary>
    private const string FromWord =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {margin:0cm}</style></head><body lang=CS><!--StartFragment-->
        <p class=MsoNormal>Noclehárny hlásí <b>plnou obsazenost</b> od poloviny ledna.<o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>Horní Lhota: 18 lůžek<o:p></o:p></p>
        <p class=MsoListParagraphCxSpLast style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>Dolní Lhota: 7 lůžek<o:p></o:p></p>
        <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Obec</b></p></td><td><p class=MsoNormal><b>Lůžka</b></p></td></tr><tr><td><p class=MsoNormal>Celkem</p></td><td><p class=MsoNormal>25</p></td></tr></table>
        <!--EndFragment--></body></html>
        """;

    [Fact]
    public async Task PastedAgenda_BecomesMinutesThatTwoPeopleWrite_AndAWordDocument()
    {
        var secretary = await CreateAsync();
        var meetingId = long.Parse(MeetingAddress().Match(secretary.Url).Groups[1].Value);
        var rows = secretary.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);
        foreach (var title in new[] { "Zahájení a schválení programu", "Zimní pohotovost nocleháren", "obsazenost", "náklady obcí", "Různé" })
            await Expect(rows.Filter(new() { HasText = title }).First).ToBeVisibleAsync();

        await secretary.GetByRole(AriaRole.Link, new() { Name = "Vstoupit do jednání" }).ClickAsync();
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Zahájit jednání" }).ClickAsync();
        var one = await Room.EnterAsync(browsers, site, "member-1", meetingId);
        var other = await Room.EnterAsync(browsers, site, "member-2", meetingId);
        await one.WriteAtEndAsync("1", "Program byl schválen ve znění pozvánky.");
        await other.WriteAtEndAsync("2", "");
        await PasteAsync(other.Page, FromWord);
        await Expect(other.Editor("2")).ToContainTextAsync("Dolní Lhota: 7 lůžek");
        Assert.Equal("Program byl schválen ve znění pozvánky.", await one.SavedTextAsync("1"));
        var pasted = await other.SavedTextAsync("2");
        Assert.Contains("Noclehárny hlásí **plnou obsazenost** od poloviny ledna.", pasted);
        Assert.Matches(@"(?m)^[-*] Horní Lhota: 18 lůžek\n[-*] Dolní Lhota: 7 lůžek$", pasted);
        Assert.Matches(@"(?m)^\| Celkem \| 25 \|$", pasted);
        Assert.DoesNotContain("mso", pasted);
        Assert.DoesNotContain("·", pasted);

        // Both at once in one item.
        await Task.WhenAll(one.WriteAtEndAsync("3", "Příště v Horní Lhotě. "), other.WriteAtEndAsync("3", "Pozvánky rozešle tajemník. "));
        var both = await one.SavedTextAsync("3");
        Assert.Equal(both, await other.SavedTextAsync("3"));
        Assert.Contains("Příště v Horní Lhotě.", both);
        Assert.Contains("Pozvánky rozešle tajemník.", both);
        await Expect(one.Editor("3")).ToContainTextAsync("Pozvánky rozešle tajemník.");
        await Expect(other.Editor("3")).ToContainTextAsync("Příště v Horní Lhotě.");

        await secretary.GetByRole(AriaRole.Button, new() { Name = "Ukončit jednání" }).ClickAsync();
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Ano, ukončit" }).ClickAsync();
        await one.MayOnlyReadAsync("1");
        await other.MayOnlyReadAsync("2");

        string[] expected =
        [
            "ZÁPIS č.", "Čas", "Zasedací místnost radnice", "Přítomni", "viz prezenční listina", "Omluveni", "Hosté", "Průběh jednání",
            "1.", "Zahájení a schválení programu", "Program byl schválen ve znění pozvánky.",
            "2.", "Zimní pohotovost nocleháren", "Mgr. Jana Modrá", "Noclehárny hlásí", "plnou obsazenost", "Horní Lhota: 18 lůžek", "Dolní Lhota: 7 lůžek",
            "Obec", "Celkem", "2.1", "obsazenost", "2.2", "náklady obcí", "3.", "Různé", both.Trim(), "Vojtěch Hruška",
        ];
        Reading.AssertInOrder(expected, await Tool.TextOfDocxAsync(await DownloadAsync(other.Page, "Word (.docx)", @"^zapis-.+\.docx$")));
        Reading.AssertInOrder(expected, await Tool.TextOfPdfAsync(await DownloadAsync(other.Page, "PDF", @"^zapis-.+\.pdf$")));
        Reading.AssertInOrder(expected, System.Text.Encoding.UTF8.GetString(await DownloadAsync(other.Page, "Markdown", @"^zapis-.+\.md$")));

        var print = await other.Page.Context.RunAndWaitForPageAsync(() => other.Page.GetByRole(AriaRole.Link, new() { Name = "Tisková podoba" }).ClickAsync());
        await Expect(print.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("ZÁPIS č.");
        Reading.AssertInOrder(expected, await print.Locator("body").InnerTextAsync());
        await Expect(print.GetByRole(AriaRole.Cell, new() { Name = "25" })).ToBeVisibleAsync();
    }

    /// <summary>A new meeting with the pasted agenda, on the page of its agenda.</summary>
    private async Task<IPage> CreateAsync()
    {
        var page = await browsers.SignInAsync(site.Server, "secretary");
        await page.OpenAsync($"{site.Url}/groups/{site.GroupId}/meetings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nové jednání" }).ClickAsync();
        await page.GetByLabel("Název", new() { Exact = true }).FillAsync("Zimní pohotovost");
        await page.GetByLabel("Den", new() { Exact = true }).FillAsync(DateTime.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Začátek").FillAsync("13:00");
        await page.GetByLabel("Předpokládaný konec").FillAsync("15:00");
        await page.GetByLabel("Místo", new() { Exact = true }).FillAsync("Zasedací místnost radnice");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Vložit program jako text") }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Program jako text" }).FillAsync(Agenda);
        await page.GetByRole(AriaRole.Button, new() { Name = "Rozpoznat body" }).ClickAsync();

        var drafts = page.GetByRole(AriaRole.List, new() { Name = "Rozpoznané body" });
        await Expect(drafts.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await Expect(drafts.GetByLabel("Název bodu 2.1")).ToHaveValueAsync("obsazenost");
        await Expect(drafts.GetByLabel("Minuty bodu 2", new() { Exact = true })).ToHaveValueAsync("25");
        await Expect(drafts.GetByLabel("Předkladatel bodu 2", new() { Exact = true })).ToHaveValueAsync("Mgr. Jana Modrá");
        await page.GetByRole(AriaRole.Button, new() { Name = "Založit jednání" }).ClickAsync();
        await page.WaitForURLAsync(MeetingAddress());
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("13:00–15:00");
        return page;
    }

    /// <summary>Puts it on the browser's clipboard as another program would, and pastes it by the keyboard.</summary>
    private static async Task PasteAsync(IPage page, string html)
    {
        await page.EvaluateAsync(
            """
            html => document.addEventListener('copy', event => {
              event.clipboardData.setData('text/html', html);
              event.clipboardData.setData('text/plain', new DOMParser().parseFromString(html, 'text/html').body.textContent);
              event.preventDefault();
              event.stopImmediatePropagation();
            }, { capture: true, once: true })
            """, html);
        await page.Keyboard.PressAsync("Control+c");
        await page.Keyboard.PressAsync("Control+v");
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string link, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        Assert.Matches(name, download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    [GeneratedRegex(@"/meetings/(\d+)/agenda$")]
    private static partial Regex MeetingAddress();
}
