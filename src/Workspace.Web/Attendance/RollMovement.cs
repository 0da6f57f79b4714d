using Workspace.Web.Meetings;
using Workspace.Web.Votes;

namespace Workspace.Web.Attendance;

public enum RollMovementKind { Departure, Arrival }

/// <summary>Somebody came or left while the meeting ran, and what the quorum was from then on.</summary>
/// <param name="At">The moment.</param>
/// <param name="ItemId">The item under discussion.</param>
/// <param name="Kind">Came or left.</param>
/// <param name="SeatId">For which seat; null for officers without one.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Cause">Why it is on record.</param>
/// <param name="Quorum">From that moment on.</param>
public sealed record RollMovement(DateTimeOffset At, long? ItemId, RollMovementKind Kind, long? SeatId, long PersonId, RollCause Cause, Quorum Quorum);

/// <summary>
/// Arrivals and departures for the minutes. Whoever comes before the meeting or during its first minutes was there from
/// the beginning, and one who hands the seat over leaves as the other comes.
/// </summary>
internal static class RollMovements
{
    /// <param name="steps">Without slips.</param>
    /// <param name="span">Of the meeting.</param>
    /// <param name="quorum">Made of the same steps.</param>
    /// <param name="isOfBody">Whether whoever takes the place belongs to the body; guests come and go.</param>
    public static IEnumerable<RollMovement> Read(IReadOnlyList<RollStep> steps, MeetingSpan span, QuorumTimeline quorum, Func<RollPlace, bool> isOfBody)
    {
        if (span.SettledAt is not { } settled)
            yield break;
        var roll = new Dictionary<RollPlace, RollStanding>();
        foreach (var step in steps)
        {
            var before = HereOf(roll, step.Place);
            RollLog.Take(roll, step);
            var after = HereOf(roll, step.Place);
            if (before == after || step.At < settled || step.At >= span.ClosedAt || !isOfBody(step.Place))
                continue;
            if (before is { } left)
                yield return new(step.At, step.ItemId, RollMovementKind.Departure, step.Place.SeatId, left, step.Cause, quorum.QuorumAt(step.At));
            if (after is { } came)
                yield return new(step.At, step.ItemId, RollMovementKind.Arrival, step.Place.SeatId, came, step.Cause, quorum.QuorumAt(step.At));
        }
    }

    private static long? HereOf(Dictionary<RollPlace, RollStanding> roll, RollPlace place) =>
        roll.TryGetValue(place, out var standing) && standing.State.IsHere() ? standing.PersonId : null;
}

/// <summary>From when to when a meeting ran, and when its first item was over.</summary>
internal readonly record struct MeetingSpan(DateTimeOffset? StartedAt, DateTimeOffset? FirstItemEndedAt, DateTimeOffset? ClosedAt)
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    /// <summary>Whoever came before was there from the beginning; null before the start.</summary>
    public DateTimeOffset? SettledAt => FirstItemEndedAt < StartedAt + Settling ? FirstItemEndedAt : StartedAt + Settling;

    public static MeetingSpan Of(MeetingInfo meeting, IEnumerable<MeetingEvent> events) => new(
        meeting.StartedAt,
        events.Where(e => e.Kind == MeetingEventKind.ItemBegan).Skip(1).Select(e => (DateTimeOffset?)e.At).FirstOrDefault(),
        meeting.ClosedAt);
}
