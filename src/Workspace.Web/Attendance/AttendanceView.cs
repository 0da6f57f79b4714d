using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Votes;

namespace Workspace.Web.Attendance;

/// <summary>An arrival or departure with the names in it.</summary>
/// <param name="Movement">What happened.</param>
/// <param name="Name">With titles.</param>
/// <param name="Organisation">The seat's, or the person's own.</param>
public sealed record MovementLine(RollMovement Movement, string Name, string? Organisation);

/// <summary>Who takes part in a meeting, as everybody in its room sees it.</summary>
/// <param name="Roll">As it stands.</param>
/// <param name="Quorum">As it stands.</param>
/// <param name="QuorumSince">Since when there is, or is not, a quorum; null where that is not on record.</param>
/// <param name="Movements">Who came and left while the meeting ran.</param>
/// <param name="Answers">What was answered before the meeting.</param>
/// <param name="Lines">The attendance list.</param>
public sealed record AttendanceView(
    Roll Roll, Quorum Quorum, DateTimeOffset? QuorumSince, IReadOnlyList<MovementLine> Movements, IReadOnlyList<SeatAnswer> Answers, IReadOnlyList<RollLine> Lines)
{
    public Forecast Forecast => new(Answers.Count(a => a.Kind != AnswerKind.NotComing), Answers.Count(a => a.Kind == AnswerKind.NotComing), Quorum.Members, Quorum.Needed);
}

internal static class AttendanceReading
{
    public static async Task<AttendanceView> ReadAsync(WorkspaceDb db, MeetingInfo meeting, IReadOnlyList<MeetingEvent> events, Share share, CancellationToken cancellationToken)
    {
        var span = MeetingSpan.Of(meeting, events);
        var reading = await RollReading.ReadAsync(db, meeting, span, cancellationToken);
        var roll = reading.Roll();
        var steps = RollLog.WithoutSlips(reading.Steps);
        var timeline = new QuorumTimeline(steps, reading.Group.Seats.Select(s => s.Id), share);
        var movements = RollMovements.Read(steps, span, timeline, IsOfBody);
        var quorum = Quorum.Of(share, roll.PresentSeats, roll.AllSeats);
        var answers = await db.AttendanceAnswers.AsNoTracking().Where(a => a.MeetingId == meeting.Id)
            .Select(a => new SeatAnswer(a.SeatId, a.Kind, a.AlternateId)).ToListAsync(cancellationToken);
        return new(roll, quorum, Since(timeline, quorum.Holds), [.. movements.Select(Line)], [.. answers.Where(a => roll.Seats.Any(s => s.SeatId == a.SeatId))], reading.Lines(roll));

        bool IsOfBody(RollPlace place) => place.SeatId is not null || (place.PersonId is { } person && reading.Group.Officers.Contains(person));

        static DateTimeOffset? Since(QuorumTimeline timeline, bool holds) =>
            timeline.Moments.Reverse().TakeWhile(m => m.Holds == holds).LastOrDefault()?.At;

        MovementLine Line(RollMovement movement)
        {
            var person = reading.People[movement.PersonId];
            return new(movement, person.FullName, movement.SeatId is { } seat ? reading.OrganisationOf(seat) : person.Organisation);
        }
    }
}
