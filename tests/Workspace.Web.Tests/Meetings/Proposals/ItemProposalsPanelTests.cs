using AngleSharp.Dom;
using Bunit;
using Workspace.Web.Localization;
using Workspace.Web.Meetings.Proposals;
using Workspace.Web.People;
using Workspace.Web.Data;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings.Proposals;

public sealed class ItemProposalsPanelTests
{
    [Fact]
    public async Task R6_MemberProposes_TheChairPutsItOnTheAgenda()
    {
        await using var world = await SceneAsync();
        var meeting = await world.MeetingAsync("Zahájení");
        var member = await ShowAsync(world, world.Members[0], meeting);
        var chair = await ShowAsync(world, world.Chair, meeting);
        Assert.Contains("2.\u00a06.\u00a02026 (úterý)", member.Markup);
        await member.ActAsync(c => Button(c, "Navrhnout bod programu").ClickAsync(new()));
        await member.ActAsync(c => c.Find("#item-title").ChangeAsync(new() { Value = "Sdílené byty" }));
        await member.ActAsync(c => c.Find("form").SubmitAsync());
        chair.WaitForAssertion(() => Assert.Contains("Sdílené byty", chair.Markup));
        Assert.DoesNotContain("Zařadit do programu", member.Markup);
        await chair.ActAsync(c => Button(c, "Zařadit do programu").ClickAsync(new()));
        chair.WaitForAssertion(() => Assert.Contains("zařazen na konec programu", chair.Find("[role=status]").TextContent));
        member.WaitForAssertion(() => Assert.Contains("zařazeno", member.Find("details").TextContent));
    }

    [Fact]
    public async Task Declining_AsksForTheReason()
    {
        await using var world = await SceneAsync();
        var meeting = await world.MeetingAsync("Zahájení");
        Value(await world.World.Get<ItemProposalService>().ProposeAsync(world.Members[0].Id, meeting, new("Bod")));
        var chair = await ShowAsync(world, world.Chair, meeting);
        await chair.ActAsync(c => Button(c, "Nezařadit").ClickAsync(new()));
        await chair.ActAsync(c => c.Find("form").SubmitAsync());
        Assert.Contains("proč se bod nezařazuje", chair.Markup);
        await chair.ActAsync(c => c.Find("#decline-reason").ChangeAsync(new() { Value = "Patří jinam." }));
        await chair.ActAsync(c => c.Find("form").SubmitAsync());
        chair.WaitForAssertion(() => Assert.Contains("Patří jinam.", chair.Find("details").TextContent));
    }

    [Fact]
    public async Task R1_Guest_SeesNoWayToPropose()
    {
        await using var world = await SceneAsync();
        var guest = await ShowAsync(world, world.Guest, await world.MeetingAsync("Zahájení"));
        Assert.Empty(guest.FindAll("button"));
    }

    private static async Task<MeetingWorld> SceneAsync()
    {
        var world = await CreateAsync(DatabaseKind.Sqlite);
        world.World.Time.Set(new DateOnly(2026, 5, 20).At(new(9, 0), GroupCalendar.DefaultZone));
        return world;
    }

    private static async Task<IRenderedComponent<ItemProposalsPanel>> ShowAsync(MeetingWorld world, Person person, long meeting)
    {
        var info = (await world.RoomAsync(meeting)).Meeting;
        var shown = new MeetingPages(world, person).Render<ItemProposalsPanel>(p => p.Add(c => c.Meeting, info));
        shown.WaitForElement("#item-proposals");
        return shown;
    }

    private static IElement Button(IRenderedComponent<ItemProposalsPanel> panel, string text) => panel.FindAll("button").Single(b => b.TextContent.Trim() == text);
}
