using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes.PerRollam;

/// <summary>Objections to the form as one person sees them.</summary>
/// <param name="Seats">That have objected.</param>
/// <param name="Needed">How many make the vote fall.</param>
/// <param name="Mine">Seats for which the person may object.</param>
public sealed record FormObjections(IReadOnlySet<long> Seats, int Needed, IReadOnlyList<MySeat> Mine);

/// <summary>A vote per rollam that has ended, for the minutes of the next meeting.</summary>
public sealed record EndedPerRollam(string NumberText, string Title, DateTimeOffset ClosedAt, IReadOnlyList<Vote> Votes);

public sealed class PerRollamView(IDbContextFactory<WorkspaceDb> factory)
{
    public async Task<FormObjections> ReadAsync(MeetingRoom room, long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var seats = await db.FormObjections.Where(o => o.MeetingId == room.Meeting.Id).Select(o => o.SeatId).ToListAsync(cancellationToken);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(m => m.Id == room.Meeting.Id, cancellationToken);
        var share = (await db.RulesAsync(meeting, cancellationToken)).PerRollamObjection;
        return new(seats.ToHashSet(), share.FewestOf(room.Roll.AllSeats), [.. MyVote.SeatsOf(room, personId)]);
    }

    /// <summary>Votes per rollam of a group that ended after its last meeting before this one began, oldest first (R18).</summary>
    public static async Task<IReadOnlyList<EndedPerRollam>> EndedBeforeAsync(WorkspaceDb db, MeetingInfo meeting, CancellationToken cancellationToken)
    {
        if (meeting.Form == MeetingForm.PerRollam)
            return [];
        var since = await db.Meetings.Where(m => m.GroupId == meeting.GroupId && m.Form != MeetingForm.PerRollam && m.State == MeetingState.Closed && m.StartsAt < meeting.StartsAt)
            .OrderByDescending(m => m.StartsAt).Select(m => (DateTimeOffset?)m.StartsAt).FirstOrDefaultAsync(cancellationToken) ?? DateTimeOffset.MinValue;
        var ended = await db.Meetings.AsNoTracking()
            .Where(m => m.GroupId == meeting.GroupId && m.Form == MeetingForm.PerRollam && m.State == MeetingState.Closed && m.ClosedAt > since && m.ClosedAt <= meeting.StartsAt)
            .OrderBy(m => m.ClosedAt).ToListAsync(cancellationToken);
        if (ended.Count == 0)
            return [];
        List<long> ids = [.. ended.Select(m => m.Id)];
        var votes = (await db.Votes.AsNoTracking().Include(v => v.Options).Where(v => ids.Contains(v.MeetingId) && v.Number != null).OrderBy(v => v.Number).ToListAsync(cancellationToken))
            .ToLookup(v => v.MeetingId);
        return [.. ended.Select(m => new EndedPerRollam(m.NumberText, m.Title, m.ClosedAt!.Value, [.. votes[m.Id]]))];
    }
}
