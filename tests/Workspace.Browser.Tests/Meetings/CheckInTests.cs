using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Meetings;

/// <summary>A member checks in, and the secretary's page knows at once.</summary>
public sealed partial class CheckInTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    [Fact]
    public async Task Member_ChecksInAndLeaves_AndTheSecretarySeesIt()
    {
        var secretary = await Room.EnterAsync(browsers, site, "secretary", site.LiveId);
        var quorum = secretary.Page.Locator(".quorum");
        var before = await CountAsync(quorum);
        var member = await Room.EnterAsync(browsers, site, "member-7", site.LiveId);
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = "Jste na jednání?" })).ToBeVisibleAsync();

        await member.Button("Jsem online").FocusAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await Expect(member.Page.Locator(".checked")).ToContainTextAsync("přítomni online", new() { Timeout = PageWaiting.Patience });
        await Expect(member.Page.Locator(".check-in")).ToContainTextAsync("Hlasujete za:");
        await Expect(quorum.Locator("b")).ToContainTextAsync($" {before + 1} z ", new() { Timeout = PageWaiting.Patience });
        await Expect(quorum.Locator(".movements li").First).ToContainTextAsync("Příchod:");

        // The same in another window of the same person is the same presence.
        var second = await member.Page.Context.NewPageAsync();
        await second.OpenAsync($"{site.Url}/meetings/{site.LiveId}");
        await Expect(second.Locator(".checked")).ToContainTextAsync("přítomni online", new() { Timeout = PageWaiting.Patience });

        await member.Button("Odejít").ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Jste na jednání?" })).ToBeVisibleAsync(new() { Timeout = PageWaiting.Patience });
        await Expect(quorum.Locator("b")).ToContainTextAsync($" {before} z ", new() { Timeout = PageWaiting.Patience });
    }

    [Fact]
    public async Task Code_OfTheRoom_ChecksInAtOnce_AndSignInLeadsBackToIt()
    {
        var secretary = await Room.EnterAsync(browsers, site, "secretary", site.LiveId);
        await secretary.Button("Zobrazit QR kód pro zápis přítomnosti").ClickAsync();
        var address = await secretary.Page.Locator(".check-in-code .address").InnerTextAsync(new() { Timeout = PageWaiting.Patience });

        var nobody = await browsers.OpenAsync(site.Server, null);
        await nobody.GotoAsync(address);
        await Expect(nobody).ToHaveURLAsync(new Regex("sign-in"));
        Assert.Contains("check-in%3Fcode%3D", nobody.Url);

        var member = await browsers.SignInAsync(site.Server, "member-14", new() { ViewportSize = new() { Width = 390, Height = 800 } });
        await member.OpenAsync(address);
        await Expect(member.Locator(".notice.ok")).ToHaveTextAsync("Jste zapsáni jako přítomni v sále.", new() { Timeout = PageWaiting.Patience });

        var late = await browsers.SignInAsync(site.Server, "member-11");
        await late.OpenAsync($"{site.Url}/meetings/{site.LiveId}/check-in?code=ABCDEFGH");
        await Expect(late.GetByRole(AriaRole.Alert)).ToContainTextAsync("už neplatí", new() { Timeout = PageWaiting.Patience });
        await late.GetByRole(AriaRole.Button, new() { Name = "Jsem v sále" }).ClickAsync();
        await Expect(late.Locator(".checked")).ToContainTextAsync("přítomni v sále", new() { Timeout = PageWaiting.Patience });
    }

    private static async Task<int> CountAsync(ILocator quorum) => int.Parse(Number().Match(await quorum.Locator("b").InnerTextAsync()).Value);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
