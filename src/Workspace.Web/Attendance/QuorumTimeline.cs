using Workspace.Web.Groups;
using Workspace.Web.Votes;

namespace Workspace.Web.Attendance;

/// <summary>From that moment on so many seats were present, which was a quorum or not.</summary>
public sealed record QuorumMoment(DateTimeOffset At, int Present, bool Holds);

/// <summary>The quorum as a function of time (R10, R11), from the record of the roll.</summary>
public sealed class QuorumTimeline
{
    private readonly IReadOnlyList<RollStep> steps;
    private readonly HashSet<long> seats;
    private readonly Share share;

    /// <param name="steps">As <see cref="RollLog.Read"/> gives them.</param>
    /// <param name="seats">All seats of the group on the meeting's day.</param>
    /// <param name="share">The share of them that must be present.</param>
    public QuorumTimeline(IReadOnlyList<RollStep> steps, IEnumerable<long> seats, Share share)
    {
        (this.steps, this.seats, this.share) = (steps, [.. seats], share);
        Moments = Count();
    }

    /// <summary>The moments at which the number of seats present changed; before the first nobody was.</summary>
    public IReadOnlyList<QuorumMoment> Moments { get; }

    public Quorum QuorumAt(DateTimeOffset at) => QuorumOf(Moments.LastOrDefault(m => m.At <= at)?.Present ?? 0);

    /// <summary>Who was present at that moment for which seat; one person a seat.</summary>
    public IReadOnlyDictionary<long, long> PresentAt(DateTimeOffset at)
    {
        var present = new Dictionary<long, long>();
        foreach (var step in steps)
        {
            if (step.At <= at && step.Place.SeatId is { } seat && seats.Contains(seat))
                Take(present, seat, step);
        }
        return present;
    }

    private List<QuorumMoment> Count()
    {
        var present = new Dictionary<long, long>();
        var moments = new List<QuorumMoment>();
        foreach (var step in steps)
        {
            if (step.Place.SeatId is not { } seat || !seats.Contains(seat))
                continue;
            var before = present.Count;
            Take(present, seat, step);
            if (present.Count == before)
                continue;
            if (moments is [.., var last] && last.At == step.At)
                moments.RemoveAt(moments.Count - 1);
            if ((moments is [.., var earlier] ? earlier.Present : 0) != present.Count)
                moments.Add(new(step.At, present.Count, QuorumOf(present.Count).Holds));
        }
        return moments;
    }

    private Quorum QuorumOf(int present) => Quorum.Of(share, present, seats.Count);

    private static void Take(Dictionary<long, long> present, long seat, RollStep step)
    {
        if (step.IsHere && step.PersonId is { } person)
            present[seat] = person;
        else
            present.Remove(seat);
    }
}
