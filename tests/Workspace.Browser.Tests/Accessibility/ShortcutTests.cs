using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Accessibility;

/// <summary>Shortcuts are listed under '?'; those of a single key can be switched off (WCAG 2.1.4).</summary>
public sealed class ShortcutTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToBeHiddenOptions Gone = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task List_OpensByItsKeyAndItsButton_HasNothingThatAxeFinds_AndLeavesByEscape()
    {
        var page = await browsers.OpenAsync(site.Server, "member-3");
        List<string> found = [];
        foreach (var culture in new[] { "cs", "en" })
        {
            await page.GotoAsync($"{site.Url}/account/language/{culture}?back=/");
            await page.RunsAsync();
            await page.Keyboard.PressAsync("?");
            await Expect(List(page)).ToBeVisibleAsync(Visibly);
            found.AddRange(await page.FindInBothThemesAsync(culture));
            await page.Keyboard.PressAsync("Escape");
            await Expect(List(page)).ToBeHiddenAsync(Gone);
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
        var button = page.Locator("[data-shortcuts]");
        await button.ClickAsync();
        await page.Locator("[data-shortcuts-close]").ClickAsync();
        await Expect(List(page)).ToBeHiddenAsync(Gone);
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task KeysOfASingleCharacter_SwitchedOff_DoNothing_UntilSwitchedOn()
    {
        var page = await browsers.OpenAsync(site.Server, "secretary");
        await page.OpenAsync($"{site.Url}/rounds/3/settlement");
        await page.Keyboard.PressAsync("1");
        await Expect(Outcome(page, 1)).ToBeCheckedAsync();
        await SwitchAsync(page, false);
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("?");
        await Expect(Outcome(page, 2)).Not.ToBeCheckedAsync();
        await Expect(List(page)).ToBeHiddenAsync();

        await page.OpenAsync($"{site.Url}/rounds/3/settlement");
        await page.Keyboard.PressAsync("2");
        await Expect(Outcome(page, 2)).Not.ToBeCheckedAsync();
        await SwitchAsync(page, true);
        await page.Keyboard.PressAsync("2");
        await Expect(Outcome(page, 2)).ToBeCheckedAsync();
    }

    private static ILocator List(IPage page) => page.Locator("dialog[data-shortcut-list]");

    private static ILocator Outcome(IPage page, int key) => page.Locator($"[data-settle-outcome='{key}']");

    private static async Task SwitchAsync(IPage page, bool on)
    {
        await page.Locator("[data-shortcuts]").ClickAsync();
        await page.Locator("[data-letter-keys]").SetCheckedAsync(on);
        await page.Keyboard.PressAsync("Escape");
        await Expect(List(page)).ToBeHiddenAsync(Gone);
    }
}
