using Workspace.Text;

namespace Workspace.Web.Texts.Comments;

/// <summary>The words by which one wording differs from another, so that a change leaves alone what stays.</summary>
public static class WordDifference
{
    private const int MostComparisons = 4_000_000;

    /// <summary>A change of a text of <paramref name="length"/> units that makes <paramref name="after"/> of what stands at <paramref name="from"/>.</summary>
    public static ChangeSet Change(int length, int from, string before, string after) =>
        ChangeSet.Of(length, Find(before, after).Select(piece => (from + piece.From, from + piece.To, piece.Insert)));

    /// <summary>What to replace in the first wording, in order.</summary>
    public static IEnumerable<(int From, int To, string Insert)> Find(string before, string after)
    {
        var (a, b) = (Words(before), Words(after));
        var start = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(a.Count, b.Count) - start;
        var end = 0;
        while (end < most && a[^(end + 1)] == b[^(end + 1)])
            end++;

        var position = a[..start].Sum(word => word.Length);
        var (i, j) = (start, start);
        foreach (var (x, y) in Kept(a[start..^end], b[start..^end]).Select(pair => (pair.A + start, pair.B + start)).Append((a.Count - end, b.Count - end)))
        {
            var to = position + a[i..x].Sum(word => word.Length);
            if (i < x || j < y)
                yield return (position, to, string.Concat(b[j..y]));
            position = to + (x < a.Count ? a[x].Length : 0);
            (i, j) = (x + 1, y + 1);
        }
    }

    /// <summary>The longest common words as pairs of indexes; none where finding them would take long.</summary>
    private static List<(int A, int B)> Kept(List<string> a, List<string> b)
    {
        List<(int, int)> pairs = [];
        if ((long)a.Count * b.Count > MostComparisons)
            return pairs;
        var longest = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i] == b[j])
                pairs.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
        return pairs;
    }

    /// <summary>Words, blanks and single signs. A character of two units is never parted.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        for (var from = 0; from < text.Length;)
        {
            var kind = KindOf(text[from]);
            var to = from + 1;
            while (to < text.Length && kind != Kind.Sign && KindOf(text[to]) == kind)
                to++;
            words.Add(text[from..to]);
            from = to;
        }
        return words;
    }

    private static Kind KindOf(char unit) => unit switch
    {
        '\n' => Kind.Sign,
        _ when char.IsWhiteSpace(unit) => Kind.Blank,
        _ when char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || char.GetUnicodeCategory(unit) == System.Globalization.UnicodeCategory.NonSpacingMark => Kind.Word,
        _ => Kind.Sign,
    };

    private enum Kind { Word, Blank, Sign }
}
