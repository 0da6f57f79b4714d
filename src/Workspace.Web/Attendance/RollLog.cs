using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Attendance;

/// <summary>A change of the roll at the moment at which it held after all corrections.</summary>
/// <param name="ChangeId">Of the change that was first recorded.</param>
/// <param name="Place">Whose mark it is.</param>
/// <param name="PersonId">Who takes part, or does not, from then on.</param>
/// <param name="From">The mark before.</param>
/// <param name="To">The mark from then on.</param>
/// <param name="At">The moment.</param>
/// <param name="Cause">Why it was changed.</param>
/// <param name="ItemId">The item under discussion then.</param>
public sealed record RollStep(
    long ChangeId, RollPlace Place, long? PersonId, RollState? From, RollState? To, DateTimeOffset At, RollCause Cause, long? ItemId)
{
    public bool IsHere => To?.IsHere() == true;
}

/// <summary>How a place stands: its mark, and who takes part for it.</summary>
public readonly record struct RollStanding(RollState State, long? PersonId);

/// <summary>Reads what was recorded of a meeting's roll. Steps of one place keep the order in which they were recorded.</summary>
public static class RollLog
{
    private static readonly TimeSpan LongestSlip = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<RollStep>> ReadAsync(WorkspaceDb db, long meetingId, CancellationToken cancellationToken = default) =>
        Read(await db.RollChanges.AsNoTracking().Where(c => c.MeetingId == meetingId).ToListAsync(cancellationToken));

    /// <summary>The steps in the order of their moments, each at the time last said of it.</summary>
    public static IReadOnlyList<RollStep> Read(IEnumerable<RollChange> changes)
    {
        var steps = new Dictionary<long, RollStep>();
        foreach (var change in changes.OrderBy(c => c.Id))
        {
            if (change.CorrectsId is { } corrected)
                steps[corrected] = steps[corrected] with { At = change.At, ItemId = change.AgendaItemId };
            else
                steps[change.Id] = new(change.Id, PlaceOf(change), change.PersonId, change.From, change.To, change.At, change.Cause, change.AgendaItemId);
        }
        return [.. steps.Values.OrderBy(s => s.At).ThenBy(s => s.ChangeId)];
    }

    /// <summary>How every place that is marked stands after the steps.</summary>
    public static IReadOnlyDictionary<RollPlace, RollStanding> Replay(IEnumerable<RollStep> steps)
    {
        var roll = new Dictionary<RollPlace, RollStanding>();
        foreach (var step in steps)
            Take(roll, step);
        return roll;
    }

    public static void Take(Dictionary<RollPlace, RollStanding> roll, RollStep step)
    {
        if (step.To is { } state)
            roll[step.Place] = new(state, step.PersonId);
        else
            roll.Remove(step.Place);
    }

    /// <summary>Leaves out marks that were replaced at once: a slip of the hand is no arrival and no departure.</summary>
    public static IReadOnlyList<RollStep> WithoutSlips(IReadOnlyList<RollStep> steps)
    {
        var slips = new HashSet<long>();
        foreach (var place in steps.GroupBy(s => s.Place))
            slips.UnionWith(place.Zip(place.Skip(1)).Where(pair => pair.Second.At - pair.First.At < LongestSlip).Select(pair => pair.First.ChangeId));
        return [.. steps.Where(s => !slips.Contains(s.ChangeId))];
    }

    private static RollPlace PlaceOf(RollChange change) => change switch
    {
        { SeatId: { } seat } => new(seat, null, null),
        { Guest: { } guest } => new(null, null, guest),
        _ => new(null, change.PersonId, null),
    };
}
