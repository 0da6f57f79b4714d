using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Meetings.Room;

namespace Workspace.Web.Meetings;

/// <summary>
/// The rooms of the meetings, read once per server and change and shared by all who watch: five hundred watchers cost
/// one read. What is announced before a read has ended makes that read stale, so that nobody is answered from before.
/// </summary>
public sealed class MeetingRooms : IDisposable
{
    private const int MostKept = 200;

    /// <summary>An announcement of another server can be missed while the connection to it is lost.</summary>
    private static readonly TimeSpan LongestTrust = TimeSpan.FromSeconds(15);

    private readonly IDbContextFactory<WorkspaceDb> factory;
    private readonly LiveUpdates updates;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<long, Reading> rooms = new();

    public MeetingRooms(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TimeProvider time)
    {
        (this.factory, this.updates, this.time) = (factory, updates, time);
        updates.Announced += Forget;
    }

    /// <summary>The room; null where there is no such meeting. Rights are the caller's to check.</summary>
    public async Task<MeetingRoom?> FindAsync(long meetingId, CancellationToken cancellationToken = default)
    {
        if (rooms.Count > MostKept)
            rooms.Clear();
        var reading = rooms.AddOrUpdate(meetingId, Begin, (id, kept) => time.GetElapsedTime(kept.Begun) > LongestTrust || kept.HasFailed ? Begin(id) : kept);
        var room = await reading.Room.Value.WaitAsync(cancellationToken);
        if (room is null)
            rooms.TryRemove(new(meetingId, reading));
        return room;
    }

    public void Dispose() => updates.Announced -= Forget;

    private void Forget(LiveTopic topic)
    {
        if (topic.Kind == LiveTopic.Meeting(0).Kind)
            rooms.TryRemove(topic.Id, out _);
        else if (topic.Kind == LiveTopic.Group(0).Kind || topic == LiveTopic.Directory)
            rooms.Clear();
    }

    private Reading Begin(long meetingId) => new(new(() => ReadAsync(meetingId)), time.GetTimestamp());

    private async Task<MeetingRoom?> ReadAsync(long meetingId)
    {
        await using var db = await factory.CreateDbContextAsync();
        if (await db.InfoAsync(meetingId, CancellationToken.None) is not { } meeting)
            return null;
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.MeetingId == meetingId).ToListAsync();
        var attachments = (await db.Attachments.Where(a => a.MeetingId == meetingId).OrderBy(a => a.Id)
            .Select(a => new { a.AgendaItemId, Info = new AttachmentInfo(a.Id, a.FileName, a.Length) }).ToListAsync()).ToLookup(a => a.AgendaItemId, a => a.Info);
        var events = await db.MeetingEvents.AsNoTracking().Where(e => e.MeetingId == meetingId).OrderBy(e => e.Id).ToListAsync();
        var times = ItemClock.Read(events);

        var attendance = await AttendanceReading.ReadAsync(db, meeting, events, CancellationToken.None);
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
            Attendance = attendance,
        };

        RoomItem Room(AgendaItem item, string number, int level)
        {
            var (used, runningSince) = times.GetValueOrDefault(item.Id);
            return new(
                item.Id, item.ParentId, number, level, new(item.Title, item.Kind, item.PlannedMinutes, item.Presenter, item.Background), item.State,
                item.TextId, used, runningSince, [.. attachments[item.Id]]);
        }
    }

    private sealed record Reading(Lazy<Task<MeetingRoom?>> Room, long Begun)
    {
        public bool HasFailed => Room is { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } };
    }
}
