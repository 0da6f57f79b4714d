using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>What is offered while one writes: those present, the group's sentences, the meaning of abbreviations; and what is told after a long break.</summary>
public sealed class SpeakingTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    /// <summary>Seats of the demo's running meeting that somebody is present for.</summary>
    private const int DemoPresent = 18;

    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task Statement_BeginsWithWhoSpeaks_OneOrSeveral_ByAtSignOrButton()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "7");
        await room.Page.Keyboard.TypeAsync("@syk");
        await Expect(Offer(room, "Barbora Sýkorová")).ToBeVisibleAsync(Patiently);
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Command("Řečník").ClickAsync();
        await Expect(Offer(room, "Aleš Pichrt")).ToBeVisibleAsync(Patiently);
        await Offer(room, "Aleš Pichrt").ClickAsync();
        await room.Page.Keyboard.TypeAsync("Souhlasí.");
        Assert.Equal("Barbora Sýkorová a Aleš Pichrt: Souhlasí.", await room.SavedTextAsync("7"));
    }

    [Fact]
    public async Task QuestionAndAnswer_AreFilledInOneAfterTheOther()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "7");
        await room.Page.Keyboard.TypeAsync("/dotaz");
        await Expect(Offer(room, "Dotaz a odpověď")).ToBeVisibleAsync(Patiently);
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Page.Keyboard.TypeAsync("Kdy?");
        await room.Page.Keyboard.PressAsync("Tab");
        await room.Page.Keyboard.TypeAsync("Zítra.");
        Assert.Equal("**Dotaz:** Kdy?\n\n**Odpověď:** Zítra.", (await room.SavedTextAsync("7")).TrimEnd());
    }

    [Fact]
    public async Task Sentence_WrittenByTheSecretary_IsOfferedAtOnceToWhoeverWrites_WithItsFieldsFilled()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "6.2");
        var secretary = await browsers.SignInAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/groups/{site.GroupId}/wording");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Přidat větu" }).ClickAsync();
        await secretary.GetByLabel("Znění věty").FillAsync("Zkušební věta: přítomno {počet} z {celkem}, předkládá {jméno}.");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Přidat větu" }).ClickAsync();
        await Expect(secretary.GetByText("Uloženo.")).ToBeVisibleAsync(Patiently);

        await room.Editor("6.2").FocusAsync();
        var sentence = Offer(room, $"Zkušební věta: přítomno {DemoPresent} z 24, předkládá {{jméno}}.");
        // An open offer does not change; the new sentence is in one that is opened after it has come.
        for (var patience = DateTimeOffset.UtcNow.AddMinutes(1); !await sentence.IsVisibleAsync() && DateTimeOffset.UtcNow < patience; await Task.Delay(500))
        {
            await room.Page.Keyboard.PressAsync("Escape");
            await room.Page.Keyboard.PressAsync("Alt+v");
        }
        await sentence.ClickAsync();
        await room.Page.Keyboard.TypeAsync("Jana");
        await room.Page.Keyboard.PressAsync("Tab");
        await room.Page.Keyboard.TypeAsync(" Ano.");
        Assert.Equal($"Zkušební věta: přítomno {DemoPresent} z 24, předkládá Jana. Ano.", await room.SavedTextAsync("6.2"));
    }

    [Fact]
    public async Task Abbreviation_ExplainsItselfUnderTheCaretAndTheMouse_AndIsSpoken()
    {
        var room = await EnterAsync("member-3");
        await ClearAsync(room, "7");
        await room.Page.Keyboard.TypeAsync("V NZDM se to ví.");
        await Expect(room.Page.Locator(".meaning")).ToHaveCountAsync(0);
        await room.Page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 3; i++)
            await room.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(room.Page.Locator(".meaning")).ToHaveTextAsync("nízkoprahové zařízení pro děti a mládež");
        await Expect(room.Editor("7").Locator("xpath=ancestor::*[contains(@class,'cm-editor')]").Locator(".cm-announced"))
            .ToContainTextAsync("NZDM: nízkoprahové zařízení pro děti a mládež");
        await room.Page.Keyboard.PressAsync("End");
        await Expect(room.Page.Locator(".meaning")).ToHaveCountAsync(0);
        await room.Editor("7").Locator("abbr").HoverAsync();
        await Expect(room.Page.Locator(".meaning")).ToHaveTextAsync("nízkoprahové zařízení pro děti a mládež");
    }

    [Fact]
    public async Task UnknownAbbreviation_WrittenOften_IsOfferedToTheSecretary_AndThenExplainsItself()
    {
        var room = await EnterAsync("secretary");
        await ClearAsync(room, "6.1");
        await room.Page.Keyboard.TypeAsync("ZKBX, ZKBX a znovu ZKBX.");
        var explain = room.Page.GetByRole(AriaRole.Button, new() { Name = "Vysvětlit zkratku ZKBX" });
        await Expect(explain).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await explain.ClickAsync();
        await room.Page.GetByLabel("Význam").FillAsync("zkušební byt");
        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Uložit" }).ClickAsync();
        await Expect(room.Editor("6.1").Locator("abbr")).ToHaveCountAsync(3, new() { Timeout = PageWaiting.Patience });
        await Expect(explain).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AfterALongBreak_OneIsToldThatAllIsStored_AndWhoWroteMeanwhile()
    {
        var page = await browsers.SignInAsync(site.Server, "member-3");
        await page.AddInitScriptAsync("window.ahead = 0; const real = Date.now; Date.now = () => real() + window.ahead;");
        await page.OpenAsync($"{site.Url}/meetings/{site.LiveId}");
        await page.TextsHaveComeAsync();
        Room room = new(site, page, site.LiveId), other = await EnterAsync("member-4");
        await room.WriteAtEndAsync("5", " Před výpadkem.");
        await room.SavedTextAsync("5");

        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator("[data-save-mark]")).ToHaveAttributeAsync("data-state", "offline", new() { Timeout = PageWaiting.Patience });
        await page.Keyboard.InsertTextAsync(" Bez spojení.");
        await other.WriteAtEndAsync("5", " Druhý píše.");
        await other.SavedTextAsync("5");
        await page.EvaluateAsync("() => { window.ahead = 15 * 60_000; }");
        await page.Context.SetOfflineAsync(false);

        var told = page.Locator(".notice.merged");
        await Expect(told).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await Expect(told).ToContainTextAsync("Vše, co jste mezitím napsali, je uloženo na serveru.");
        await Expect(told).ToContainTextAsync("Pavel Růžek");
        var text = await room.SavedTextAsync("5");
        Assert.Contains("Bez spojení.", text, StringComparison.Ordinal);
        Assert.Contains("Druhý píše.", text, StringComparison.Ordinal);
        await told.GetByRole(AriaRole.Button, new() { Name = "Rozumím" }).ClickAsync();
        await Expect(told).ToHaveCountAsync(0);
    }

    private static ILocator Offer(Room room, string label) => room.Page.Locator(".cm-tooltip.offer").GetByRole(AriaRole.Option).Filter(new() { HasText = label });

    private Task<Room> EnterAsync(string person) => Room.EnterAsync(browsers, site, person, site.LiveId);

    private static async Task ClearAsync(Room room, string number)
    {
        await room.MayWriteAsync(number);
        await room.Editor(number).FocusAsync();
        await room.Page.Keyboard.PressAsync("Control+a");
        await room.Page.Keyboard.PressAsync("Delete");
        Assert.Equal("", await room.SavedTextAsync(number));
    }
}
