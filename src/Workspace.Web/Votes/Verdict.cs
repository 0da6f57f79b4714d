using Workspace.Web.Groups;

namespace Workspace.Web.Votes;

/// <summary>By what a motion is decided (V5).</summary>
/// <param name="Basis">Of what the threshold is a share.</param>
/// <param name="Threshold">The share that votes for must reach, or pass.</param>
/// <param name="Tie">For as many votes for as against.</param>
/// <param name="RulesVersion">The version of the rules of procedure from which this is; null where it was set for this vote alone.</param>
public sealed record VoteRule(MajorityBasis Basis, Share Threshold, TieRule Tie = TieRule.Falls, int? RulesVersion = null);

public enum VerdictReason
{
    /// <summary>The threshold was reached.</summary>
    Reached,

    /// <summary>As many for as against, and the chair was for.</summary>
    ReachedByChair,

    /// <summary>Fewer than needed.</summary>
    Missed,

    /// <summary>As many for as against.</summary>
    Tied,

    /// <summary>Nobody cast what could be counted.</summary>
    NothingCast,

    /// <summary>Nobody objected (R16).</summary>
    Consensus,

    /// <summary>Somebody objected, so that there is no consensus.</summary>
    Objected,
}

/// <summary>
/// What was decided, with its sum. The one place where results of votes are computed, in whole numbers; screens, minutes
/// and exports print it and never compute it again.
/// </summary>
/// <param name="IsAdopted">Přijato.</param>
/// <param name="Reason">Why.</param>
/// <param name="For">Votes for, the chair's second one not included.</param>
/// <param name="BasisCount">How many those are of which the threshold is a share.</param>
/// <param name="Needed">The fewest votes for that would do; 0 where <paramref name="BasisCount"/> is 0.</param>
/// <param name="Rule">By what it was decided.</param>
public sealed record Verdict(bool IsAdopted, VerdictReason Reason, int For, int BasisCount, int Needed, VoteRule Rule)
{
    /// <summary>Decides a motion.</summary>
    /// <param name="rule">By what.</param>
    /// <param name="tally">What was counted; it must add up.</param>
    /// <param name="isChairFor">Whether the chair voted for; asked only where the rule lets the chair decide.</param>
    /// <exception cref="ArgumentException">The tally does not add up, or the threshold is no share.</exception>
    public static Verdict Of(VoteRule rule, Tally tally, bool isChairFor = false)
    {
        if (!tally.AddsUp)
            throw new ArgumentException("The counts do not add up to the seats present.", nameof(tally));
        if (!rule.Threshold.IsValid)
            throw new ArgumentException("The threshold is no share.", nameof(rule));
        var basis = BasisOf(rule.Basis, tally);
        if (basis == 0 || tally.Cast == 0)
            return new(false, VerdictReason.NothingCast, tally.For, basis, rule.Threshold.FewestOf(basis), rule);
        var needed = rule.Threshold.FewestOf(basis);
        var isTied = tally.For == tally.Against && tally.For > 0;
        var reason = tally.For >= needed ? VerdictReason.Reached
            : !isTied ? VerdictReason.Missed
            : rule.Tie == TieRule.ChairDecides && isChairFor && tally.For + 1 >= needed ? VerdictReason.ReachedByChair
            : VerdictReason.Tied;
        return new(reason is VerdictReason.Reached or VerdictReason.ReachedByChair, reason, tally.For, basis, needed, rule);
    }

    /// <summary>Adopted without counting unless somebody objected; the objections stand in the tally as votes against.</summary>
    public static Verdict OfConsensus(VoteRule rule, Tally tally) =>
        new(tally.Against == 0, tally.Against == 0 ? VerdictReason.Consensus : VerdictReason.Objected, 0, tally.Present, 0, rule);

    /// <summary>How many those are of which the threshold is a share.</summary>
    public static int BasisOf(MajorityBasis basis, Tally tally) => basis switch
    {
        MajorityBasis.Members => tally.Members,
        MajorityBasis.Present => tally.Present,
        MajorityBasis.Cast => tally.Cast,
        MajorityBasis.Valid => tally.Valid,
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}
