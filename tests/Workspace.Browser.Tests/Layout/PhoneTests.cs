using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Layout;

/// <summary>360 px wide, by touch.</summary>
public sealed class PhoneTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 };

    public static TheoryData<string> Pages => [.. SitePage.All.Select(page => page.Name)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_DoesNotScrollSideways(string name)
    {
        var shown = SitePage.All.Single(page => page.Name == name);
        var page = await browsers.OpenAsync(site.Server, shown.Person, new(Phone) { IsMobile = false });
        await shown.ShowAsync(page, site);
        var widest = await page.WidestAsync();
        await page.Context.CloseAsync();
        Assert.Equal("", widest);
    }

    [Fact]
    public async Task Room_ShowsOneOfItsPartsByTabs_AndTheToolbarWorks()
    {
        var room = await Room.EnterAsync(browsers, site, "member-4", site.LiveId, Phone);
        var minutes = room.Page.GetByRole(AriaRole.Tab, new() { Name = "Zápis" });
        await Expect(minutes).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(room.Agenda).ToBeHiddenAsync();

        await room.Page.GetByRole(AriaRole.Tab, new() { Name = "Program jednání" }).TapAsync();
        await Expect(room.Agenda).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await Expect(room.Editor("7")).ToBeHiddenAsync();
        await room.Page.GetByRole(AriaRole.Tab, new() { Name = "Právě teď" }).TapAsync();
        await Expect(room.Page.GetByRole(AriaRole.Complementary, new() { Name = "Právě teď" })).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await Expect(room.Agenda).ToBeHiddenAsync();

        await minutes.TapAsync();
        await Expect(room.Editor("7")).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await room.WriteAtEndAsync("7", "termín");
        await room.Page.Keyboard.PressAsync("Control+a");
        await room.Command("Tučně").TapAsync();
        Assert.Equal("**termín**", await room.SavedTextAsync("7"));
        await Expect(room.Command("Tučně")).ToBeInViewportAsync();
    }
}
