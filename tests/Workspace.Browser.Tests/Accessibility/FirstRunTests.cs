using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Accessibility;

/// <summary>The page that makes the first administrator; it exists only with the demo off and nobody there yet.</summary>
public sealed partial class FirstRunTests(Browsers browsers) : IClassFixture<Browsers>, IAsyncLifetime
{
    private ServerProcess server = null!;

    public async Task InitializeAsync() => server = await ServerProcess.StartNewAsync(isDemo: false);

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task Page_AndItsRefusals_HaveNothingThatAxeFinds()
    {
        var page = await browsers.OpenAsync(server, null);
        List<string> found = [];
        foreach (var culture in new[] { "cs", "en" })
        {
            await page.GotoAsync($"{server.Url}/account/language/{culture}?back=/account/first-run");
            Assert.StartsWith(culture, await page.Locator("html").GetAttributeAsync("lang"));
            await Expect(page.Locator("#code")).ToBeVisibleAsync();
            found.AddRange(await page.FindInBothThemesAsync(culture));
            await page.Locator("form.card button[type=submit]").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
            found.AddRange(await page.FindInBothThemesAsync(culture + ", refused"));
        }
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task WhoeverReadsTheConsole_BecomesTheAdministrator_AndStandsOnAUsableEmptySite()
    {
        var page = await browsers.OpenAsync(server, null);
        await page.GotoAsync(server.Url);
        await Expect(page).ToHaveURLAsync(server.Url + "/account/first-run");
        await page.GetByLabel("Jméno", new() { Exact = true }).FillAsync("Božena");
        await page.GetByLabel("Příjmení", new() { Exact = true }).FillAsync("Říhová");
        await page.GetByLabel("E-mail", new() { Exact = true }).FillAsync("bozena.rihova@urad.example");
        await SubmitAsync(page, "AAAA-BBBB-CCCC-DDDD");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("kód", new() { IgnoreCase = true });
        await Expect(page.GetByLabel("Příjmení", new() { Exact = true })).ToHaveValueAsync("Říhová");

        await SubmitAsync(page, Code().Match(server.Output).Groups[1].Value);
        await page.RunsAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Božena Říhová");
        foreach (var address in new[] { "/", "/groups", "/people", "/people/organisations" })
        {
            await page.OpenAsync(server.Url + address);
            await Expect(page.Locator("main .empty, main table").First).ToBeVisibleAsync();
            var found = await page.FindInBothThemesAsync(address);
            Assert.True(found.Count == 0, string.Join('\n', found));
        }
        await page.GotoAsync(server.Url + "/account/first-run");
        await Expect(page.Locator("#code")).ToHaveCountAsync(0);
    }

    private static async Task SubmitAsync(IPage page, string code)
    {
        await page.Locator("#code").FillAsync(code);
        foreach (var password in await page.Locator("input[type=password]").AllAsync())
            await password.FillAsync("čtyři zelené židle");
        await page.Locator("form.card button[type=submit]").ClickAsync();
    }

    [GeneratedRegex(@"enter this code: (\S+)")]
    private static partial Regex Code();
}
