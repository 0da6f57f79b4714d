using Microsoft.Playwright;
using Workspace.Browser.Tests.Accessibility;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>Asking for the floor and giving it, and the shared screen that follows. The demo begins with one who speaks and two who wait.</summary>
public sealed class SpeakersTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const float Patience = PageWaiting.Patience;

    [Fact]
    public async Task Member_AsksAndIsGivenTheFloor_TheMinutesOfferTheNameFirst_AndTheScreenFollows()
    {
        var chair = await Room.EnterAsync(browsers, site, "chair", site.LiveId);
        var member = await Room.EnterAsync(browsers, site, "member-1", site.LiveId);
        var screen = await browsers.SignInAsync(site.Server, "secretary", new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        await screen.OpenAsync($"{site.Url}/meetings/{site.LiveId}/projector");
        await Expect(screen.Locator(".floor strong")).ToHaveTextAsync("Věra Bláhovcová", new() { Timeout = Patience });
        await Expect(screen.Locator(".next b")).ToHaveTextAsync("Aleš Pichrt");
        Assert.True(await screen.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight && document.querySelector('.stage').scrollHeight <= document.querySelector('.stage').clientHeight"));

        await member.Button("Přihlásit se o slovo").ClickAsync();
        await Expect(member.Page.GetByText("Jste přihlášeni, v pořadí 3.")).ToBeVisibleAsync(new() { Timeout = Patience });
        await chair.Button("Posunout výš: Ivana Bartůňková").ClickAsync(new() { Timeout = Patience });
        await Expect(member.Page.GetByText("Jste přihlášeni, v pořadí 2.")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(chair.Button("Posunout výš: Ivana Bartůňková")).ToBeFocusedAsync();
        await chair.Page.Keyboard.PressAsync("Enter");
        await Expect(member.Page.GetByText("Jste na řadě jako další.")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(screen.Locator(".next b")).ToHaveTextAsync("Ivana Bartůňková", new() { Timeout = Patience });

        await chair.Button("Dát slovo: Ivana Bartůňková").DblClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Status).GetByText("Máte slovo")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(screen.Locator(".floor strong")).ToHaveTextAsync("Ivana Bartůňková", new() { Timeout = Patience });
        await Expect(screen.Locator(".next b")).ToHaveTextAsync("Aleš Pichrt");
        await Expect(chair.Page.GetByRole(AriaRole.Status).GetByText("Máte slovo")).ToHaveCountAsync(0);

        await chair.MayWriteAsync("7");
        await chair.Editor("7").FocusAsync();
        await chair.Page.Keyboard.TypeAsync("@");
        await Expect(chair.Page.Locator(".cm-tooltip.offer").GetByRole(AriaRole.Option).First).ToContainTextAsync("Ivana Bartůňková", new() { Timeout = Patience });
        await chair.Page.Keyboard.PressAsync("Escape");
        await chair.Page.Keyboard.PressAsync("Backspace");
        await chair.Button("Vložit: Ivana Bartůňková:").ClickAsync();
        await chair.Page.Keyboard.TypeAsync("Souhlasím.");
        Assert.Equal("Ivana Bartůňková: Souhlasím.", await chair.SavedTextAsync("7"));

        await member.Button("Ukončit své vystoupení").ClickAsync();
        await Expect(screen.Locator(".floor")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(member.Button("Přihlásit se o slovo")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task List_IsReachedOnAPhone_AndByKeysAlone()
    {
        var page = await browsers.SignInAsync(site.Server, "guest-2", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await page.OpenAsync($"{site.Url}/meetings/{site.LiveId}");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Právě teď" }).ClickAsync();
        var ask = page.GetByRole(AriaRole.Button, new() { Name = "Přihlásit se o slovo" });
        await ask.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var withdraw = page.GetByRole(AriaRole.Button, new() { Name = "Stáhnout přihlášku" });
        await Expect(withdraw).ToBeFocusedAsync(new() { Timeout = Patience });
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(ask).ToBeFocusedAsync(new() { Timeout = Patience });
    }

    [Fact]
    public async Task Screen_HasNothingThatAxeFinds()
    {
        List<string> found = [];
        foreach (var culture in new[] { "cs", "en" })
        {
            foreach (var id in new[] { site.LiveId, site.PlannedId, site.ClosedId })
            {
                var page = await browsers.SignInAsync(site.Server, "secretary", new() { ViewportSize = new() { Width = 1280, Height = 720 } });
                await page.GotoAsync($"{site.Url}/account/language/{culture}?back={Uri.EscapeDataString($"/meetings/{id}/projector")}");
                await page.RunsAsync();
                await Expect(page.Locator(".projector")).ToBeVisibleAsync(new() { Timeout = Patience });
                found.AddRange(await page.FindInBothThemesAsync($"{culture} {id}"));
                await page.Context.CloseAsync();
            }
        }
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }
}
