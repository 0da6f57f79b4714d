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
        await page.OpenAsync(site.Url);
        await page.EvaluateAsync("() => document.activeElement.blur()");
        // A new page's first stop, wherever the heading's focus has put the beginning of the round.
        await page.GetByRole(AriaRole.Link, new() { Name = "Workspace", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Přejít na obsah" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("() => document.activeElement.closest('main') !== null");
    }
}
