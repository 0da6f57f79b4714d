namespace Workspace.Web.Meetings.Paste;

/// <summary>
/// Finds the lines that carry 1, 2, 3 ... as the numbers of items, among others that are numbered as well: a list of its
/// own inside an item may sit flush with the items and begin at 1 again.
/// </summary>
internal static class NumberedHeadings
{
    private const int Step = 10, GapPenalty = 4;

    /// <returns>Places in <paramref name="lines"/>, in order; empty where fewer than two follow each other.</returns>
    public static IReadOnlyList<int> Find(IReadOnlyList<PastedLine> lines, MarkerKind kind)
    {
        int[] places = [.. Enumerable.Range(0, lines.Count).Where(at => lines[at].Marker == kind)];
        if (places.Length < 2)
            return [];
        var first = places.Any(at => lines[at].Number == 1) ? 1 : lines[places[0]].Number;
        // Typed numbers skip one now and then; 'V.' after 'III.' is rather somebody's initial.
        var largestGap = kind == MarkerKind.Number ? 3 : 1;
        var margin = places.Min(at => lines[at].Indent);
        var restarted = Restarted(lines, places);
        var best = new int[places.Length];
        var before = new int[places.Length];
        for (var to = 0; to < places.Length; to++)
        {
            var line = lines[places[to]];
            (best[to], before[to]) = (line.Number == first ? 0 : int.MinValue, -1);
            for (var from = 0; from < to; from++)
            {
                var gap = line.Number - lines[places[from]].Number;
                if (best[from] == int.MinValue || gap < 1 || gap > largestGap || (gap > 1 && (line.StartsLower || restarted.Contains(places[to]))))
                    continue;
                var score = best[from] - ((gap - 1) * GapPenalty);
                if (score > best[to])
                    (best[to], before[to]) = (score, from);
            }
            if (best[to] != int.MinValue)
                best[to] += Step + (line.StartsLower ? 0 : 2) + (line.Indent == margin ? 2 : 0) + (restarted.Contains(places[to]) ? 0 : 1);
        }

        var chain = new List<int>();
        for (var at = Array.IndexOf(best, best.Max()); at >= 0; at = before[at])
            chain.Insert(0, places[at]);
        return chain.Count < 2 ? [] : chain;
    }

    /// <summary>Lines of a count that began at 1 once more.</summary>
    public static IReadOnlySet<int> Restarted(IReadOnlyList<PastedLine> lines, IReadOnlyList<int> places)
    {
        var restarted = new HashSet<int>();
        var inner = 0;
        foreach (var at in places.Skip(1))
        {
            var number = lines[at].Number;
            inner = number == 1 || (inner > 0 && number == inner + 1) ? number : 0;
            if (inner > 0)
                restarted.Add(at);
        }
        return restarted;
    }
}
