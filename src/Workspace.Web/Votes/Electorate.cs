using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>A seat that may vote now. Per rollam its holder or an alternate answers; at a meeting, who is present for it.</summary>
internal sealed record Elector(long SeatId, IReadOnlyList<long> People);

/// <summary>All seats of the group on the day, and those that may vote (V6).</summary>
internal sealed record Electorate(int Members, IReadOnlyList<Elector> Seats)
{
    public static async Task<Electorate> ReadAsync(WorkspaceDb db, Meeting meeting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isPerRollam = meeting.Form == MeetingForm.PerRollam;
        var day = (isPerRollam ? now : meeting.StartsAt).DayIn(meeting.TimeZone);
        var group = await GroupOfDay.ReadAsync(db, meeting.GroupId, day, cancellationToken);
        if (isPerRollam)
            return new(group.Seats.Count, [.. group.Seats
                .Select(s => new Elector(s.Id, [.. s.HolderId is { } holder ? [holder] : Array.Empty<long>(), .. s.AlternateIds]))
                .Where(e => e.People.Count > 0)]);
        var seats = group.Seats.Select(s => s.Id).ToHashSet();
        var present = await db.Roll.AsNoTracking().Here().Where(r => r.MeetingId == meeting.Id && r.SeatId != null && r.PersonId != null)
            .OrderBy(r => r.SeatId).Select(r => new { SeatId = r.SeatId!.Value, PersonId = r.PersonId!.Value }).ToListAsync(cancellationToken);
        return new(seats.Count, [.. present.Where(p => seats.Contains(p.SeatId)).Select(p => new Elector(p.SeatId, [p.PersonId]))]);
    }
}
