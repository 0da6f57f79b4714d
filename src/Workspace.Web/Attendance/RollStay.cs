namespace Workspace.Web.Attendance;

/// <summary>From one moment to another; to the end of the meeting, or until now, where there is no other.</summary>
public readonly record struct RollInterval(DateTimeOffset From, DateTimeOffset? To);

/// <summary>When somebody was there for a place, once or more often.</summary>
public sealed record RollStay(RollPlace Place, long? PersonId, RollState State, IReadOnlyList<RollInterval> Intervals)
{
    /// <summary>When the person left for good.</summary>
    public DateTimeOffset? LeftAt => Intervals[^1].To;

    /// <param name="steps">As <see cref="RollLog.Read"/> gives them.</param>
    /// <param name="startedAt">Who came and left before that did not take part; null before the start.</param>
    public static IReadOnlyList<RollStay> Read(IReadOnlyList<RollStep> steps, DateTimeOffset? startedAt) =>
        [.. All(steps).Select(s => s with { Intervals = [.. s.Intervals.Where(i => i.To is null || i.To > startedAt)] }).Where(s => s.Intervals.Count > 0)];

    private static List<RollStay> All(IReadOnlyList<RollStep> steps)
    {
        var stays = new List<RollStay>();
        foreach (var step in RollLog.WithoutSlips(steps))
        {
            var open = stays.FindIndex(s => s.Place == step.Place && s.LeftAt is null);
            if (open >= 0 && step.IsHere && stays[open].PersonId == step.PersonId)
            {
                stays[open] = stays[open] with { State = step.To!.Value };
                continue;
            }
            if (open >= 0)
                stays[open] = stays[open] with { Intervals = [.. stays[open].Intervals.SkipLast(1), stays[open].Intervals[^1] with { To = step.At }] };
            if (step.IsHere)
                Begin(stays, step);
        }
        return stays;
    }

    private static void Begin(List<RollStay> stays, RollStep step)
    {
        var earlier = stays.FindIndex(s => s.Place == step.Place && s.PersonId == step.PersonId);
        if (earlier >= 0)
            stays[earlier] = stays[earlier] with { State = step.To!.Value, Intervals = [.. stays[earlier].Intervals, new(step.At, null)] };
        else
            stays.Add(new(step.Place, step.PersonId, step.To!.Value, [new(step.At, null)]));
    }
}
