namespace Workspace.Text;

/// <summary>Recognises inserted text that stood in that very place before, so that it counts as its first writer's.</summary>
internal static class ReturningText
{
    /// <summary>Shorter text may well be there again by chance.</summary>
    private const int Shortest = 8;

    private const int MostMoments = 8;

    /// <param name="before">What is gone before the place, nearest first.</param>
    /// <param name="behind">What is gone behind the place, nearest first.</param>
    /// <param name="text">What is inserted.</param>
    /// <param name="change">The change that inserts it.</param>
    /// <returns>The inserted text in pieces: how long each is, and the change in which it was first written.</returns>
    public static IReadOnlyList<(int Length, int Origin)> Find(
        IEnumerable<WovenPiece> before, IEnumerable<WovenPiece> behind, ReadOnlySpan<char> text, int change)
    {
        if (text.Length < Shortest)
            return [(text.Length, change)];
        // What is looked at stays in proportion to what is inserted, whatever lies there.
        var most = 64 + text.Length;
        WovenPiece[] gone = [.. before.Take(most).Reverse(), .. behind.Take(most)];
        if (gone.Length == 0)
            return [(text.Length, change)];
        var moments = gone.SelectMany(piece => new[] { piece.Gone - 1, piece.Born - 1, piece.Born }).Where(moment => moment < change && moment >= 0)
            .Distinct().OrderDescending().Take(MostMoments);
        foreach (var moment in moments)
        {
            WovenPiece[] there = [.. gone.Where(piece => piece.IsThereAfter(moment))];
            var length = there.Sum(piece => piece.Length);
            if (length >= text.Length && length <= (8L * text.Length) + 1024 && Match(there, length, text) is { } pieces)
                return pieces;
        }
        return [(text.Length, change)];
    }

    private static List<(int Length, int Origin)>? Match(WovenPiece[] pieces, int length, ReadOnlySpan<char> text)
    {
        var whole = new CharBuilder(length);
        foreach (var piece in pieces)
            whole.Append(piece.Text.Span);
        var start = whole.Text.IndexOf(text);
        if (start < 0)
            return null;
        var found = new List<(int, int)>();
        var (position, end) = (0, start + text.Length);
        foreach (var piece in pieces)
        {
            var (from, to) = (Math.Max(position, start), Math.Min(position + piece.Length, end));
            if (from < to)
                found.Add((to - from, piece.Origin));
            position += piece.Length;
        }
        return found;
    }
}
