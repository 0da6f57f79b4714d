using System.Net;
using Workspace.Web.Account;

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
        Assert.Equal((HttpStatusCode.Redirect, "/account"), (entered.StatusCode, Browser.Path(entered)));
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
        Assert.Equal("/", Browser.Path(await program.NewBrowser().SignInAsync(query: query)));
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
    public async Task SignInPage_OfTheDemo_OffersItsPeople()
    {
        await using var program = new WebProgram(("Workspace:Demo", "true"));
        var browser = program.NewBrowser();
        var page = await Browser.TextAsync(await browser.OpenAsync("/account/sign-in"));
        Assert.Contains("href=\"/account/demo/administrator\"", page, StringComparison.Ordinal);
        Assert.Equal("/", Browser.Path(await browser.OpenAsync("/account/demo/administrator")));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).StatusCode);
    }

    private static string SignInCookie(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(".AspNetCore.Identity.Application", StringComparison.Ordinal));
}
