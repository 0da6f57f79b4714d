using System.Text;
using DiffPlex;

namespace Workspace.Web.Texts.History;

/// <summary>
/// Two moments of a text, word by word. What changed is known from the weave; only within what changed is there
/// something to compare, namely what was taken away and written again.
/// </summary>
/// <remarks>Law: the pieces without the insertions are the earlier text, without the deletions the later one.</remarks>
public sealed class TextComparison
{
    /// <summary>Roughly the steps that may go into finding equal words; beyond, what changed is shown as changed as a whole.</summary>
    private const long MostSteps = 12_000_000;

    private readonly WovenText woven;
    private readonly List<ComparedPiece> pieces = [];
    private long steps;

    private TextComparison(WovenText woven) => this.woven = woven;

    /// <param name="woven">The history.</param>
    /// <param name="from">The earlier version.</param>
    /// <param name="to">The later version, or the same.</param>
    public static IReadOnlyList<ComparedPiece> Of(WovenText woven, long from, long to)
    {
        var comparison = new TextComparison(woven);
        comparison.Run(woven.ChangeOf(from), woven.ChangeOf(to));
        return comparison.pieces;
    }

    /// <summary>Who added and removed how many words, those with the most first.</summary>
    public static IReadOnlyList<WordCount> Count(IReadOnlyList<ComparedPiece> pieces) =>
    [
        .. pieces.Where(piece => piece.Kind != Difference.Same)
            .GroupBy(piece => piece.AuthorId)
            .Select(own => new WordCount(
                own.Key,
                own.Where(piece => piece.Kind == Difference.Inserted).Sum(piece => Words.Count(piece.Text)),
                own.Where(piece => piece.Kind == Difference.Deleted).Sum(piece => Words.Count(piece.Text))))
            .Where(count => count.Added + count.Removed > 0)
            .OrderByDescending(count => count.Added + count.Removed),
    ];

    private void Run(int from, int to)
    {
        var (same, hunk) = (new StringBuilder(), new Hunk());
        foreach (var piece in woven.Weave.Pieces)
        {
            var (was, isThere) = (piece.IsThereAfter(from), piece.IsThereAfter(to));
            if (was && isThere)
            {
                if (!hunk.IsEmpty)
                    AddHunk(same, ref hunk, piece.Text.Span);
                else
                    same.Append(piece.Text.Span);
            }
            else if (was)
            {
                hunk.Old.Add(piece.Text.Span, woven.MadeBy(piece.Gone));
            }
            else if (isThere)
            {
                hunk.New.Add(piece.Text.Span, woven.MadeBy(piece.Born));
            }
        }
        if (!hunk.IsEmpty)
            AddHunk(same, ref hunk, []);
        Add(Difference.Same, same.ToString(), null);
    }

    /// <summary>What changed, with the rest of words of which only a part did; <paramref name="next"/> is what stayed behind it.</summary>
    private void AddHunk(StringBuilder same, ref Hunk hunk, ReadOnlySpan<char> next)
    {
        // Where nothing stood, or nothing stands, what is around it was or is one word.
        var isCut = hunk.BeginsInWord || (hunk.IsOneSided && !next.IsEmpty && Words.IsPart(next[0]));
        var before = 0;
        while (isCut && before < same.Length && Words.IsPart(same[^(before + 1)]))
            before++;
        if (before > 0)
        {
            hunk.Prepend(same.ToString(same.Length - before, before));
            same.Length -= before;
        }
        var behind = 0;
        while (hunk.EndsInWord && behind < next.Length && Words.IsPart(next[behind]))
            behind++;
        hunk.Append(next[..behind]);
        if (behind > 0 && behind == next.Length)
            return; // The word may go on in what comes next.
        Add(Difference.Same, same.ToString(), null);
        same.Clear();
        AddCompared(hunk);
        same.Append(next[behind..]);
        hunk = new();
    }

    private void AddCompared(Hunk hunk)
    {
        var (before, after) = (hunk.Old.ToString(), hunk.New.ToString());
        var head = Head(before, after);
        var tail = Tail(before[head..], after[head..]);
        Add(Difference.Same, after[..head], null);
        var (a, b) = (Words.Part(before[head..^tail]), Words.Part(after[head..^tail]));
        var (atA, atB, oldAt, newAt) = (0, 0, head, head);
        foreach (var block in Blocks(a, b))
        {
            var same = string.Concat(b[atB..block.InsertStartB]);
            Add(Difference.Same, same, null);
            oldAt += same.Length;
            newAt += same.Length;
            oldAt += Add(Difference.Deleted, hunk.Old, oldAt, a[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            newAt += Add(Difference.Inserted, hunk.New, newAt, b[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            (atA, atB) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }
        Add(Difference.Same, string.Concat(b[atB..]), null);
        Add(Difference.Same, after[^tail..], null);
    }

    private IEnumerable<DiffPlex.Model.DiffBlock> Blocks(string[] a, string[] b)
    {
        if (a.Length == 0 && b.Length == 0)
            return [];
        var effort = (long)a.Length * b.Length;
        steps += effort;
        // A word that was only cut or put in is the usual case, and has nothing in common with what is there now.
        if (effort == 0 || steps > MostSteps || (a.Length == 1 && !b.Contains(a[0])) || (b.Length == 1 && !a.Contains(b[0])))
        {
            steps -= effort;
            return [new(0, a.Length, 0, b.Length)];
        }
        return new Differ().CreateCustomDiffs(string.Concat(a), string.Concat(b), false, Words.Part).DiffBlocks;
    }

    private int Add(Difference kind, Written written, int from, string[] words)
    {
        var length = words.Sum(word => word.Length);
        foreach (var (text, stroke) in written.Between(from, from + length))
            Add(kind, text, stroke);
        return length;
    }

    private void Add(Difference kind, string text, Stroke? by)
    {
        if (text.Length == 0)
            return;
        if (pieces.Count > 0 && pieces[^1] is var last && last.Kind == kind && last.AuthorId == by?.AuthorId)
            pieces[^1] = last with { Text = last.Text + text, At = by?.At };
        else
            pieces.Add(new(kind, text, by?.AuthorId, by?.At));
    }

    /// <summary>How much both begin with, in whole words.</summary>
    private static int Head(string a, string b)
    {
        var most = a.AsSpan().CommonPrefixLength(b);
        while (most > 0 && ((most < a.Length && CutsWord(a, most)) || (most < b.Length && CutsWord(b, most))))
            most--;
        return most;
    }

    /// <summary>How much both end with, in whole words.</summary>
    private static int Tail(string a, string b)
    {
        var most = 0;
        while (most < a.Length && most < b.Length && a[^(most + 1)] == b[^(most + 1)])
            most++;
        while (most > 0 && ((most < a.Length && CutsWord(a, a.Length - most)) || (most < b.Length && CutsWord(b, b.Length - most))))
            most--;
        return most;
    }

    private static bool CutsWord(string text, int at) => Words.IsPart(text[at - 1]) && Words.IsPart(text[at]);
}
