using System.Text.RegularExpressions;
using Workspace.Text;

namespace Workspace.Web.Demo;

/// <summary>
/// How a text of the demo came about: phrase by phrase, and now and then a word that was left out is put in later. All
/// strokes one after another give the text.
/// </summary>
public sealed partial class DemoSeederText
{
    private const int LeftOutEvery = 6;

    private readonly List<Range> strokes = [];

    public DemoSeederText(string text)
    {
        Final = TextRules.Normalise(text);
        Range? leftOut = null;
        foreach (var (n, phrase) in Phrases().Matches(Final).Index())
        {
            var word = leftOut is null && n % LeftOutEvery == LeftOutEvery - 2 ? InnerWord().Match(phrase.Value) : Match.Empty;
            if (word.Success)
            {
                var from = phrase.Index + word.Index;
                leftOut = from..(from + word.Length);
                strokes.Add(phrase.Index..from);
                strokes.Add((from + word.Length)..(phrase.Index + phrase.Length));
                continue;
            }
            strokes.Add(phrase.Index..(phrase.Index + phrase.Length));
            if (leftOut is { } late)
                strokes.Add(late);
            leftOut = null;
        }
        if (leftOut is { } last)
            strokes.Add(last);
    }

    public string Final { get; }

    /// <summary>One revision a stroke.</summary>
    public int Version => strokes.Count;

    /// <summary>The changes in order, each as it applies to the text after those before it.</summary>
    public IEnumerable<ChangeSet> Changes()
    {
        var length = 0;
        foreach (var (n, stroke) in strokes.Index())
        {
            var at = strokes.Take(n).Where(earlier => earlier.Start.Value < stroke.Start.Value).Sum(earlier => Final[earlier].Length);
            yield return ChangeSet.Replace(length, at, at, Final[stroke]);
            length += Final[stroke].Length;
        }
    }

    /// <summary>Up to a mark that somebody pauses at, some words, or the line's end. Hard spaces keep dates and names whole.</summary>
    [GeneratedRegex(@"[^\n]{0,40}?(?:(?<!\d)[.,;:?!)] +|\n+)|[^\n]{30,}? +|[^\n]+(?:\n+|$)")]
    private static partial Regex Phrases();

    [GeneratedRegex(@"(?<=\p{L} )\p{Ll}{3,} (?=\p{L})")]
    private static partial Regex InnerWord();
}
