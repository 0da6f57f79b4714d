using System.Text;
using Workspace.Text;

namespace Workspace.Web.Texts.History;

/// <summary>
/// The way back to an earlier version: only what differs is touched, so that carets and comments in the rest stay. In
/// changes of a size that is accepted, each made after the one before.
/// </summary>
public static class RestoringChange
{
    /// <summary>Its JSON stays below <see cref="TextRules.MaxChangeBytes"/> whatever the characters are.</summary>
    private const int MostUnits = 40_000;

    private const int MostReplacements = 1_000;

    /// <summary>Fewer units are the same by chance, and leaving them would part what comes back from its first writer.</summary>
    private const int LeastSame = 8;

    /// <returns>Nothing if the text is that of the version already.</returns>
    public static IReadOnlyList<ChangeSet> Of(WovenText woven, long version)
    {
        var length = woven.Weave.Length;
        var changes = new List<ChangeSet>();
        var group = new List<(int From, int To, string Insert)>();
        var units = 0;
        // From the end, so that what is still to come lies where it lay.
        foreach (var replacement in Enumerable.Reverse(Replacements(woven, woven.ChangeOf(version))).SelectMany(Parts))
        {
            if (group.Count == MostReplacements || (group.Count > 0 && units + replacement.Insert.Length > MostUnits))
                Close();
            group.Insert(0, replacement);
            units += replacement.Insert.Length;
        }
        if (group.Count > 0)
            Close();
        return changes;

        void Close()
        {
            changes.Add(ChangeSet.Of(length, group));
            length = changes[^1].NewLength;
            group.Clear();
            units = 0;
        }
    }

    private static List<(int From, int To, string Insert)> Replacements(WovenText woven, int target)
    {
        var replacements = new List<(int, int, string)>();
        var (insert, removed) = (new StringBuilder(), new StringBuilder());
        int position = 0, from = 0;
        foreach (var piece in woven.Weave.Pieces)
        {
            var (isThere, was) = (piece.Gone == TextWeave.Never, piece.IsThereAfter(target));
            if (isThere && was)
            {
                Close();
                from = position += piece.Length;
            }
            else if (isThere)
            {
                position += piece.Length;
                removed.Append(piece.Text.Span);
            }
            else if (was)
            {
                insert.Append(piece.Text.Span);
            }
        }
        Close();
        return replacements;

        void Close()
        {
            if (Trimmed(from, removed.ToString(), insert.ToString()) is { } replacement)
                replacements.Add(replacement);
            insert.Clear();
            removed.Clear();
            from = position;
        }
    }

    /// <summary>Without what is there already, written again; null if that is all.</summary>
    private static (int From, int To, string Insert)? Trimmed(int at, string old, string insert)
    {
        if (old == insert)
            return null;
        var head = old.AsSpan().CommonPrefixLength(insert);
        head -= head > 0 && char.IsHighSurrogate(old[head - 1]) ? 1 : 0;
        head = head < LeastSame ? 0 : head;
        var tail = 0;
        while (tail < Math.Min(old.Length, insert.Length) - head && old[^(tail + 1)] == insert[^(tail + 1)])
            tail++;
        tail -= tail > 0 && char.IsLowSurrogate(old[^tail]) ? 1 : 0;
        tail = tail < LeastSame ? 0 : tail;
        return (at + head, at + old.Length - tail, insert[head..^tail]);
    }

    /// <summary>A long insertion in several, the last first: each goes in where the next one will stand before it.</summary>
    private static IEnumerable<(int From, int To, string Insert)> Parts((int From, int To, string Insert) whole)
    {
        var (to, rest) = (whole.To, whole.Insert);
        while (rest.Length > MostUnits)
        {
            var cut = rest.Length - MostUnits;
            if (char.IsLowSurrogate(rest[cut]))
                cut++;
            yield return (to, to, rest[cut..]);
            rest = rest[..cut];
        }
        yield return (whole.From, to, rest);
    }
}
