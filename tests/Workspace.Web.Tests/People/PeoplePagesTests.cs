using Bunit;
using Workspace.Web.Data;
using Workspace.Web.People;
using Workspace.Web.Tests.Groups;

namespace Workspace.Web.Tests.People;

public sealed class PeoplePagesTests
{
    [Fact]
    public async Task List_ShowsANewPersonByItself()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        pages.Navigation.NavigateTo("/people?q=ziva");
        var page = pages.Render<PeoplePage>();
        page.WaitForText("Nikdo neodpovídá");
        await scene.Get<PeopleService>().AddAsync(scene.Administrator, new() { GivenName = "Živa", FamilyName = "Nová" });
        page.WaitForText("Nová Živa");
        Assert.Contains("1 člověk", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_StandsInTheAddress()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        var page = pages.Render<PeoplePage>();
        page.WaitForText("6 lidí");
        page.Find("#people-search").Input("clenova");
        page.WaitForText("1 člověk");
        Assert.EndsWith("?q=clenova", pages.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_IsChangedByAdministratorsOnly()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var secretarys = new GroupPages(scene, scene.Secretary);
        var page = secretarys.Render<PersonPage>(p => p.Add(x => x.Id, scene.Member));
        page.WaitForText("člen za místo Město Dolní Lhota");
        // Whom they may invite they may not change.
        Assert.All(page.FindAll("button"), button => Assert.NotNull(button.Closest("section[aria-labelledby=invitation-title]")));
        secretarys.Render<PersonEditPage>(p => p.Add(x => x.Id, scene.Member)).WaitForText("Tady nic není");

        await using var members = new GroupPages(scene, scene.Member);
        members.Render<PeoplePage>().WaitForText("Tady nic není");
        members.Render<OrganisationsPage>().WaitForText("Tady nic není");
        members.Render<OrganisationPage>(p => p.Add(x => x.Id, scene.OrganisationId)).WaitForText("Tady nic není");
        members.Render<PersonEditPage>().WaitForText("Tady nic není");
        members.Render<PersonPage>(p => p.Add(x => x.Id, scene.Secretary)).WaitForText("Tady nic není");
        members.Render<PersonPage>(p => p.Add(x => x.Id, scene.Member)).WaitForText("Milada Členová");
    }

    [Fact]
    public async Task LastAdministrator_IsToldWhyTheyStay()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Administrator);
        var page = pages.Render<PersonPage>(p => p.Add(x => x.Id, scene.Administrator));
        page.WaitForText("Odebrat správu");
        page.FindAll("button").Single(b => b.TextContent == "Odebrat správu").Click();
        page.Find(".ask .btn.primary").Click();
        page.WaitForText("poslední aktivní správce");
        page.FindAll("button").Single(b => b.TextContent == "Vyřadit").Click();
        page.FindAll(".ask .btn.danger").Single().Click();
        page.WaitForState(() => page.FindAll("[role=alert]").Count == 2, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Form_KeepsWhatWasEntered_WhenItIsRefused_AndGoesToThePersonWhenDone()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        var page = pages.Render<PersonEditPage>();
        page.WaitForElement("#given-name");
        page.Find("#given-name").Change("Květa");
        page.Find("#email").Change("jana@example.org");
        page.Find("form").Submit();
        page.WaitForText("Vyplňte jméno i příjmení");
        Assert.Equal("true", page.Find("#family-name").GetAttribute("aria-invalid"));
        page.Find("#family-name").Change("Polní");
        page.Find("form").Submit();
        page.WaitForText("Tento e-mail už patří někomu jinému");
        Assert.Equal(("Květa", "Polní"), (page.Find("#given-name").GetAttribute("value"), page.Find("#family-name").GetAttribute("value")));
        page.Find("#email").Change("kveta@example.org");
        page.Find("form").Submit();
        page.WaitForState(() => pages.Navigation.Uri.Contains("/people/", StringComparison.Ordinal) && !pages.Navigation.Uri.EndsWith("/new", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Single((await scene.Get<PeopleService>().SearchAsync(scene.Secretary, new("kveta polni"))).Value!.People.Rows);
    }

    [Fact]
    public async Task Organisation_GetsItsUnitsInThePage()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Administrator);
        var page = pages.Render<OrganisationPage>(p => p.Add(x => x.Id, scene.OrganisationId));
        page.WaitForText("Odbor sociálních věcí");
        page.FindAll("button").Single(b => b.TextContent == "Přidat odbor nebo oddělení").Click();
        page.Find("#new-unit-name").Change("Odbor sociálních věcí");
        page.Find("form").Submit();
        page.WaitForText("už organizace má");
        page.Find("#new-unit-name").Change("Odbor školství");
        page.Find("form").Submit();
        page.WaitForText("Uloženo.");
        Assert.Contains("Odbor školství", page.Markup, StringComparison.Ordinal);
    }
}
