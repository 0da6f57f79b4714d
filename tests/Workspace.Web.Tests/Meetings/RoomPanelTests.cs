using Bunit;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Meetings.Projector;
using Workspace.Web.Meetings.Room;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class RoomPanelTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Agenda_SaysHowLongAnItemTook_AndByHowMuchItIsOver()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await PlannedAsync(world, ("Zahájení", 10), ("Byty", 30), ("Různé", null));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        world.World.Time.Advance(TimeSpan.FromMinutes(14));
        await using var pages = new MeetingPages(world, world.Chair);
        var room = await world.RoomAsync(id);
        var panel = pages.Render<AgendaPanel>(p => p.Add(x => x.Room, room).Add(x => x.CanLead, true));
        var clock = panel.Find(".item .clock");
        Assert.Equal("14 / 10 min · přes plán o 4 min", clock.TextContent);
        Assert.Equal(("840", "clock over"), (clock.GetAttribute("data-clock"), clock.ClassName));
        Assert.Equal("oproti plánu +4 min", panel.Find(".pace").TextContent.Trim());
        Assert.Contains("30 min", panel.FindAll(".item")[1].TextContent);
    }

    [Fact]
    public async Task Reader_IsNotToldThePace()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await PlannedAsync(world, ("Zahájení", 10));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        await using var pages = new MeetingPages(world, world.Members[0]);
        var room = await world.RoomAsync(id);
        Assert.Empty(pages.Render<AgendaPanel>(p => p.Add(x => x.Room, room)).FindAll(".pace"));
    }

    [Fact]
    public async Task Chair_AddsAnItemInTwoSteps_RightAfterTheOneUnderDiscussion()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("Zahájení", "Byty");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        await using var pages = new MeetingPages(world, world.Chair);
        var room = await world.RoomAsync(id);
        var quick = pages.Render<QuickItem>(p => p.Add(x => x.Room, room).Add(x => x.Me, world.Chair.Id));
        await quick.ActAsync(on => on.Find("button").ClickAsync());
        await quick.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.NotEqual("", quick.Find("[role=alert]").TextContent.Trim());
        await quick.ActAsync(on => on.Find("#quick-title").ChangeAsync("Naléhavá věc"));
        await quick.ActAsync(on => on.Find("[type=checkbox]").ChangeAsync(true));
        await quick.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal(["1 Zahájení", "2 Naléhavá věc", "3 Byty"], await world.AgendaAsync(id));

        room = await world.RoomAsync(id);
        var changes = pages.Render<AgendaChanges>(p => p.Add(x => x.Room, room));
        Assert.Equal(2, changes.FindAll("li").Count);
        Assert.Contains("10:00 zařazen bod „Naléhavá věc“", changes.Find("li").TextContent);
        Assert.Contains("Alena Vrbová", changes.Find("li").TextContent);
        Assert.Contains("zařazeno 10:00", pages.Render<AgendaPanel>(p => p.Add(x => x.Room, room)).Markup);
    }

    [Fact]
    public async Task Projector_FollowsTheMeetingThroughItsLife()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("Zahájení", "Byty");
        await using var pages = new MeetingPages(world, world.Guest);
        var screen = pages.Render<ProjectorPage>(p => p.Add(x => x.MeetingId, id));
        await screen.WaitForElementAsync("h1");
        Assert.Equal("Jednání o bydlení", screen.Find("h1").TextContent);
        Assert.Equal(["Zahájení", "Byty"], screen.FindAll(".agenda .title").Select(title => title.TextContent));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        HeadingBecomes("Zahájení");
        Done(await world.World.Get<RollService>().MarkSeatAsync(world.Secretary.Id, id, world.Seats[0].Id, RollState.Present));
        screen.WaitForAssertion(() => Assert.Equal("1 z 3 členů", screen.Find(".presence p").TextContent), Patience);
        var speakers = world.World.Get<Web.Meetings.Speakers.SpeakerService>();
        Done(await speakers.AskAsync(world.Members[0].Id, id));
        Done(await speakers.AskAsync(world.Members[1].Id, id));
        screen.WaitForAssertion(() => Assert.Equal("Petr První", screen.Find(".next b").TextContent), Patience);
        var first = Value(await speakers.ListAsync(world.Chair.Id, id)).List.Waiting[0].RequestId;
        Done(await speakers.GiveAsync(world.Chair.Id, first, null));
        screen.WaitForAssertion(() => Assert.Equal(("Petr První", "Dana Druhá"), (screen.Find(".floor strong").TextContent, screen.Find(".next b").TextContent)), Patience);
        Done(await world.Lead.AdjournAsync(world.Chair.Id, id));
        HeadingBecomes("Přestávka");
        Done(await world.Lead.CloseAsync(world.Chair.Id, id));
        HeadingBecomes("Děkujeme za účast");
        Assert.Empty(screen.FindAll("button, a, input"));

        void HeadingBecomes(string words) => screen.WaitForAssertion(() => Assert.Equal(words, screen.Find("h1").TextContent), Patience);
    }

    [Fact]
    public async Task Projector_OfAMeetingOneMayNotRead_IsNotThere()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("Zahájení");
        await using var pages = new MeetingPages(world, world.Stranger);
        var screen = pages.Render<ProjectorPage>(p => p.Add(x => x.MeetingId, id));
        Assert.Equal("Tady nic není", screen.Find("h1").TextContent);
        Assert.DoesNotContain("Zahájení", screen.Markup);
    }

    internal static async Task<long> PlannedAsync(MeetingWorld world, params (string Title, int? Minutes)[] items)
    {
        var id = await world.MeetingAsync();
        foreach (var (title, minutes) in items)
            Value(await world.Agenda.AddAsync(world.Secretary.Id, id, null, new(title, AgendaItemKind.Discussion, minutes, null, null)));
        return id;
    }
}
