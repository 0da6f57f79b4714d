using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Accessibility;

/// <summary>Without a mouse.</summary>
public sealed class KeyboardTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    [Fact]
    public async Task SkipLink_IsTheFirstStop_AndLeadsToTheContent()
    {
        var page = await browsers.SignInAsync(site.Server, "member-1");
        var address = $"{site.Url}/groups/{site.GroupId}/meetings";
        await page.OpenAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Workspace", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Přejít na obsah" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Main).Locator(":focus")).ToBeVisibleAsync();
        Assert.Equal(address, page.Url);
    }

    [Fact]
    public async Task Editor_IsReachedLeftAndItsToolbarUsed_ByKeys()
    {
        var room = await Room.EnterAsync(browsers, site, "member-5", site.LiveId);
        var keys = room.Page.Keyboard;
        await room.Command("Nadpis").FocusAsync();
        await keys.PressAsync("ArrowRight");
        await Expect(room.Command("Tučně")).ToBeFocusedAsync();
        await keys.PressAsync("End");
        await Expect(room.Command("Kdo co napsal")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowRight");
        await Expect(room.Command("Nadpis")).ToBeFocusedAsync();

        // The toolbar is one stop: from it to the texts in between is whatever the sheet's head offers.
        await TabToAsync(room.Page, room.Editor("1"));
        // In a list Tab puts an item under the one above; the way out is Esc and Tab.
        await keys.PressAsync("Control+End");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("- jedna");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await Expect(room.Editor("1")).ToBeFocusedAsync();
        await keys.TypeAsync("dvě");
        Assert.EndsWith("- jedna\n  - dvě", await room.SavedTextAsync("1"));
        await keys.PressAsync("Escape");
        await keys.PressAsync("Tab");
        await Expect(room.Editor("1")).Not.ToBeFocusedAsync();
        await TabToAsync(room.Page, room.Editor("5"));

        await keys.InsertTextAsync("Klávesami");
        await keys.PressAsync("Control+a");
        await keys.PressAsync("Alt+F10");
        await Expect(room.Toolbar.Locator(":focus")).ToBeVisibleAsync();
        await keys.PressAsync("Home");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Enter");
        Assert.Equal("**Klávesami**", await room.SavedTextAsync("5"));
        await Expect(room.Command("Tučně")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(room.Editor("5")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Meeting_FromSigningInToWriting_ByKeysAlone()
    {
        var page = await browsers.OpenAsync(site.Server, null);
        var keys = page.Keyboard;
        await page.GotoAsync($"{site.Url}/account/sign-in");
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Ivana Bartůňková") }));
        await keys.PressAsync("Enter");
        await page.RunsAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Vstoupit do jednání" }));
        await keys.PressAsync("Enter");
        await page.TextsHaveComeAsync();
        var room = new Room(site, page, site.LiveId);
        await room.MayWriteAsync("4");

        await TabToAsync(page, room.Editor("4"));
        await keys.PressAsync("Control+End");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("Bez myši: ");
        await keys.PressAsync("Alt+F10");
        await Expect(room.Toolbar.Locator(":focus")).ToBeVisibleAsync();
        await StepToAsync(page, room.Command("Tučně"));
        await keys.PressAsync("Space");
        await keys.PressAsync("Escape");
        await Expect(room.Editor("4")).ToBeFocusedAsync();
        await keys.TypeAsync("důležité");
        Assert.EndsWith("Bez myši: **důležité**", await room.SavedTextAsync("4"));

        // From item to item, each named by its number and title; the carets of others are no stops.
        await TabToAsync(page, room.Editor("7"));
        await keys.TypeAsync("Druhý bod");
        Assert.Contains("Druhý bod", await room.SavedTextAsync("7"));
        Assert.EndsWith("**důležité**", await room.SavedTextAsync("4"));
        await page.Context.CloseAsync();
    }

    /// <summary>Along the toolbar by the arrows, as a toolbar is walked.</summary>
    private static async Task StepToAsync(IPage page, ILocator target)
    {
        await page.Keyboard.PressAsync("Home");
        for (var steps = 0; steps < 20 && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); steps++)
            await page.Keyboard.PressAsync("ArrowRight");
        await Expect(target).ToBeFocusedAsync();
    }

    /// <summary>Goes on from stop to stop; out of an editor by Esc first.</summary>
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var stops = 0; stops < 40; stops++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            if (await page.EvaluateAsync<bool>("() => document.activeElement.closest('.cm-content') !== null"))
                await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Tab");
        }
        await Expect(target).ToBeFocusedAsync();
    }
}
