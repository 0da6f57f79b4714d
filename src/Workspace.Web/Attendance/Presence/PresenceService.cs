using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance.Presence;

/// <summary>
/// Ends the presence of whoever checked in online and has been gone for longer than the group's rules allow (R10), and
/// restores it when they are back. Every server may do so at any time: what is due is looked at again while the meeting's
/// row is held, so that it happens once. Marks of the secretary are left alone.
/// </summary>
public sealed class PresenceService(IDbContextFactory<WorkspaceDb> factory, MeetingChanges changes, TimeProvider time)
{
    /// <summary>How often a server says who is connected to it.</summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromSeconds(20);

    /// <summary>Whoever was seen within this time is connected; two refreshes may be late.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(50);

    private const int MostInOneStatement = 1000;

    /// <summary>Writes that these people are connected, in one statement.</summary>
    public async Task SeeAsync(IReadOnlyCollection<RoomVisitor> visitors, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // Always in the same order, so that servers do not wait for one another in a circle.
        foreach (var some in visitors.OrderBy(v => v.MeetingId).ThenBy(v => v.PersonId).Chunk(MostInOneStatement))
        {
            var rows = string.Join(", ", some.Select(v => string.Create(CultureInfo.InvariantCulture, $"({v.MeetingId}, {v.PersonId}, {{0}})")));
            var sql = $"""
                INSERT INTO "{AttendanceConfiguration.PresenceTable}" ("MeetingId", "PersonId", "LastSeenAt") VALUES {rows}
                ON CONFLICT ("MeetingId", "PersonId") DO UPDATE SET "LastSeenAt" = excluded."LastSeenAt"
                WHERE excluded."LastSeenAt" > "{AttendanceConfiguration.PresenceTable}"."LastSeenAt"
                """;
            await db.Database.ExecuteSqlRawAsync(sql, [time.GetUtcNow().UtcDateTime], cancellationToken);
        }
    }

    /// <summary>Who is connected to a meeting's room now, on any server.</summary>
    public async Task<IReadOnlySet<long>> ConnectedAsync(long meetingId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var since = time.GetUtcNow() - Fresh;
        return (await db.Presence.Where(p => p.MeetingId == meetingId && p.LastSeenAt >= since).Select(p => p.PersonId).ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <summary>Takes off the roll who is gone too long, and puts back who has returned.</summary>
    /// <returns>How many entries changed.</returns>
    public async Task<int> SettleAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var watched = await Watched(db).Select(e => new
        {
            e.MeetingId,
            e.State,
            GraceMinutes = db.Meetings.Where(m => m.Id == e.MeetingId)
                .SelectMany(m => db.Rules.Where(r => r.Id == m.RulesId)).Select(r => (int?)r.Values.ConnectionGraceMinutes).FirstOrDefault(),
            LastSeenAt = db.Presence.Where(p => p.MeetingId == e.MeetingId && p.PersonId == e.PersonId).Select(p => (DateTimeOffset?)p.LastSeenAt).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var due = watched.Where(e => e.State.IsHere() ? IsGone(e.LastSeenAt, now, GraceOf(e.GraceMinutes)) : IsBack(e.LastSeenAt, now)).ToLookup(e => e.MeetingId, e => GraceOf(e.GraceMinutes));
        var changed = 0;
        foreach (var meeting in due)
            changed += await SettleAsync(meeting.Key, meeting.First(), cancellationToken);
        return changed;
    }

    private async Task<int> SettleAsync(long meetingId, TimeSpan grace, CancellationToken cancellationToken)
    {
        var changed = 0;
        await changes.KeepAsync(meetingId, async change =>
        {
            var (db, now) = (change.Db, change.Now);
            if (change.Meeting.State != MeetingState.Live)
                return;
            var entries = await Watched(db).Where(e => e.MeetingId == meetingId).ToListAsync(cancellationToken);
            var seen = await db.Presence.AsNoTracking().Where(p => p.MeetingId == meetingId).ToDictionaryAsync(p => p.PersonId, p => p.LastSeenAt, cancellationToken);
            var book = await RollBook.OpenAsync(change, cancellationToken);
            foreach (var entry in entries)
            {
                var person = entry.PersonId!.Value;
                RollPlace place = new(entry.SeatId, entry.SeatId is null ? person : null, null);
                var since = book.LastOf(place)?.At ?? now;
                // Whoever checked in and was never seen in the room was last there when checking in.
                var lastSeenAt = seen.TryGetValue(person, out var at) && at > since ? at : since;
                if (entry.State.IsHere() && IsGone(lastSeenAt, now, grace))
                    changed += book.Write(place, RollState.Absent, person, RollCause.ConnectionLost, person, lastSeenAt) is null ? 1 : 0;
                else if (!entry.State.IsHere() && lastSeenAt > since && IsBack(lastSeenAt, now) && book.PresenceOf(person) is null)
                    changed += book.Write(place, RollState.Online, person, RollCause.Reconnected, person) is null ? 1 : 0;
            }
        }, cancellationToken);
        return changed;
    }

    /// <summary>Who checked in online, and whose presence ended because the connection did.</summary>
    private static IQueryable<RollEntry> Watched(WorkspaceDb db) => db.Roll.Where(e => e.PersonId != null
        && ((e.State == RollState.Online && (e.Cause == RollCause.CheckedIn || e.Cause == RollCause.Reconnected))
            || (e.State == RollState.Absent && e.Cause == RollCause.ConnectionLost))
        && db.Meetings.Any(m => m.Id == e.MeetingId && m.State == MeetingState.Live));

    private static TimeSpan GraceOf(int? minutes)
    {
        var grace = TimeSpan.FromMinutes(minutes ?? RulesValues.UsualConnectionGraceMinutes);
        return grace > Fresh ? grace : Fresh;
    }

    private static bool IsGone(DateTimeOffset? lastSeenAt, DateTimeOffset now, TimeSpan grace) => lastSeenAt is null || now - lastSeenAt > grace;

    private static bool IsBack(DateTimeOffset? lastSeenAt, DateTimeOffset now) => now - lastSeenAt <= Fresh;
}
