using DiffPlex;
using Workspace.Text;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Texts.Comments;

/// <summary>A stretch of two wordings laid over each other.</summary>
public sealed record WordPiece(Difference Kind, string Text);

/// <summary>The words by which one wording differs from another, so that a change leaves alone what stays.</summary>
public static class WordDifference
{
    /// <summary>A change of a text of <paramref name="length"/> units that makes <paramref name="after"/> of what stands at <paramref name="from"/>.</summary>
    public static ChangeSet Change(int length, int from, string before, string after) =>
        ChangeSet.Of(length, Find(before, after).Select(piece => (from + piece.From, from + piece.To, piece.Insert)));

    /// <summary>What to replace in the first wording, in order.</summary>
    public static IEnumerable<(int From, int To, string Insert)> Find(string before, string after)
    {
        var found = new Differ().CreateCustomDiffs(before, after, false, Words.Part);
        var (position, word) = (0, 0);
        foreach (var block in found.DiffBlocks)
        {
            position += LengthOf(found.PiecesOld, word, block.DeleteStartA - word);
            var end = position + LengthOf(found.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            yield return (position, end, string.Concat(found.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)));
            (position, word) = (end, block.DeleteStartA + block.DeleteCountA);
        }
    }

    /// <summary>Both wordings laid over each other: without the insertions the first, without the deletions the second.</summary>
    public static IEnumerable<WordPiece> Pieces(string before, string after)
    {
        var position = 0;
        foreach (var (from, to, insert) in Find(before, after))
        {
            if (from > position)
                yield return new(Difference.Same, before[position..from]);
            if (to > from)
                yield return new(Difference.Deleted, before[from..to]);
            if (insert.Length > 0)
                yield return new(Difference.Inserted, insert);
            position = to;
        }
        if (position < before.Length)
            yield return new(Difference.Same, before[position..]);
    }

    private static int LengthOf(IReadOnlyList<string> words, int from, int count) => words.Skip(from).Take(count).Sum(word => word.Length);
}
