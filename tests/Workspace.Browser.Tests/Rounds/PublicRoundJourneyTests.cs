using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Rounds;

/// <summary>Somebody of the public comments without an account and without scripts; the secretary sees it come.</summary>
public sealed class PublicRoundJourneyTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Send = "Odeslat připomínku";

    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToContainTextOptions Reads = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task Comment_IsRefusedWithASentence_KeepsWhatWasTyped_IsTaken_AndComesToTheSecretary()
    {
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/rounds/4/settlement");
        var row = secretary.Locator(".settling-list li").Filter(new() { HasText = "Spolek Za plotem" });
        await Expect(secretary.Locator(".settling-list li").Filter(new() { HasText = "Klub samoživitelů Sklenářov" })).ToHaveCountAsync(1, new() { Timeout = PageWaiting.Patience });
        await Expect(row).ToHaveCountAsync(0);

        var citizen = await OpenFormAsync("I/2");
        var wording = citizen.GetByLabel("Navrhované znění");
        var proposed = (await wording.InputValueAsync()).Replace("dvojnásobek", "trojnásobek", StringComparison.Ordinal);
        await wording.FillAsync(proposed);
        await citizen.GetByLabel("Odůvodnění").FillAsync("S dvojnásobkem <nevyjde> ani rodina se dvěma platy.");
        await citizen.GetByLabel("Organizace").FillAsync("Spolek Za plotem");
        // The browser itself would not send a name that is not there at all.
        await citizen.GetByLabel("Jméno a příjmení").FillAsync(" ");
        await citizen.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        await Expect(citizen.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Napište své jméno a příjmení.", new() { Timeout = PageWaiting.Patience });
        await Expect(citizen.GetByRole(AriaRole.Alert)).ToBeInViewportAsync(new() { Timeout = PageWaiting.Patience });
        await Expect(citizen.GetByLabel("Jméno a příjmení")).ToHaveAttributeAsync("aria-invalid", "true");
        await HoldsAsync(citizen, proposed, "S dvojnásobkem <nevyjde> ani rodina se dvěma platy.", "Spolek Za plotem");
        await Expect(row).ToHaveCountAsync(0);

        await citizen.GetByLabel("Jméno a příjmení").FillAsync("Květa Vránová");
        await citizen.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        var receipt = citizen.Locator(".public-receipt");
        await Expect(receipt).ToContainTextAsync("Připomínka byla přijata v čas.", Reads);
        await Expect(receipt).ToContainTextAsync("Květa Vránová, Spolek Za plotem");
        await Expect(receipt.Locator("ins").First).ToContainTextAsync("trojnásobek");

        await Expect(row).ToContainTextAsync("S dvojnásobkem <nevyjde>", Reads);
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(secretary.Locator(".settling-main .round-comment").First).ToContainTextAsync("Květa Vránová", Reads);
        // The public sees comments of others only once they are settled.
        await citizen.GotoAsync($"{site.Url}/public/rounds/4");
        await Expect(citizen.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Květa Vránová");
    }

    [Fact]
    public async Task FormThatGrewStale_ComesBackAsItWasTyped_AndIsTakenThen()
    {
        var citizen = await OpenFormAsync("II/3");
        var wording = await citizen.GetByLabel("Navrhované znění").InputValueAsync();
        await citizen.GetByLabel("Odůvodnění").FillAsync("Napsáno na dvakrát.");
        await citizen.GetByLabel("Jméno a příjmení").FillAsync("Hynek Podhora");
        // As after the browser was closed and has opened its pages again.
        await citizen.Context.ClearCookiesAsync();
        await citizen.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        await Expect(citizen.GetByRole(AriaRole.Alert)).ToContainTextAsync("Co jste napsali, v něm zůstalo.", Reads);
        await Expect(citizen.GetByRole(AriaRole.Alert)).ToBeInViewportAsync(new() { Timeout = PageWaiting.Patience });
        await HoldsAsync(citizen, wording, "Napsáno na dvakrát.", "");
        await Expect(citizen.GetByLabel("Jméno a příjmení")).ToHaveValueAsync("Hynek Podhora");
        await citizen.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        await Expect(citizen.Locator(".public-receipt")).ToContainTextAsync("Napsáno na dvakrát.", Reads);
    }

    private async Task<IPage> OpenFormAsync(string citation)
    {
        var citizen = await browsers.OpenAsync(site.Server, null, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        await citizen.GotoAsync($"{site.Url}/public/rounds/4");
        await citizen.GetByRole(AriaRole.Link, new() { Name = $"Připomínka k bodu {citation}", Exact = true }).ClickAsync();
        await Expect(citizen.GetByRole(AriaRole.Button, new() { Name = Send })).ToBeVisibleAsync(Visibly);
        return citizen;
    }

    private static async Task HoldsAsync(IPage citizen, string wording, string reason, string organisation)
    {
        await Expect(citizen.GetByLabel("Navrhované znění")).ToHaveValueAsync(wording);
        await Expect(citizen.GetByLabel("Odůvodnění")).ToHaveValueAsync(reason);
        await Expect(citizen.GetByLabel("Organizace")).ToHaveValueAsync(organisation);
    }
}
