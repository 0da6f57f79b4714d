using Workspace.Web.Groups;

namespace Workspace.Web.Votes;

/// <summary>A candidate with the votes for them.</summary>
public sealed record Standing(long CandidateId, int Votes);

/// <summary>
/// Who is elected to how many places (V4): those with the most votes who reach the threshold. Where more are equal at the last
/// place than there are places left, nobody of them is elected and another round among them is needed.
/// </summary>
/// <param name="Elected">Most votes first, equal ones in the order of the ballot paper.</param>
/// <param name="TiedAtLastPlace">Equal candidates for the places left; empty where nothing is open.</param>
/// <param name="PlacesLeft">Places that nobody has.</param>
/// <param name="Needed">The fewest votes with which a candidate can be elected.</param>
public sealed record Election(IReadOnlyList<Standing> Elected, IReadOnlyList<Standing> TiedAtLastPlace, int PlacesLeft, int Needed)
{
    /// <param name="candidates">In the order of the ballot paper; each at most once.</param>
    /// <param name="places">From 1.</param>
    /// <param name="threshold">The share of <paramref name="basis"/> that a candidate must reach; null where the most votes suffice.</param>
    /// <param name="basis">How many voters the threshold is a share of.</param>
    /// <exception cref="ArgumentException">No places, a candidate twice, or negative votes.</exception>
    public static Election Of(IReadOnlyList<Standing> candidates, int places, Share? threshold, int basis)
    {
        if (places < 1 || candidates.DistinctBy(c => c.CandidateId).Count() != candidates.Count || candidates.Any(c => c.Votes < 0))
            throw new ArgumentException("There must be places, and each candidate once, with no fewer than no votes.");
        // Who has no vote at all is not elected, however many places there are.
        var needed = Math.Max(1, threshold?.FewestOf(basis) ?? 1);
        List<Standing> ranked = [.. candidates.Where(c => c.Votes >= needed).OrderByDescending(c => c.Votes)];
        if (ranked.Count <= places)
            return new(ranked, [], places - ranked.Count, needed);
        var last = ranked[places - 1].Votes;
        if (ranked[places].Votes < last)
            return new(ranked[..places], [], 0, needed);
        List<Standing> elected = [.. ranked.TakeWhile(c => c.Votes > last)];
        return new(elected, [.. ranked.Where(c => c.Votes == last)], places - elected.Count, needed);
    }
}
