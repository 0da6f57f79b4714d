using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.People;

namespace Workspace.Web.Tests.Account;

public sealed class SignInHttpTests
{
    [Fact]
    public async Task Page_ForAStranger_LeadsToSignInAndBack()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        var refused = await browser.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        var signIn = refused.Headers.Location!.PathAndQuery;
        Assert.StartsWith("/account/sign-in?ReturnUrl=%2Faccount", signIn, StringComparison.Ordinal);
        var entered = await browser.SignInAsync(query: signIn[signIn.IndexOf('?')..]);
        Assert.Equal((HttpStatusCode.Redirect, "/account"), (entered.StatusCode, Path(entered)));
        Assert.Contains("Hana Zkušební", await Browser.TextAsync(await browser.OpenAsync("/account")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_IsOutOfReachOfScriptsAndOtherSites_AndLastsOnlyIfAsked()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var cookie = SignInCookie(await program.NewBrowser().SignInAsync());
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        var remembered = await program.NewBrowser().SendAsync("/account/sign-in", "sign-in",
            ("Input.Email", "hana@example.org"), ("Input.Password", WebProgram.Password), ("Input.IsRemembered", "true"));
        Assert.Contains("expires", SignInCookie(remembered), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_UnknownAddressAndWrongPassword_GetTheSameAnswer()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        var answers = new List<string>();
        foreach (var (email, password) in new[] { ("nikdo@example.org", WebProgram.Password), ("hana@example.org", "wrong") })
        {
            var refused = await browser.SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            Assert.False(refused.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.Contains("Identity", StringComparison.Ordinal)));
            var text = await Browser.TextAsync(refused);
            answers.Add(text[text.IndexOf("role=\"alert\"", StringComparison.Ordinal)..text.IndexOf("<form", StringComparison.Ordinal)]);
        }
        Assert.Contains("E-mail nebo heslo nesouhlasí", answers[0], StringComparison.Ordinal);
        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongOnes_IsPaused()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        for (var i = 0; i < AccountService.TriesBeforePause; i++)
            await browser.SignInAsync(password: "wrong");
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync()).StatusCode);
        program.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync()).StatusCode);
    }

    [Theory]
    [InlineData("?returnUrl=https%3A%2F%2Fevil.example.org%2F")]
    [InlineData("?returnUrl=%2F%2Fevil.example.org")]
    [InlineData("?returnUrl=%2F%5Cevil.example.org")]
    [InlineData("?returnUrl=%2F%09%2Fevil.example.org")]
    public async Task SignIn_ReturnsToOurOwnPagesOnly(string query)
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        Assert.Equal("/", Path(await program.NewBrowser().SignInAsync(query: query)));
    }

    [Fact]
    public async Task Form_WithoutAntiforgeryToken_IsNotAccepted_AndThePageSaysSo()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var refused = await program.NewBrowser().PostAsync("/account/sign-in",
            ("_handler", "sign-in"), ("Input.Email", "hana@example.org"), ("Input.Password", WebProgram.Password));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.False(refused.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.Contains("Identity", StringComparison.Ordinal)));
        Assert.Contains("Formulář mezitím přestal platit", await Browser.TextAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_TooManyFromOneNetwork_GetThePageWith429()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 61; i++)
            answers.Add(await browser.PostAsync("/account/sign-in", ("_handler", "sign-in")));
        Assert.All(answers[..60], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[60].StatusCode);
        var text = await Browser.TextAsync(answers[60]);
        Assert.Contains("příliš mnoho pokusů", text, StringComparison.Ordinal);
        Assert.Contains("<h1>Přihlášení</h1>", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account/sign-in")).StatusCode);
    }

    [Theory]
    [InlineData("/account/forgotten-password", "forgotten", 10)]
    [InlineData("/account/invitation/nothing", "invitation", 40)]
    public async Task OtherForms_AreLimitedToo(string page, string form, int limit)
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        for (var i = 0; i < limit; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(page, ("_handler", form))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.PostAsync(page, ("_handler", form))).StatusCode);
    }

    [Fact]
    public async Task SignOut_ClosesThisBrowser_AndNeedsTheForm()
    {
        await using var program = new WebProgram();
        await program.PersonAsync();
        var browser = program.NewBrowser();
        await browser.SignInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account", ("_handler", "sign-out"))).StatusCode);
        Assert.Equal("/account/sign-in", Path(await browser.SendAsync("/account", "sign-out")));
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
        Assert.Equal("/account", Path(await here.SendAsync("/account", "everywhere")).Split('?')[0]);
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
        Assert.Equal("/account", Path(await browser.OpenAsync("/account/language/cs?back=%2Faccount")));
        Assert.Contains("Můj účet", await Browser.TextAsync(await browser.OpenAsync("/account")), StringComparison.Ordinal);
        Assert.Equal("cs", (await program.Services.GetRequiredService<AccountService>().FindAsync(person.Id))!.Language);
        Assert.Equal("/", Path(await browser.OpenAsync("/account/language/cs?back=%2F%09%2Fevil.example.org")));
    }

    [Fact]
    public async Task Invitation_SetsThePasswordAndSignsIn_Once()
    {
        await using var program = new WebProgram();
        var administrator = await program.PersonAsync();
        var invited = new Person("Petr", "Nový", "petr@example.org");
        await using (var db = program.Db())
        {
            db.Add(invited);
            await db.SaveChangesAsync();
        }
        var link = (await program.Services.GetRequiredService<InvitationService>().InviteAsync(administrator.Id, invited.Id, send: false)).Value!.Path!;
        var browser = program.NewBrowser();
        Assert.Contains("Petr Nový", await Browser.TextAsync(await browser.OpenAsync(link)), StringComparison.Ordinal);
        var refused = await browser.SendAsync(link, "invitation", ("Input.Password", "kratke"), ("Input.Repeated", "kratke"));
        Assert.Contains("Heslo je příliš krátké", await Browser.TextAsync(refused), StringComparison.Ordinal);
        Assert.Equal("/", Path(await browser.SendAsync(link, "invitation", ("Input.Password", WebProgram.Password), ("Input.Repeated", WebProgram.Password))));
        Assert.Contains("Petr Nový", await Browser.TextAsync(await browser.OpenAsync("/account")), StringComparison.Ordinal);
        Assert.Contains("Tento odkaz už neplatí", await Browser.TextAsync(await program.NewBrowser().OpenAsync(link)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_OpenedForTheFirstTime_SpeaksTheLanguageOfThePerson()
    {
        await using var program = new WebProgram();
        var administrator = await program.PersonAsync();
        var reader = await program.PersonAsync("ann@example.org", isAdministrator: false, language: "en");
        var link = (await program.Services.GetRequiredService<InvitationService>().InviteAsync(administrator.Id, reader.Id, send: false)).Value!.Path!;
        var browser = program.NewBrowser();
        var switched = await browser.OpenAsync(Path(await browser.OpenAsync(link)));
        Assert.Equal(link, Path(switched));
        Assert.Contains("Set your password", await Browser.TextAsync(await browser.OpenAsync(link)), StringComparison.Ordinal);
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
        Assert.Equal("/account", Path(await browser.SendAsync("/account", $"revoke-{owner.TokenId}")).Split('?')[0]);
        Assert.Null(await tokens.FindOwnerAsync(token));
        Assert.Contains("Platnost tokenu musí skončit v budoucnu",
            await Browser.TextAsync(await browser.SendAsync("/account", "token", ("Input.Name", "Web"), ("Input.LastDay", "0000-99-99"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgotten_KnownAndUnknownAddress_GetTheSamePage()
    {
        await using var program = new WebProgram(
            ("Workspace:PublicAddress", "https://workspace.example.org"), ("Workspace:Smtp:Host", "127.0.0.1"), ("Workspace:Smtp:Port", "1"), ("Workspace:Smtp:From", "w@example.org"));
        await program.PersonAsync();
        var pages = new List<string>();
        foreach (var email in new[] { "hana@example.org", "nikdo@example.org" })
        {
            var page = await Browser.TextAsync(await program.NewBrowser().SendAsync("/account/forgotten-password", "forgotten", ("Input.Email", email)));
            pages.Add(page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)]);
        }
        Assert.Contains("Pokud tento e-mail známe", pages[0], StringComparison.Ordinal);
        Assert.Equal(pages[0], pages[1]);
        await using var db = program.Db();
        Assert.Equal("hana@example.org", db.Outbox.Single().To);
    }

    [Fact]
    public async Task SignInPage_OfTheDemo_OffersItsPeople()
    {
        await using var program = new WebProgram(("Workspace:Demo", "true"));
        var browser = program.NewBrowser();
        var page = await Browser.TextAsync(await browser.OpenAsync("/account/sign-in"));
        Assert.Contains("href=\"/account/demo/administrator\"", page, StringComparison.Ordinal);
        Assert.Equal("/", Path(await browser.OpenAsync("/account/demo/administrator")));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).StatusCode);
    }

    private static string Path(HttpResponseMessage redirect) => redirect.Headers.Location is { IsAbsoluteUri: true } address
        ? address.Host == "localhost" ? address.PathAndQuery : address.AbsoluteUri
        : redirect.Headers.Location!.OriginalString;

    private static string SignInCookie(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(".AspNetCore.Identity.Application", StringComparison.Ordinal));
}
