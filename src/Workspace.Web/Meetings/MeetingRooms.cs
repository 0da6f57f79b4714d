using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Meetings.Proposals;
using Workspace.Web.Meetings.Room;
using Workspace.Web.Votes.PerRollam;

namespace Workspace.Web.Meetings;

/// <summary>The rooms of the meetings, shared by all who watch.</summary>
public sealed class MeetingRooms(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TimeProvider time) : IDisposable
{
    private readonly SharedReadings<MeetingRoom> rooms = new(updates, time, Concerns, id => ReadAsync(factory, id));

    /// <summary>The room; null where there is no such meeting. Rights are the caller's to check.</summary>
    public Task<MeetingRoom?> FindAsync(long meetingId, CancellationToken cancellationToken = default) => rooms.FindAsync(meetingId, cancellationToken);

    public void Dispose() => rooms.Dispose();

    private static long? Concerns(LiveTopic topic) => topic.IdAs(LiveTopic.Meeting)
        ?? (topic.IdAs(LiveTopic.Group) is not null || topic == LiveTopic.Directory ? SharedReadings<MeetingRoom>.All : null);

    private static async Task<MeetingRoom?> ReadAsync(IDbContextFactory<WorkspaceDb> factory, long meetingId)
    {
        await using var db = await factory.CreateDbContextAsync();
        if (await db.InfoAsync(meetingId, CancellationToken.None) is not { } meeting)
            return null;
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.MeetingId == meetingId).ToListAsync();
        var rules = (await RulesService.RulesOfMeeting(db, meeting.RulesId, meeting.GroupId, meeting.StartsAt.DayIn(meeting.TimeZone)))?.Values ?? new();
        var deadlines = AgendaDeadlines.Of(meeting.StartsAt, meeting.TimeZone, rules);
        var attachments = (await db.Attachments.Where(a => a.MeetingId == meetingId).OrderBy(a => a.Id)
            .Select(a => new { a.AgendaItemId, a.Id, a.FileName, a.Length, a.UploadedAt }).ToListAsync())
            .ToLookup(a => a.AgendaItemId, a => new AttachmentInfo(a.Id, a.FileName, a.Length, a.UploadedAt.DayIn(meeting.TimeZone) > deadlines.Materials));
        var events = await db.MeetingEvents.AsNoTracking().Where(e => e.MeetingId == meetingId).OrderBy(e => e.Id).ToListAsync();
        var times = ItemClock.Read(events);

        var attendance = await AttendanceReading.ReadAsync(db, meeting, events, rules.Quorum, CancellationToken.None);
        var roll = attendance.Roll;
        var byId = items.ToDictionary(i => i.Id);
        var numbers = AgendaNumbering.Number(items.Where(i => i.State != AgendaItemState.Removed).Select(i => new AgendaPlace(i.Id, i.ParentId, i.Position)));
        return new(
            meeting,
            [.. numbers.Select(n => Room(byId[n.Id], n.Number, n.Level))],
            [.. items.Where(i => i.State == AgendaItemState.Removed).OrderBy(i => i.Id).Select(i => Room(i, "", i.ParentId is null ? 0 : 1))],
            roll,
            await RoomWording.ReadAsync(db, meeting, roll, CancellationToken.None))
        {
            Changes = await ChangesAsync(db, events),
            Attendance = attendance,
            PerRollam = await PerRollamView.EndedBeforeAsync(db, meeting, CancellationToken.None),
        };

        RoomItem Room(AgendaItem item, string number, int level)
        {
            var (used, runningSince) = times.GetValueOrDefault(item.Id);
            return new(
                item.Id, item.ParentId, number, level, new(item.Title, item.Kind, item.PlannedMinutes, item.Presenter, item.Background), item.State,
                item.TextId, used, runningSince, [.. attachments[item.Id]]);
        }
    }

    private static async Task<IReadOnlyList<AgendaChange>> ChangesAsync(WorkspaceDb db, List<MeetingEvent> events)
    {
        var changes = events.Where(e => AgendaChange.IsOne(e.Kind)).ToList();
        var by = changes.Select(e => e.PersonId).Distinct().ToList();
        var names = await db.People.Where(p => by.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        return [.. changes.Select(e => new AgendaChange(e.Kind, e.At, names[e.PersonId], e.ItemId, e.Detail ?? ""))];
    }
}
