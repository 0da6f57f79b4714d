using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;

namespace Workspace.Web.Tests.Account;

public sealed class MyAccountHttpTests
{
    [Fact]
    public async Task SignOut_ClosesThisBrowser_AndNeedsTheForm()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        await browser.SignInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account", ("_handler", "sign-out"))).StatusCode);
        Assert.Equal("/account/sign-in", Browser.Path(await browser.SendAsync("/account", "sign-out")));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsTheOtherBrowserWithinAMinute_AndKeepsThisOne()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var (here, there) = (program.NewBrowser(), program.NewBrowser());
        await here.SignInAsync();
        await there.SignInAsync();
        Assert.Equal("/account", Browser.Path(await here.SendAsync("/account", "everywhere")).Split('?')[0]);
        program.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await there.OpenAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.OpenAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task ChangePassword_EndsTheOtherBrowser()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var (here, there) = (program.NewBrowser(), program.NewBrowser());
        await here.SignInAsync();
        await there.SignInAsync();
        var refused = await here.SendAsync("/account", "password", ("Input.Current", "wrong"), ("Input.Password", "jine heslo tady"), ("Input.Repeated", "jine heslo tady"));
        Assert.Contains("Současné heslo nesouhlasí", await Browser.TextAsync(refused), StringComparison.Ordinal);
        await here.SendAsync("/account", "password", ("Input.Current", WebProgram.Password), ("Input.Password", "jine heslo tady"), ("Input.Repeated", "jine heslo tady"));
        program.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await there.OpenAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.OpenAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await program.NewBrowser().SignInAsync(password: "jine heslo tady")).StatusCode);
    }

    [Fact]
    public async Task Language_OfThePerson_AppliesAtSignIn_AndIsKeptWhenSwitched()
    {
        await using var program = new WebProgram();
        var person = await program.PersonAsync(language: "en");
        var browser = program.NewBrowser();
        Assert.Contains("<h1>Přihlášení</h1>", await Browser.TextAsync(await browser.OpenAsync("/account/sign-in")), StringComparison.Ordinal);
        await browser.SignInAsync();
        Assert.Contains("My account", await Browser.TextAsync(await browser.OpenAsync("/account")), StringComparison.Ordinal);
        Assert.Equal("/account", Browser.Path(await browser.OpenAsync("/account/language/cs?back=%2Faccount")));
        Assert.Contains("Můj účet", await Browser.TextAsync(await browser.OpenAsync("/account")), StringComparison.Ordinal);
        Assert.Equal("cs", (await program.Services.GetRequiredService<AccountService>().FindAsync(person.Id))!.Language);
        Assert.Equal("/", Browser.Path(await browser.OpenAsync("/account/language/cs?back=%2F%09%2Fevil.example.org")));
    }

    [Fact]
    public async Task Token_IsShownOnce_AndRevoked()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        await browser.SignInAsync();
        var created = await Browser.TextAsync(await browser.SendAsync("/account", "token", ("Input.Name", "Web"), ("Input.Scope", "Write"), ("Input.LastDay", "2035-12-31")));
        var token = System.Text.RegularExpressions.Regex.Match(created, "wsp_[A-Za-z0-9_-]{43}").Value;
        var tokens = program.Services.GetRequiredService<ApiTokenService>();
        var owner = await tokens.FindOwnerAsync(token);
        Assert.Equal(ApiScope.Write, owner!.Scope);
        var page = await Browser.TextAsync(await browser.OpenAsync("/account"));
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Contains("31. 12. 2035", page, StringComparison.Ordinal);
        Assert.Equal("/account", Browser.Path(await browser.SendAsync("/account", $"revoke-{owner.TokenId}")).Split('?')[0]);
        Assert.Null(await tokens.FindOwnerAsync(token));
        Assert.Contains("Platnost tokenu musí skončit v budoucnu",
            await Browser.TextAsync(await browser.SendAsync("/account", "token", ("Input.Name", "Web"), ("Input.LastDay", "0000-99-99"))), StringComparison.Ordinal);
    }
}
