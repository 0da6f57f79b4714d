using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.People;

namespace Workspace.Web.Tests.Account;

public sealed class InvitationHttpTests
{
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
        Assert.Equal("/", Browser.Path(await browser.SendAsync(link, "invitation", ("Input.Password", WebProgram.Password), ("Input.Repeated", WebProgram.Password))));
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
        var switched = await browser.OpenAsync(Browser.Path(await browser.OpenAsync(link)));
        Assert.Equal(link, Browser.Path(switched));
        Assert.Contains("Set your password", await Browser.TextAsync(await browser.OpenAsync(link)), StringComparison.Ordinal);
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
}
