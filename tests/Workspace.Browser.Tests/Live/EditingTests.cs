using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>Writing in the room: each test has an agenda item of its own in the meeting in progress.</summary>
public sealed class EditingTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task Bold_IsMadeAndTakenBack_ByToolbarAndByKey()
    {
        var room = await EnterAsync("member-3");
        await room.WriteAtEndAsync("7", "usnesení");
        await room.Page.Keyboard.PressAsync("Control+a");
        await room.Page.Keyboard.PressAsync("Control+b");
        Assert.Equal("**usnesení**", await room.SavedTextAsync("7"));
        var bold = room.Command("Tučně");
        await Expect(bold).ToHaveAttributeAsync("aria-pressed", "true");

        await bold.ClickAsync();
        Assert.Equal("usnesení", await room.SavedTextAsync("7"));
        await Expect(bold).ToHaveAttributeAsync("aria-pressed", "false");

        await bold.ClickAsync();
        await room.Page.Keyboard.PressAsync("Control+End");
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Page.Keyboard.InsertTextAsync("další odstavec");
        Assert.Equal("**usnesení**\n\ndalší odstavec", await room.SavedTextAsync("7"));
        // Off the line with the caret the marks are hidden and the word is bold.
        await Expect(room.Editor("7")).ToHaveTextAsync("usnesenídalší odstavec");
    }

    [Fact]
    public async Task Lists_GoOnByEnter_AndEndByEnterOnAnEmptyItem()
    {
        var room = await EnterAsync("member-3");
        await room.WriteAtEndAsync("6.1", "první");
        await room.Command("Číslovaný seznam").ClickAsync();
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Page.Keyboard.InsertTextAsync("druhý");
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Page.Keyboard.PressAsync("Tab");
        await room.Page.Keyboard.InsertTextAsync("podrobnost");
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Page.Keyboard.PressAsync("Shift+Tab");
        await room.Page.Keyboard.InsertTextAsync("třetí");
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Page.Keyboard.PressAsync("Enter");
        await room.Page.Keyboard.InsertTextAsync("Konec.");
        Assert.Equal("1. první\n2. druhý\n   1. podrobnost\n3. třetí\n\nKonec.", await room.SavedTextAsync("6.1"));
    }

    [Fact]
    public async Task Undo_TakesBackOnlyOnesOwn_WhileAnotherTypesInTheSameItem()
    {
        var one = await EnterAsync("member-1");
        var other = await EnterAsync("member-2");
        await other.WriteAtEndAsync("5", "beta ");
        await Expect(one.Editor("5")).ToContainTextAsync("beta", Patiently);

        using var end = new CancellationTokenSource();
        var typing = TypeAsync(other.Page, end.Token);
        await one.WriteAtEndAsync("5", "ALFA");
        await one.Page.Keyboard.InsertTextAsync("GAMA");
        await Expect(other.Editor("5")).ToContainTextAsync("G", Patiently);
        await one.Page.Keyboard.PressAsync("Control+z");
        while (await one.Command("Vzít zpět vlastní změnu").GetAttributeAsync("aria-disabled") is null)
            await one.Page.Keyboard.PressAsync("Control+z");
        await end.CancelAsync();
        var typed = await typing;

        await other.Page.TextsHaveComeAsync();
        Assert.True(typed > 3, "The other could hardly type.");
        Assert.Equal("beta " + new string('b', typed), await one.SavedTextAsync("5"));

        await one.Page.Keyboard.PressAsync("Control+y");
        await Expect(other.Editor("5")).ToContainTextAsync("A", Patiently);
    }

    [Fact]
    public async Task SecondBrowser_SeesTheTextAndWhoWrites_WithoutReload()
    {
        var reader = await EnterAsync("secretary");
        var writer = await EnterAsync("member-1");
        await reader.Page.EvaluateAsync("() => { window.isSamePage = true; }");
        await writer.WriteAtEndAsync("6.2", "Zkušenosti jsou dobré. ");
        await Expect(reader.Editor("6.2")).ToContainTextAsync("Zkušenosti jsou dobré.", Patiently);

        using var end = new CancellationTokenSource();
        var typing = TypeAsync(writer.Page, end.Token);
        await Expect(reader.Editor("6.2").Locator(".caret")).ToHaveAttributeAsync("data-name", "I. Bartůňková", new() { Timeout = PageWaiting.Patience });
        var item = reader.Agenda.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Zkušenosti žadatelů" });
        await Expect(item).ToContainTextAsync("Ivana Bartůňková", Patiently);
        await Expect(item).ToContainTextAsync("píše", Patiently);
        await end.CancelAsync();
        await typing;
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => window.isSamePage"));
    }

    [Fact]
    public async Task Guest_MayOnlyRead()
    {
        var before = await site.TextAsync(site.LiveId, "1");
        var guest = await EnterAsync("guest-1");
        await guest.MayOnlyReadAsync("1");
        await Expect(guest.Page.Locator("[data-save-mark]")).ToHaveAttributeAsync("data-state", "readonly");
        await Expect(guest.Command("Tučně")).ToHaveAttributeAsync("aria-disabled", "true");
        await guest.Editor("1").FocusAsync();
        await guest.Page.Keyboard.PressAsync("Control+End");
        await guest.Page.Keyboard.InsertTextAsync("vsuvka");
        await guest.Page.Keyboard.PressAsync("Control+b");
        await guest.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(before, await guest.SavedTextAsync("1"));
        await Expect(guest.Editor("1")).Not.ToContainTextAsync("vsuvka");
    }

    private Task<Room> EnterAsync(string person) => Room.EnterAsync(browsers, site, person, site.LiveId);

    /// <summary>Types without pause; the number of letters that were typed.</summary>
    private static async Task<int> TypeAsync(IPage page, CancellationToken until)
    {
        var typed = 0;
        while (!until.IsCancellationRequested)
        {
            await page.Keyboard.InsertTextAsync("b");
            typed++;
        }
        return typed;
    }
}
