using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Demo;

public sealed class DemoMeetingsSeededTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LiveMeeting_HasEighteenOfTwentyFourSeatsPresent_SinceOneHasLeft(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);

        var roll = await db.Roll.Where(r => r.MeetingId == meeting.Id).ToListAsync();

        var seats = roll.Where(r => r.SeatId is not null).ToList();
        Assert.Equal(24, seats.Count);
        Assert.Equal(18, seats.Count(r => r.State is RollState.Present or RollState.Online));
        Assert.Equal(4, seats.Count(r => r.State == RollState.Excused));
        Assert.Equal(2, seats.Count(r => r.State == RollState.Absent));
        var standIn = await db.People.SingleAsync(p => p.DemoKey == "alternate-2");
        Assert.Equal(RollState.Online, Assert.Single(seats, r => r.PersonId == standIn.Id).State);
        var others = roll.Where(r => r.SeatId is null).Select(r => r.PersonId).ToList();
        Assert.Equal(["guest-1", "guest-2", "secretary"], await db.People.Where(p => others.Contains(p.Id)).Select(p => p.DemoKey).Order().ToListAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LiveMeeting_StandsInItsThirdItem(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);

        var items = await db.AgendaItems.Where(i => i.MeetingId == meeting.Id && i.ParentId == null).OrderBy(i => i.Position).ToListAsync();

        Assert.Equal(items[2].Id, meeting.CurrentItemId);
        Assert.Equal(
            [AgendaItemState.Done, AgendaItemState.Done, .. Enumerable.Repeat(AgendaItemState.Pending, 5)], items.Select(i => i.State));
        Assert.Equal("Bc. Vojtěch Hruška", items[2].Presenter);
        Assert.Equal([0, 1], await db.AgendaItems.Where(i => i.ParentId == items[5].Id).OrderBy(i => i.Position).Select(i => i.Position).ToListAsync());
        var writers = await db.Revisions.Where(r => r.TextId == items[2].TextId).Select(r => r.AuthorId).Distinct().ToListAsync();
        Assert.Equal(
            ["member-17", "member-2", "secretary"],
            (await db.People.Where(p => writers.Contains(p.Id)).Select(p => p.DemoKey).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Meetings_RanInOrderUnderTheRulesOfTheirDay(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var meetings = await db.Meetings.Where(m => m.Form != MeetingForm.PerRollam).ToListAsync();
        var rules = await db.Rules.ToListAsync();
        var events = (await db.MeetingEvents.OrderBy(e => e.Id).ToListAsync()).ToLookup(e => e.MeetingId);

        Assert.Equal([MeetingState.Planned, MeetingState.Live, MeetingState.Closed], meetings.Select(m => m.State).Distinct().Order());
        Assert.Equal(5, meetings.Count(m => m.State == MeetingState.Closed));
        Assert.All(meetings.Where(m => m.State == MeetingState.Closed), m =>
        {
            Assert.NotNull(m.NextMeeting);
            Assert.NotNull(m.ClosedAt);
            Assert.Equal(m.ClosedAt, events[m.Id].Last().At);
        });
        Assert.All(meetings.Where(m => m.State != MeetingState.Planned), m =>
        {
            var day = m.StartedAt!.Value.DayIn(m.TimeZone);
            Assert.Equal(rules.Where(r => r.GroupId == m.GroupId && r.ValidFrom <= day).MaxBy(r => r.ValidFrom)!.Id, m.RulesId);
            Assert.Equal([MeetingEventKind.Invited, MeetingEventKind.Started, MeetingEventKind.ItemBegan], events[m.Id].Take(3).Select(e => e.Kind));
            Assert.Equal(events[m.Id].Select(e => e.At).Order(), events[m.Id].Select(e => e.At));
        });
        var planned = Assert.Single(meetings, m => m.State == MeetingState.Planned);
        Assert.Empty(events[planned.Id]);
        Assert.Null(planned.RulesId);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Roll_OfAnOldMeetingNamesWhoHeldTheSeatThen(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var oldest = await db.Meetings.OrderBy(m => m.StartsAt).FirstAsync();

        var names = await db.Roll.Where(r => r.MeetingId == oldest.Id)
            .Join(db.People, r => r.PersonId, p => p.Id, (r, p) => p.Name).ToListAsync();

        Assert.Contains("Josef Melichar", names);
        Assert.Contains("Naděžda Krupičková", names);
        Assert.DoesNotContain("Jitka Machalová", names);
    }
}
