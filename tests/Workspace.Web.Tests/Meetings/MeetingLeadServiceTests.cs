using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class MeetingLeadServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Start_StampsTheRulesOfTheDay_AndBeginsWithTheFirstItem(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var newer = await world.World.AddAsync(new RulesOfProcedure(world.Group.Id, 2, new(2026, 6, 11), new RulesValues()));
        await world.World.AddAsync(new RulesOfProcedure(world.Group.Id, 3, new(2026, 6, 12), new RulesValues()));
        var id = await world.MeetingAsync("A", "B");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        var room = await world.RoomAsync(id);
        Assert.Equal((MeetingState.Live, newer.Id, "A"), (room.Meeting.State, room.Meeting.RulesId!.Value, room.Current?.Title));
        Assert.Equal(0, room.Roll.PresentSeats);
        world.Refused("MeetingNotStartable", (await world.Lead.StartAsync(world.Chair.Id, id)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Start_OfAGroupWithoutRules_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = Value(await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, Details(new DateOnly(2023, 12, 31)), []));
        await using (var db = world.World.Db())
            await db.Rules.Where(r => r.GroupId == world.Group.Id).ExecuteDeleteAsync();
        world.Refused("MeetingWithoutRules", (await world.Lead.StartAsync(world.Chair.Id, id)).Refusal);
        Assert.Equal(MeetingState.Planned, (await world.RoomAsync(id)).Meeting.State);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Lead_IsForChairAndSecretary(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B");
        world.Refused("NotAllowed", (await world.Lead.StartAsync(world.Members[0].Id, id)).Refusal);
        world.Refused("NotAllowed", (await world.Lead.StartAsync(world.Administrator.Id, id)).Refusal);
        world.Refused("NotAllowed", (await world.Lead.StartAsync(world.Guest.Id, id)).Refusal);
        world.Refused("NotFound", (await world.Lead.StartAsync(world.Stranger.Id, id)).Refusal);
        Done(await world.Lead.StartAsync(world.Secretary.Id, id));
        world.Refused("NotAllowed", (await world.Lead.NextAsync(world.Members[0].Id, id, null)).Refusal);
        world.Refused("NotAllowed", (await world.Lead.CloseAsync(world.Members[0].Id, id)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Next_GoesThroughSubItems_AndStopsAtTheEnd(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", ">A1", "B");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Assert.Equal("A1", await NextAsync());
        Assert.Equal("B", await NextAsync());
        var last = (await world.RoomAsync(id)).Current!.Id;
        world.Refused("MeetingNoNextItem", (await world.Lead.NextAsync(world.Chair.Id, id, last)).Refusal);
        Assert.Equal([AgendaItemState.Done, AgendaItemState.Done, AgendaItemState.Pending], (await world.RoomAsync(id)).Agenda.Select(i => i.State));

        async Task<string> NextAsync()
        {
            Done(await world.Lead.NextAsync(world.Chair.Id, id, (await world.RoomAsync(id)).Current!.Id));
            return (await world.RoomAsync(id)).Current!.Title;
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Next_ByManyAtOnce_AdvancesOnce(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B", "C", "D");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        var first = (await world.RoomAsync(id)).Current!.Id;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() =>
            world.Lead.NextAsync(n % 2 == 0 ? world.Chair.Id : world.Secretary.Id, id, first))));
        Assert.All(outcomes, Done);
        Assert.Equal("B", (await world.RoomAsync(id)).Current!.Title);
        await using var db = world.World.Db();
        Assert.Equal(2, await db.MeetingEvents.CountAsync(e => e.Kind == MeetingEventKind.ItemBegan));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task GoTo_ForwardsFinishesTheCurrent_BackwardsLeavesItOpen(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B", "C");
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Done(await world.Lead.GoToAsync(world.Chair.Id, id, await world.ItemAsync(id, "C")));
        Done(await world.Lead.GoToAsync(world.Chair.Id, id, await world.ItemAsync(id, "B")));
        Assert.Equal([AgendaItemState.Done, AgendaItemState.Pending, AgendaItemState.Pending], (await world.RoomAsync(id)).Agenda.Select(i => i.State));
        Done(await world.Lead.GoToAsync(world.Chair.Id, id, await world.ItemAsync(id, "A")));
        Assert.Equal(AgendaItemState.Pending, (await world.RoomAsync(id)).Current!.State);
        world.Refused("NotFound", (await world.Lead.GoToAsync(world.Chair.Id, id, 999)).Refusal);
        var removed = await world.ItemAsync(id, "C");
        Done(await world.Agenda.RemoveAsync(world.Secretary.Id, removed));
        world.Refused("NotFound", (await world.Lead.GoToAsync(world.Chair.Id, id, removed)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Clock_CountsTheItemUnderDiscussion_WithoutAdjournments(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B");
        var time = world.World.Time;
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        time.Advance(TimeSpan.FromMinutes(4));
        Done(await world.Lead.AdjournAsync(world.Chair.Id, id));
        time.Advance(TimeSpan.FromMinutes(30));
        Done(await world.Lead.ResumeAsync(world.Chair.Id, id));
        time.Advance(TimeSpan.FromMinutes(3));
        Done(await world.Lead.NextAsync(world.Chair.Id, id, await world.ItemAsync(id, "A")));
        time.Advance(TimeSpan.FromMinutes(5));

        var (a, b) = ((await world.RoomAsync(id)).Agenda[0], (await world.RoomAsync(id)).Agenda[1]);
        Assert.Equal((TimeSpan.FromMinutes(7), null), (a.Used, a.RunningSince));
        Assert.Equal(TimeSpan.FromMinutes(5), b.UsedAt(time.GetUtcNow()));
        Done(await world.Lead.CloseAsync(world.Chair.Id, id));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromMinutes(5), (await world.RoomAsync(id)).Agenda[1].UsedAt(time.GetUtcNow()));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AdjournResumeCloseReopen_EachFromItsStateOnly(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B", "C");
        var by = world.Chair.Id;
        world.Refused("MeetingNotLive", (await world.Lead.AdjournAsync(by, id)).Refusal);
        world.Refused("MeetingNotLive", (await world.Lead.NextAsync(by, id, null)).Refusal);
        world.Refused("MeetingNotAdjourned", (await world.Lead.ResumeAsync(by, id)).Refusal);
        world.Refused("MeetingNotOpen", (await world.Lead.CloseAsync(by, id)).Refusal);
        world.Refused("MeetingNotClosed", (await world.Lead.ReopenAsync(by, id)).Refusal);
        Done(await world.Lead.StartAsync(by, id));
        var b = await world.ItemAsync(id, "B");
        Done(await world.Lead.GoToAsync(by, id, b));
        Done(await world.Lead.AdjournAsync(by, id));
        world.Refused("MeetingNotLive", (await world.Lead.GoToAsync(by, id, b)).Refusal);
        Done(await world.Lead.CloseAsync(by, id));
        var closed = await world.RoomAsync(id);
        Assert.Equal((MeetingState.Closed, null), (closed.Meeting.State, closed.Meeting.CurrentItemId));
        Assert.Equal([AgendaItemState.Done, AgendaItemState.Done, AgendaItemState.Pending], closed.Agenda.Select(i => i.State));

        Done(await world.Lead.ReopenAsync(by, id));
        var reopened = await world.RoomAsync(id);
        Assert.Equal((MeetingState.Live, "B", AgendaItemState.Pending), (reopened.Meeting.State, reopened.Current!.Title, reopened.Current.State));
        await using var db = world.World.Db();
        Assert.Equal(
            ["Started", "ItemBegan", "ItemBegan", "Adjourned", "Closed", "Reopened"],
            (await db.MeetingEvents.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()).Select(k => k.ToString()));
    }
}
