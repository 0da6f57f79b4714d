using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Groups;

namespace Workspace.Web.Tests.Groups;

public sealed class MembersPageTests
{
    [Fact]
    public async Task Members_OnAnOldDay_ShowWhoHeldTheSeatThen()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await scene.Get<SeatTermService>().OfferAsync(scene.Secretary, scene.GroupId, new(scene.SeatId, scene.Stranger, new(2026, 3, 1), null, scene.TermId));
        await using var pages = new GroupPages(scene, scene.Secretary);

        var page = pages.Render<MembersPage>(p => p.Add(m => m.GroupId, scene.GroupId));
        page.WaitForText("Cyril Cizí");
        Assert.DoesNotContain("Milada Členová", page.Find("table.seats").TextContent, StringComparison.Ordinal);
        Assert.Contains("čeká na přijetí", page.Markup, StringComparison.Ordinal);

        page.Find("#as-of").Change("2026-02-28");
        page.WaitForText("Ukazuje se stav ke dni 28.\u00a02.\u00a02026");
        Assert.Contains("Milada Členová", page.Find("table.seats").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("?day=2026-02-28", pages.Navigation.Uri, StringComparison.Ordinal);
        page.Find("#as-of").Change("");
        page.WaitForText("Cyril Cizí");
    }

    [Theory]
    [InlineData("?day=nesmysl")]
    [InlineData("?day=2026-13-45")]
    [InlineData("?day=")]
    public async Task Members_OnADayThatIsNone_ShowToday(string query)
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        pages.Navigation.NavigateTo($"/groups/{scene.GroupId}/members{query}");
        var page = pages.Render<MembersPage>(p => p.Add(m => m.GroupId, scene.GroupId));
        page.WaitForText("Milada Členová");
        Assert.DoesNotContain("Ukazuje se stav", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_ForAGuest_HaveNoButtonsNoAddressesAndNoLinksToPeople()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await scene.Get<OfficerService>().AppointAsync(scene.Secretary, scene.GroupId, new(scene.Administrator, Office.Chair, scene.Today, null));
        await using var pages = new GroupPages(scene, scene.Guest);
        var page = pages.Render<MembersPage>(p => p.Add(m => m.GroupId, scene.GroupId));
        page.WaitForText("Jana Správcová");
        Assert.Empty(page.FindAll("button"));
        Assert.Empty(page.FindAll("a[href^=mailto]"));
        Assert.Empty(page.FindAll("a[href^='/people']"));
    }

    [Fact]
    public async Task Pages_OfAGroup_AreNotThereForAStranger_AndChangingOnesNeitherForAMember()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var stranger = new GroupPages(scene, scene.Stranger);
        stranger.Render<MembersPage>(p => p.Add(m => m.GroupId, scene.GroupId)).WaitForText("Tady nic není");
        stranger.Render<SeatPage>(p => p.Add(m => m.GroupId, scene.GroupId).Add(m => m.SeatId, scene.SeatId)).WaitForText("Tady nic není");
        stranger.Render<RulesPage>(p => p.Add(m => m.GroupId, scene.GroupId)).WaitForText("Tady nic není");
        stranger.Render<StandingItemsPage>(p => p.Add(m => m.GroupId, scene.GroupId)).WaitForText("Tady nic není");
        stranger.Render<GroupsPage>().WaitForText("Tady nic není");

        await using var member = new GroupPages(scene, scene.Member);
        member.Render<GroupEditPage>(p => p.Add(m => m.GroupId, scene.GroupId)).WaitForText("Tady nic není");
        member.Render<SeatNewPage>(p => p.Add(m => m.GroupId, scene.GroupId)).WaitForText("Tady nic není");
        member.Render<RulesNewPage>(p => p.Add(m => m.GroupId, scene.GroupId)).WaitForText("Tady nic není");
        member.Render<GroupNewPage>().WaitForText("Tady nic není");
        member.Render<SeatPage>(p => p.Add(m => m.GroupId, scene.GroupId).Add(m => m.SeatId, scene.SeatId)).WaitForText("Milada Členová");
    }

    [Fact]
    public async Task Offer_ComesToThePersonsPageByItself_AndAcceptingShowsItToTheSecretary()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        var seat = (await scene.Get<SeatService>().AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, scene.UnitId, null, scene.Today))).Value;
        await using var theirs = new GroupPages(scene, scene.Stranger);
        var panel = theirs.Render<MembershipOfferPanel>();
        Assert.Empty(panel.FindAll("section"));

        await using var secretarys = new GroupPages(scene, scene.Secretary);
        var page = secretarys.Render<SeatPage>(p => p.Add(m => m.GroupId, scene.GroupId).Add(m => m.SeatId, seat));
        page.WaitForText("neobsazeno");
        await scene.Get<SeatTermService>().OfferAsync(scene.Secretary, scene.GroupId, new(seat, scene.Stranger, scene.Today, null, null));

        panel.WaitForText("Jste zváni, abyste se stali členem: Pracovní skupina Bydlení");
        page.WaitForText("čeká na přijetí");
        panel.Find("button.primary").Click();
        panel.WaitForText("Přijali jste členství");
        page.WaitForNoText("čeká na přijetí");
        Assert.Empty(panel.FindAll("section"));
    }

    [Fact]
    public async Task Decline_AsksFirst_AndThenStaysAGuest()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        var seat = (await scene.Get<SeatService>().AddAsync(scene.Secretary, scene.GroupId, new(scene.OrganisationId, null, null, scene.Today))).Value;
        await scene.Get<SeatTermService>().OfferAsync(scene.Secretary, scene.GroupId, new(seat, scene.Stranger, scene.Today, null, null));
        await using var pages = new GroupPages(scene, scene.Stranger, "en");
        var panel = pages.Render<MembershipOfferPanel>();
        panel.WaitForText("You are asked to become a member");
        panel.FindAll("button")[1].Click();
        Assert.Contains("You stay a guest", panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain((await scene.MembersAsync()).Guests, g => g.Person.Id == scene.Stranger);
        panel.Find(".ask .btn.primary").Click();
        panel.WaitForText("You have declined membership");
        Assert.Contains((await scene.MembersAsync()).Guests, g => g.Person.Id == scene.Stranger && g.HasDeclinedMembership);
    }

    [Fact]
    public async Task Offer_WithoutAPerson_IsRefusedAndKeepsTheDay()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        var page = pages.Render<SeatPage>(p => p.Add(m => m.GroupId, scene.GroupId).Add(m => m.SeatId, scene.SeatId));
        page.WaitForText("Vystřídat zástupce");
        page.FindAll("button").Single(b => b.TextContent == "Vystřídat zástupce").Click();
        page.Find("#holder-from").Change("2026-09-01");
        page.Find("form").Submit();
        page.WaitForText("Vyberte člověka z nabídky");
        Assert.Equal("true", page.Find("#holder").GetAttribute("aria-invalid"));
        Assert.Contains(page.Find("[role=alert]").Id!, page.Find("#holder").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("2026-09-01", page.Find("#holder-from").GetAttribute("value"));
    }
}
