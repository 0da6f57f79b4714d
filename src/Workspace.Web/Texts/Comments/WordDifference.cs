using DiffPlex;
using Workspace.Text;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Texts.Comments;

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

    private static int LengthOf(IReadOnlyList<string> words, int from, int count) => words.Skip(from).Take(count).Sum(word => word.Length);
}
