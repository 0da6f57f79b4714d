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
        await Expect(room.Command("Zobrazit zdroj se značkami")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowRight");
        await Expect(room.Command("Nadpis")).ToBeFocusedAsync();

        // The toolbar is one stop: from it to the texts in between is whatever the sheet's head offers.
        await TabToAsync(room.Page, room.Editor("1"));
        await keys.PressAsync("Control+End");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await Expect(room.Editor("1")).ToBeFocusedAsync();
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
