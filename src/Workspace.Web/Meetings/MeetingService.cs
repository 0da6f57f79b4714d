using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings;

/// <summary>Meetings themselves: calling one, its details, calling it off, and the list of them.</summary>
public sealed class MeetingService(
    IDbContextFactory<WorkspaceDb> factory, GroupAccess access, MeetingChanges changes, MeetingRooms rooms, TimeProvider time)
{
    /// <summary>Calls a meeting with an agenda to begin with; its number is the next in the group's series of the year.</summary>
    /// <returns>Id of the meeting.</returns>
    public async Task<Outcome<long>> CreateAsync(
        long by, long groupId, MeetingDetails details, IReadOnlyList<AgendaDraft> agenda, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.HoldAsync<Group>(groupId, cancellationToken) is not { } group)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, groupId, by, time.GetUtcNow().DayIn(group.TimeZone), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        if (!standing.CanManage)
            return Refusal.NotAllowed;
        if ((DetailsCheck.Of(details) ?? AgendaDrafts.Refuse(agenda, 0)) is { } refusal)
            return refusal;
        var day = details.StartsAt.DayIn(details.TimeZone);
        var rules = (await RulesService.RulesOn(db, groupId, day, cancellationToken))?.Values ?? new RulesValues();
        if (details.Form == MeetingForm.PerRollam && !rules.IsPerRollamAllowed)
            return new Refusal("PerRollamNotAllowed");

        var number = await NextNumberAsync(db, groupId, day.Year, cancellationToken);
        var meeting = new Meeting(groupId, day.Year, number, MinutesNumber.Format(rules.MinutesNumberFormat, number, day.Year), details);
        db.Add(meeting);
        AgendaDrafts.Add(db, meeting, agenda, 0);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return meeting.Id;
    }

    /// <summary>Changes the details. The number stays, so that a meeting cannot move into another year's series.</summary>
    /// <param name="seen">What the change was made from: refused if somebody else has changed that meanwhile.</param>
    public Task<Outcome> EditAsync(
        long by, long meetingId, MeetingDetails details, MeetingDetails? seen = null, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, meetingId, standing => standing.CanManage, async change =>
        {
            if (change.Meeting.IsEnded)
                return new Refusal("MeetingEnded");
            if (seen is not null && seen != MeetingDetails.Of(change.Meeting))
                return Refusal.Conflict;
            if (DetailsCheck.Of(details) is { } refusal)
                return refusal;
            var day = details.StartsAt.DayIn(details.TimeZone);
            if (day.Year != change.Meeting.Year)
                return new Refusal("MeetingYearFixed", change.Meeting.NumberText, change.Meeting.Year);
            if (details.Form == MeetingForm.PerRollam && change.Meeting.Form != MeetingForm.PerRollam
                && await RulesService.RulesOn(change.Db, change.Meeting.GroupId, day, cancellationToken) is not { Values.IsPerRollamAllowed: true })
                return new Refusal("PerRollamNotAllowed");
            change.Meeting.Describe(details);
            return null;
        }, cancellationToken);

    /// <summary>Calls a meeting off before it has begun. It keeps its number and stays in the list.</summary>
    public Task<Outcome> CancelAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, meetingId, standing => standing.CanManage, change =>
        {
            if (!change.Meeting.Cancel())
                return Task.FromResult<Refusal?>(new("MeetingNotCancellable"));
            change.Record(MeetingEventKind.Cancelled);
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);

    /// <summary>The meetings of a group: those on now, the coming by date, the past from the latest.</summary>
    public async Task<Outcome<MeetingList>> ListAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var group = await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, cancellationToken);
        if (group is null || await access.FindAsync(db, groupId, by, now.DayIn(group.TimeZone), cancellationToken) is not { CanRead: true } standing)
            return Refusal.NotFound;
        var all = await db.Meetings.Where(m => m.GroupId == groupId).Summaries().ToListAsync(cancellationToken);
        var coming = all.ToLookup(m =>
            m.State is MeetingState.Planned or MeetingState.Invited || (m.State == MeetingState.Cancelled && m.EndsAt > now));
        return new MeetingList(
            group.Id, group.Name, group.ShortName, group.TimeZone, standing.CanManage,
            [.. all.Where(IsOn).OrderBy(m => m.StartsAt)],
            [.. coming[true].OrderBy(m => m.StartsAt)],
            [.. coming[false].Where(m => !IsOn(m)).OrderByDescending(m => m.StartsAt)]);
    }

    /// <summary>The details, for who may read the group's matters.</summary>
    public async Task<Outcome<MeetingInfo>> FindAsync(long by, long meetingId, CancellationToken cancellationToken = default)
    {
        var room = await RoomAsync(by, meetingId, cancellationToken);
        return room.Value is { } view ? view.Room.Meeting : room.Refusal!;
    }

    /// <summary>Everything that the meeting room shows, and what the person may do there.</summary>
    public async Task<Outcome<MeetingRoomView>> RoomAsync(long by, long meetingId, CancellationToken cancellationToken = default)
    {
        if (await rooms.FindAsync(meetingId, cancellationToken) is not { } room)
            return Refusal.NotFound;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, room.Meeting.GroupId, by, time.GetUtcNow().DayIn(room.Meeting.TimeZone), cancellationToken);
        return standing.CanRead ? new MeetingRoomView(room, standing) : Refusal.NotFound;
    }

    private static bool IsOn(MeetingSummary meeting) => meeting.State is MeetingState.Live or MeetingState.Adjourned;

    /// <summary>The next number of the year; cancelled meetings keep theirs, so that none is given twice (R26).</summary>
    private static async Task<int> NextNumberAsync(WorkspaceDb db, long groupId, int year, CancellationToken cancellationToken) =>
        (await db.Meetings.Where(m => m.GroupId == groupId && m.Year == year).MaxAsync(m => (int?)m.Number, cancellationToken) ?? 0) + 1;
}
