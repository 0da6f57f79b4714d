using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance.Answers;

/// <summary>Before a meeting its members say whether they come, or who stands in for them (R7).</summary>
public sealed class AnswerService(MeetingChanges changes)
{
    /// <summary>Answers for a seat; null takes the answer back.</summary>
    /// <param name="by">The seat's holder or alternate, or whoever prepares the meeting.</param>
    /// <param name="meetingId">A meeting that has not begun.</param>
    /// <param name="seatId">A seat of the meeting's day.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="alternateId">Who stands in; needed only where the seat has several alternates.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome> AnswerAsync(
        long by, long meetingId, long seatId, AnswerKind? answer, long? alternateId = null, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, meetingId, standing => standing.CanRead, async change =>
        {
            var (db, meeting) = (change.Db, change.Meeting);
            if (meeting.State is not (MeetingState.Planned or MeetingState.Invited))
                return new Refusal("AnswerClosed");
            var group = await GroupOfDay.ReadAsync(db, meeting.GroupId, meeting.StartsAt.DayIn(meeting.TimeZone), cancellationToken);
            if (group.Seats.FirstOrDefault(s => s.Id == seatId) is not { } seat || !MayAnswer(change.Standing, seat))
                return new Refusal("AnswerSeatNotYours");
            var kept = await db.AttendanceAnswers.SingleOrDefaultAsync(a => a.MeetingId == meetingId && a.SeatId == seatId, cancellationToken);
            if (answer is not { } kind)
            {
                if (kept is not null)
                    db.Remove(kept);
                return null;
            }
            if (!Enum.IsDefined(kind))
                return new Refusal("AnswerInvalid");
            var alternate = kind == AnswerKind.StandIn ? alternateId ?? (seat.AlternateIds.Count == 1 ? seat.AlternateIds[0] : 0) : (long?)null;
            if (alternate is { } named && !seat.AlternateIds.Contains(named))
                return new Refusal("AnswerAlternateUnknown");
            if (kept is null)
                db.Add(kept = new AttendanceAnswer(meetingId, seatId));
            kept.Answer(kind, alternate, by, change.Now);
            return null;
        }, cancellationToken);

    /// <summary>As the meeting begins, whoever has sent apologies is marked as excused, unless the roll says otherwise already.</summary>
    internal static async Task ExcuseAsync(MeetingChange change, CancellationToken cancellationToken)
    {
        var excused = await change.Db.AttendanceAnswers.AsNoTracking()
            .Where(a => a.MeetingId == change.Meeting.Id && a.Kind == AnswerKind.NotComing).Select(a => a.SeatId).ToListAsync(cancellationToken);
        if (excused.Count == 0)
            return;
        var book = await RollBook.OpenAsync(change, cancellationToken);
        foreach (var seat in book.Group.Seats.Where(s => excused.Contains(s.Id) && s.HolderId is not null && book.OfSeat(s.Id) is null))
            book.Write(new(seat.Id, null, null), RollState.Excused, seat.HolderId, RollCause.Marked, change.Standing.PersonId);
    }

    private static bool MayAnswer(GroupStanding standing, SeatOfDay seat) =>
        standing.CanPrepare || seat.HolderId == standing.PersonId || seat.AlternateIds.Contains(standing.PersonId);
}
