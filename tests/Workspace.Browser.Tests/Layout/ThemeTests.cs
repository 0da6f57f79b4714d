using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Layout;

public sealed class ThemeTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    [Fact]
    public async Task DarkSystem_StaysDark_FromOneStaticPageToTheNext_AndAChoiceOutlivesASystemThatChanges()
    {
        var page = await browsers.OpenAsync(site.Server, null, new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync($"{site.Server.Url}/public/rounds/4");
        var root = page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");

        await page.GetByRole(AriaRole.Link, new() { Name = "Připomínka k celému dokumentu" }).ClickAsync();
        await Expect(page.Locator("#comment")).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");

        await page.GetByRole(AriaRole.Button, new() { Name = "Světlý / tmavý" }).ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
    }
}
