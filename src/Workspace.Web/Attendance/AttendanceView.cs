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
public sealed record AttendanceView(Roll Roll, Quorum Quorum, IReadOnlyList<MovementLine> Movements);

internal static class AttendanceReading
{
    public static async Task<AttendanceView> ReadAsync(WorkspaceDb db, MeetingInfo meeting, IReadOnlyList<MeetingEvent> events, CancellationToken cancellationToken)
    {
        var reading = await RollReading.ReadAsync(db, meeting, cancellationToken);
        var rules = await RulesService.RulesOfMeeting(db, meeting.RulesId, meeting.GroupId, meeting.StartsAt.DayIn(meeting.TimeZone), cancellationToken);
        var share = (rules?.Values ?? new RulesValues()).Quorum;
        var roll = reading.Roll();
        var steps = RollLog.WithoutSlips(reading.Steps);
        var timeline = new QuorumTimeline(steps, reading.Group.Seats.Select(s => s.Id), share);
        var movements = RollMovements.Read(steps, MeetingSpan.Of(meeting, events), timeline, IsOfBody);
        return new(roll, Quorum.Of(share, roll.PresentSeats, roll.AllSeats), [.. movements.Select(Line)]);

        bool IsOfBody(RollPlace place) => place.SeatId is not null || (place.PersonId is { } person && reading.Group.Officers.Contains(person));

        MovementLine Line(RollMovement movement)
        {
            var person = reading.People[movement.PersonId];
            return new(movement, person.FullName, movement.SeatId is { } seat ? reading.OrganisationOf(seat) : person.Organisation);
        }
    }
}
