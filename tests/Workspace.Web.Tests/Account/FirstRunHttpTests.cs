using System.Net;

namespace Workspace.Web.Tests.Account;

[Collection(nameof(ConsoleOutput))]
public sealed class FirstRunHttpTests
{
    [Fact]
    public async Task FirstRun_EveryPageLeadsThere_UntilThereIsAnAdministrator()
    {
        await using var program = new WebProgram();
        Browser browser = null!;
        var code = await ConsoleOutput.CodeFromAsync(() => Task.FromResult(browser = program.NewBrowser()));
        foreach (var page in new[] { "/", "/account", "/account/sign-in", "/account/forgotten-password", "/not-found" })
            Assert.Equal("/account/first-run", (await browser.OpenAsync(page)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/favicon.svg")).StatusCode);

        (string, string)[] Fields(string given) =>
        [
            ("Input.Code", given), ("Input.GivenName", "Alena"), ("Input.FamilyName", "První"), ("Input.Email", "alena@example.org"),
            ("Input.Password", WebProgram.Password), ("Input.Repeated", WebProgram.Password),
        ];
        var refused = await Browser.TextAsync(await browser.SendAsync("/account/first-run", "first-run", Fields("AAAA-BBBB-CCCC-DDDD")));
        Assert.Contains("Kód nesouhlasí", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(WebProgram.Password, refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync("/account/first-run", "first-run", Fields(code))).StatusCode);
        Assert.Contains("Alena První", await Browser.TextAsync(await browser.OpenAsync("/account")), StringComparison.Ordinal);
        Assert.Contains("První správce už účet má", await Browser.TextAsync(await program.NewBrowser().OpenAsync("/account/first-run")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstRun_ManyTries_AreLimited()
    {
        await using var program = new WebProgram();
        var browser = program.NewBrowser();
        for (var i = 0; i < 10; i++)
            await browser.PostAsync("/account/first-run", ("_handler", "first-run"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.PostAsync("/account/first-run", ("_handler", "first-run"))).StatusCode);
    }
}
