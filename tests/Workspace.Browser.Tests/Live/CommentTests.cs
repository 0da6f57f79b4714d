using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>Comments on passages as two people have them, each test in an agenda item of its own.</summary>
public sealed class CommentTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Key = "Control+Alt+m";
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task Suggestion_IsMadeOffline_Discussed_Accepted_ReopenedAndResolved()
    {
        var author = await EnterAsync("member-1");
        var writer = await EnterAsync("member-2");
        await author.WriteAtEndAsync("7", "Rada schválila návrh rozpočtu.");
        await author.SavedTextAsync("7");

        // The line is away while one suggests and the other writes around it.
        await author.Page.Context.SetOfflineAsync(true);
        await SelectAsync(author, "7", "schválila");
        await author.Page.Keyboard.PressAsync(Key);
        await Panel(author).GetByLabel("Komentář", new() { Exact = true }).FillAsync("Rada o tom nehlasovala.");
        await Panel(author).GetByLabel("Navrhnout jiné znění").CheckAsync();
        await Panel(author).GetByLabel("Navržené znění").FillAsync("vzala na vědomí");
        await Panel(author).GetByRole(AriaRole.Button, new() { Name = "Odeslat" }).ClickAsync();
        await Expect(Panel(author).GetByText("Čeká na odeslání")).ToBeVisibleAsync();
        await SelectAsync(writer, "7", "Rada");
        await writer.Page.Keyboard.InsertTextAsync("Rada kraje");
        await author.Page.Context.SetOfflineAsync(false);

        await Expect(Marked(writer, "7")).ToHaveTextAsync("schválila", new() { Timeout = PageWaiting.Patience });
        await Marked(writer, "7").ClickAsync();
        var thread = Thread(writer, "schválila");
        await Expect(thread.GetByText("Rada o tom nehlasovala.")).ToBeVisibleAsync();
        await Expect(thread.Locator("del")).ToContainTextAsync("schválila");
        await Expect(thread.Locator("ins")).ToContainTextAsync("vzala na vědomí");

        await thread.GetByRole(AriaRole.Button, new() { Name = "Odpovědět" }).ClickAsync();
        await thread.GetByLabel("Odpověď", new() { Exact = true }).FillAsync("Máte pravdu.");
        await writer.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Thread(author, "schválila").GetByText("Máte pravdu.")).ToBeVisibleAsync(Patiently);

        await thread.GetByRole(AriaRole.Button, new() { Name = "Přijmout" }).ClickAsync();
        await Expect(author.Editor("7")).ToContainTextAsync("Rada kraje vzala na vědomí návrh rozpočtu.", new() { Timeout = PageWaiting.Patience });
        Assert.Equal("Rada kraje vzala na vědomí návrh rozpočtu.", await writer.SavedTextAsync("7"));

        // With the one that the demo has resolved.
        await Expect(Panel(author).GetByText("Vyřešené (2)")).ToBeVisibleAsync(Patiently);
        await author.Page.ReloadAsync();
        await author.Page.TextsHaveComeAsync();
        await author.Toolbar.GetByRole(AriaRole.Button, new() { NameRegex = new("^Komentáře") }).ClickAsync();
        await Panel(author).GetByText("Vyřešené (2)").ClickAsync();
        var resolved = Thread(author, "schválila");
        await resolved.ClickAsync();
        await Expect(resolved.GetByText("Máte pravdu.")).ToBeVisibleAsync();
        await Expect(resolved.GetByText("Přijato")).ToBeVisibleAsync();
        await resolved.GetByRole(AriaRole.Button, new() { Name = "Znovu otevřít" }).ClickAsync();
        await Expect(Marked(writer, "7")).ToHaveTextAsync("vzala na vědomí", new() { Timeout = PageWaiting.Patience });
        await Thread(author, "schválila").GetByRole(AriaRole.Button, new() { Name = "Vyřešit" }).ClickAsync();
        await Expect(Marked(writer, "7")).ToHaveCountAsync(0, new() { Timeout = PageWaiting.Patience });
    }

    [Fact]
    public async Task PassageThatIsDeleted_IsStillQuoted_AndRejectionSaysWhy()
    {
        var author = await EnterAsync("member-1");
        var writer = await EnterAsync("member-2");
        await author.WriteAtEndAsync("6.1", "Zpráva bude předložena v březnu.");
        await author.SavedTextAsync("6.1");
        await SelectAsync(author, "6.1", "v březnu");
        await author.Button("Komentovat").ClickAsync();
        await Panel(author).GetByLabel("Navrhnout jiné znění").CheckAsync();
        await Panel(author).GetByLabel("Navržené znění").FillAsync("v dubnu");
        await author.Page.Keyboard.PressAsync("Control+Enter");

        await Marked(writer, "6.1").First.ClickAsync(new() { Timeout = PageWaiting.Patience });
        var thread = Thread(writer, "v březnu");
        await thread.GetByRole(AriaRole.Button, new() { Name = "Zamítnout…" }).ClickAsync();
        await thread.GetByLabel("Důvod zamítnutí").FillAsync("Usneslo se na březnu.");
        await thread.GetByRole(AriaRole.Button, new() { Name = "Zamítnout", Exact = true }).ClickAsync();
        await Expect(Thread(author, "v březnu").GetByText("Usneslo se na březnu.")).ToBeVisibleAsync(Patiently);

        await SelectAsync(writer, "6.1", " v březnu");
        await writer.Page.Keyboard.PressAsync("Delete");
        var gone = Thread(author, "v březnu");
        await Expect(gone.GetByText("Toto místo už v textu není.")).ToBeVisibleAsync(Patiently);
        await Expect(gone.GetByText("„v březnu“")).ToBeVisibleAsync();
        await Expect(gone.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex(@"^/texts/\d+/history\?at=\d+$"));
    }

    [Fact]
    public async Task Keyboard_LeadsFromTheTextToItsThread_AndBack_AndADraftOutlivesAReload()
    {
        var room = await EnterAsync("member-3");
        await room.WriteAtEndAsync("5", "Bez připomínek.");
        await room.SavedTextAsync("5");
        await SelectAsync(room, "5", "připomínek");
        await room.Page.Keyboard.PressAsync(Key);
        await Expect(Panel(room).GetByLabel("Komentář", new() { Exact = true })).ToBeFocusedAsync();
        await room.Page.Keyboard.InsertTextAsync("Opravdu bez nich?");
        await room.Page.Keyboard.PressAsync("Escape");
        await Expect(room.Editor("5")).ToBeFocusedAsync();

        await room.Page.ReloadAsync();
        await room.Page.TextsHaveComeAsync();
        await Expect(Marked(room, "5")).ToHaveTextAsync("připomínek", new() { Timeout = PageWaiting.Patience });
        await SelectAsync(room, "5", "řip");
        await room.Page.Keyboard.PressAsync("ArrowRight");
        await room.Page.Keyboard.PressAsync(Key);
        var field = Panel(room).GetByLabel("Komentář", new() { Exact = true });
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("Opravdu bez nich?");
        await room.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(room.Editor("5")).ToBeFocusedAsync();
        await Expect(Thread(room, "připomínek").GetByRole(AriaRole.Button, new() { Name = "Odpovědět" })).ToBeVisibleAsync(Patiently);
        await room.Page.Keyboard.PressAsync(Key);
        await Expect(Thread(room, "připomínek")).ToBeFocusedAsync(new() { Timeout = PageWaiting.Patience });
        await room.Page.Keyboard.PressAsync("Escape");
        await Expect(room.Editor("5")).ToBeFocusedAsync();
    }

    private static ILocator Panel(Room room) => room.Page.GetByRole(AriaRole.Complementary, new() { Name = "Komentáře" });

    /// <summary>The thread of a passage, among those of other tests.</summary>
    private static ILocator Thread(Room room, string quotation) => Panel(room).GetByRole(AriaRole.Article).Filter(new() { HasText = $"„{quotation}“" });

    private static ILocator Marked(Room room, string number) => room.Editor(number).Locator(".commented");

    /// <summary>Selects the first such words by the keyboard, after whatever else stands in the text.</summary>
    private static async Task SelectAsync(Room room, string number, string words)
    {
        await room.MayWriteAsync(number);
        await room.Editor(number).FocusAsync();
        var text = await room.Editor(number).EvaluateAsync<string>("editor => [...editor.querySelectorAll('.cm-line')].map(line => line.textContent).join('\\n')");
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"„{words}“ is not in „{text}“.");
        await room.Page.Keyboard.PressAsync("Control+Home");
        for (var i = 0; i < at; i++)
            await room.Page.Keyboard.PressAsync("ArrowRight");
        for (var i = 0; i < words.Length; i++)
            await room.Page.Keyboard.PressAsync("Shift+ArrowRight");
    }

    private Task<Room> EnterAsync(string person) => Room.EnterAsync(browsers, site, person, site.LiveId);
}
