using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>Writing for people who know Word: tables, typography, pasting, finding, by the keys they would press.</summary>
public sealed class WritingTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string EmptyTable = "|  |  |  |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |";
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task Table_IsWrittenCellByCell_AndGrowsAndShrinksByKeysAndButtons()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "7");
        await room.Command("Tabulka").ClickAsync();
        var table = room.Editor("7").GetByRole(AriaRole.Table);
        await Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(3);
        await PressAsync(room, "Položka", "Tab", "Částka", "Tab", "Kdo", "Tab", "Lávka | most", "Tab", "120", "Shift+Tab", "Shift+Tab", "Enter", "Enter", "Lípa");
        Assert.Equal("| Položka | Částka | Kdo |\n| --- | --- | --- |\n| Lávka \\| most | 120 |  |\n|  |  | Lípa |", (await room.SavedTextAsync("7")).TrimEnd());

        var tools = room.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Úpravy tabulky" });
        await tools.GetByRole(AriaRole.Button, new() { Name = "Smazat sloupec" }).ClickAsync();
        await tools.GetByRole(AriaRole.Button, new() { Name = "Vložit řádek nad" }).ClickAsync();
        await PressAsync(room, "nový", "Alt+Shift+Backspace", "Tab", "Tab", "poslední");
        Assert.Equal("| Položka | Částka |\n| --- | --- |\n| Lávka \\| most | 120 |\n|  |  |\n|  | poslední |", (await room.SavedTextAsync("7")).TrimEnd());

        await tools.GetByRole(AriaRole.Button, new() { Name = "Smazat celou tabulku" }).ClickAsync();
        await Expect(tools).ToBeHiddenAsync();
        Assert.Equal("", (await room.SavedTextAsync("7")).Trim());
    }

    [Fact]
    public async Task TwoInOneTable_TypeAtOnce_AndLoseNeitherLettersNorCarets()
    {
        var one = await EnterAsync("member-1");
        var other = await EnterAsync("member-2");
        await ClearAsync(one, "5");
        await one.Command("Tabulka").ClickAsync();
        Assert.Equal(EmptyTable, (await one.SavedTextAsync("5")).TrimEnd());
        var cells = other.Editor("5").GetByRole(AriaRole.Cell);
        await Expect(cells).ToHaveCountAsync(6, new() { Timeout = PageWaiting.Patience });
        await cells.Nth(1).ClickAsync();
        await one.Editor("5").GetByRole(AriaRole.Cell).Nth(0).ClickAsync();

        await Task.WhenAll(TypeAsync(one, 'a'), TypeAsync(other, 'b'));
        // Each is still in the cell, and the other's column comes beside it.
        await one.Page.Keyboard.PressAsync("Alt+Shift+ArrowRight");
        await PressAsync(other, "konec");
        Assert.Equal($"|  |  |  |  |\n| --- | --- | --- | --- |\n| {new string('a', 40)} |  | {new string('b', 40)}konec |  |\n|  |  |  |  |", await UntilSavedAsync(one, other, "5"));
    }

    [Fact]
    public async Task Typing_GetsCzechTypography_AndOneUndoTakesOnlyThatBack()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "6.1");
        await room.Page.Keyboard.TypeAsync("Dne 6. 12. 2025 řekl: \"v 10 km - 15 tis. Kč\"");
        Assert.Equal("Dne 6.\u00a012.\u00a02025 řekl: „v\u00a010\u00a0km – 15\u00a0tis.\u00a0Kč“", await room.SavedTextAsync("6.1"));
        var printed = await room.Page.APIRequest.GetAsync($"{site.Url}/meetings/{site.LiveId}/minutes.html");
        Assert.Contains("Dne 6.\u00a012.\u00a02025 řekl: „v\u00a010\u00a0km", System.Net.WebUtility.HtmlDecode(await printed.TextAsync()), StringComparison.Ordinal);
        await room.Page.Keyboard.TypeAsync(" v ");
        await room.Page.Keyboard.PressAsync("Control+z");
        await room.Page.Keyboard.TypeAsync("domě");
        Assert.EndsWith("“ v domě", await room.SavedTextAsync("6.1"));
    }

    [Theory, MemberData(nameof(Pasted))]
    public async Task Paste_KeepsWhatWasMeant(string html, string plain, string expected)
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "6.2");
        await PasteAsync(room, html, plain);
        Assert.Equal(expected, (await room.SavedTextAsync("6.2")).Trim());
    }

    public static TheoryData<string, string, string> Pasted() => new()
    {
        {
            "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body lang=CS><!--StartFragment--><h1>Doprava<o:p></o:p></h1><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>most</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span><![endif]><b>lávka</b></p><!--EndFragment--></body></html>",
            "Doprava\n1. most\na) lávka",
            "### Doprava\n\n1. most\n   1. **lávka**"
        },
        {
            "<html><head><meta name='generator' content='LibreOffice 7.6'/></head><body><table cellpadding='4'><tr><td><p>Obec</p></td><td><p>Kč</p></td></tr><tr><td><p><i>Mlýnice</i></p></td><td><p>5</p></td></tr></table></body></html>",
            "Obec\tKč\nMlýnice\t5",
            "| Obec | Kč |\n| --- | --- |\n| *Mlýnice* | 5 |"
        },
        {
            "<div class=WordSection1><p class=MsoNormal>1. Zahájení<o:p></o:p></p><p class=MsoNormal>2. Různé viz <a href='https://example.org/a'>odkaz</a><o:p></o:p></p></div>",
            "1. Zahájení\n2. Různé viz odkaz",
            "1. Zahájení\n2. Různé viz [odkaz](https://example.org/a)"
        },
        { "", "1. Zahájení\r\n2. Zprávy\r\n   a) obce\r\n3. Závěr", "1. Zahájení\n2. Zprávy\n   1. obce\n3. Závěr" },
    };

    [Fact]
    public async Task Paste_OfAPicture_SaysThatItStaysOut_AndOfAnAddressOverWordsMakesALink()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "6.2");
        await PasteAsync(room, "<p>plán <img src='cid:1' width=300></p>", "plán");
        await Expect(room.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Obrázky se do zápisu nevkládají" })).ToBeVisibleAsync();
        await room.Page.Keyboard.PressAsync("Control+a");
        await PasteAsync(room, "", "https://example.org/plan");
        Assert.Equal("[plán](https://example.org/plan)", await room.SavedTextAsync("6.2"));
    }

    [Fact]
    public async Task Find_GoesThroughAllTexts_WithoutCaseAndDiacritics_AndLeadsBackIntoTheText()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "6.1");
        await PressAsync(room, "Žluťoučký kůň");
        await ClearAsync(room, "7");
        await PressAsync(room, "Kun ŽLUTOUČKÝ");
        await room.SavedTextAsync("7");

        await room.Page.Keyboard.PressAsync("Control+f");
        var search = room.Page.GetByRole(AriaRole.Search, new() { Name = "Hledání v zápisu" });
        await room.Page.Keyboard.InsertTextAsync("zlutoucky");
        await Expect(search.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 z 2");
        await room.Page.Keyboard.PressAsync("Enter");
        await Expect(search.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 z 2");
        await room.Page.Keyboard.PressAsync("Shift+Enter");
        await Expect(search.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 z 2");
        await Expect(room.Editor("6.1").Locator(".w-found-current")).ToHaveTextAsync("Žluťoučký");
        await room.Page.Keyboard.PressAsync("Escape");
        await Expect(search).ToBeHiddenAsync();
        await room.Page.Keyboard.InsertTextAsync("Bílý");
        Assert.Equal("Bílý kůň", await room.SavedTextAsync("6.1"));

        var guest = await EnterAsync("guest-1");
        await guest.Command("Hledat v zápisu").ClickAsync();
        await guest.Page.Keyboard.InsertTextAsync("bily kun");
        await Expect(guest.Page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Status)).ToHaveTextAsync("1 z 1");
    }

    [Fact]
    public async Task Source_StaysSwitchedOnInThisBrowser_AndTheToolbarWorksByKeys()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "6.1");
        await PressAsync(room, "slovo");
        await room.Page.Keyboard.PressAsync("Alt+F10");
        await room.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(room.Command("Tučně")).ToBeFocusedAsync();
        await room.Page.Keyboard.PressAsync("Enter");
        await Expect(room.Command("Tučně")).ToHaveAttributeAsync("aria-pressed", "true");
        await room.Command("Zobrazit zdroj se značkami").FocusAsync();
        await room.Page.Keyboard.PressAsync("Enter");
        await Expect(room.Command("Zobrazit zdroj se značkami")).ToHaveAttributeAsync("aria-pressed", "true");
        await room.Page.Keyboard.PressAsync("Escape");
        await Expect(room.Editor("6.1")).ToBeFocusedAsync();
        Assert.Equal("**slovo**", await room.SavedTextAsync("6.1"));

        await room.Page.ReloadAsync();
        await room.Page.TextsHaveComeAsync();
        await Expect(room.Editor("6.1")).ToHaveTextAsync("**slovo**");
        await room.Command("Zobrazit zdroj se značkami").ClickAsync();
        await Expect(room.Command("Zobrazit zdroj se značkami")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task Boxes_AreTickedByClickAndByKey()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "6.1");
        await room.Page.Keyboard.PressAsync("Control+Shift+9");
        await PressAsync(room, "svolat", "Enter", "zaslat", "Control+Enter");
        await room.Editor("6.1").GetByRole(AriaRole.Checkbox, new() { Name = "Splněno: svolat" }).ClickAsync();
        Assert.Equal("- [x] svolat\n- [x] zaslat", await room.SavedTextAsync("6.1"));
    }

    [Fact]
    public async Task Undo_OfARowAndOfTypography_KeepsWhatAnotherWroteMeanwhile()
    {
        var one = await EnterAsync("member-1");
        var other = await EnterAsync("member-2");
        await ClearAsync(one, "5");
        await one.Command("Tabulka").ClickAsync();
        await one.Page.Keyboard.PressAsync("Control+Enter");
        await one.Page.Keyboard.TypeAsync("k ");
        await one.SavedTextAsync("5");
        await Expect(other.Editor("5")).ToContainTextAsync("k", Patiently);
        await other.Editor("5").GetByRole(AriaRole.Cell).Nth(1).ClickAsync();
        await PressAsync(other, "CIZÍ");
        await Expect(one.Editor("5")).ToContainTextAsync("CIZÍ", Patiently);
        while (await one.Command("Vzít zpět vlastní změnu").GetAttributeAsync("aria-disabled") is null)
            await one.Page.Keyboard.PressAsync("Control+z");
        Assert.Contains("CIZÍ", await UntilSavedAsync(one, other, "5"));
    }

    private Task<Room> EnterAsync(string person) => Room.EnterAsync(browsers, site, person, site.LiveId);

    private static async Task ClearAsync(Room room, string number)
    {
        await room.MayWriteAsync(number);
        await room.Editor(number).FocusAsync();
        await room.Page.Keyboard.PressAsync("Control+a");
        await room.Page.Keyboard.PressAsync("Delete");
        Assert.Equal("", await room.SavedTextAsync(number));
    }

    /// <summary>Keys by their names, everything else as text.</summary>
    private static async Task PressAsync(Room room, params string[] steps)
    {
        foreach (var step in steps)
        {
            if (step is "Tab" or "Enter" || step.Contains('+', StringComparison.Ordinal))
                await room.Page.Keyboard.PressAsync(step);
            else
                await room.Page.Keyboard.InsertTextAsync(step);
        }
    }

    private static async Task TypeAsync(Room room, char letter)
    {
        for (var i = 0; i < 40; i++)
            await room.Page.Keyboard.InsertTextAsync(letter.ToString());
    }

    private static async Task<string> UntilSavedAsync(Room one, Room other, string number)
    {
        await other.SavedTextAsync(number);
        return (await one.SavedTextAsync(number)).TrimEnd();
    }

    /// <summary>What the browser does when somebody presses Ctrl+V with that on the clipboard.</summary>
    private static Task PasteAsync(Room room, string html, string plain) => room.Page.EvaluateAsync(
        """
        ([html, plain]) => {
          const data = new DataTransfer();
          if (html) data.setData('text/html', html);
          data.setData('text/plain', plain);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        new[] { html, plain });
}
