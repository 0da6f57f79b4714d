using System.Text.RegularExpressions;

namespace Workspace.Web.Texts.History;

/// <summary>
/// Passages as formatted lines. Not the Markdown renderer, because the marks of two versions laid over each other do not
/// make one document, and because each word must stay the one its writer is known of. Marks that have changed themselves
/// are shown, everything else is shaped by them.
/// </summary>
public static partial class FormattedLines
{
    /// <summary>Beyond, marks inside the line stay as they are: nobody reads such a line for its letters.</summary>
    private const int LongestShaped = 5_000;

    private const int MostDepth = 5;

    public static IReadOnlyList<FormattedLine> Of(IEnumerable<Passage> passages)
    {
        var lines = new List<FormattedLine>();
        var opens = false;
        foreach (var line in Lines(passages))
        {
            var raw = string.Concat(line.Select(passage => passage.Text));
            if (string.IsNullOrWhiteSpace(raw))
            {
                opens = true;
                continue;
            }
            if (TableRule().IsMatch(raw) && line.TrueForAll(passage => passage.Kind == line[0].Kind))
                continue;
            lines.Add(Shape(line, raw, opens));
            opens = false;
        }
        return lines;
    }

    private static IEnumerable<List<Passage>> Lines(IEnumerable<Passage> passages)
    {
        var line = new List<Passage>();
        foreach (var passage in passages)
        {
            var rest = passage.Text.AsMemory();
            for (int end; (end = rest.Span.IndexOf('\n')) >= 0; rest = rest[(end + 1)..])
            {
                if (end > 0)
                    line.Add(passage with { Text = rest[..end].ToString() });
                yield return line;
                line = [];
            }
            if (rest.Length > 0)
                line.Add(rest.Length == passage.Text.Length ? passage : passage with { Text = rest.ToString() });
        }
        yield return line;
    }

    private static FormattedLine Shape(List<Passage> line, string raw, bool opens)
    {
        var isWhole = line.TrueForAll(passage => passage.Kind == line[0].Kind);
        var marker = BlockMark().Match(raw);
        var first = line[0];
        var isMarked = marker.Length > 0 && (isWhole || (first.Kind == Difference.Same && first.Text.Length >= marker.Length));
        var (kind, depth, sign) = isMarked ? Read(marker) : (raw.TrimStart().StartsWith('|') ? LineKind.Row : LineKind.Text, 0, "");
        var shapes = new LineShapes(raw, isMarked ? marker.Length : 0, kind == LineKind.Row, raw.Length <= LongestShaped);
        var parts = new List<LinePart>();
        var start = 0;
        foreach (var passage in line)
        {
            var mayHide = isWhole || passage.Kind == Difference.Same;
            for (int i = start, from = start; i <= start + passage.Text.Length; i++)
            {
                if (i < start + passage.Text.Length && i > from && shapes.AreAlike(from, i))
                    continue;
                if (i > from && !(mayHide && shapes.IsMark(from)))
                    parts.Add(new(raw[from..i], shapes.LettersAt(from), shapes.CellAt(from), passage));
                from = i;
            }
            start += passage.Text.Length;
        }
        return new(kind, Math.Min(depth, MostDepth), sign, parts, opens);
    }

    private static (LineKind Kind, int Depth, string Marker) Read(Match mark)
    {
        var depth = mark.Groups["indent"].Length / 2;
        return mark.Groups["sign"].Value.TrimEnd() switch
        {
            ['#', ..] => (LineKind.Heading, 0, ""),
            ['>', ..] => (LineKind.Quote, depth, ""),
            [_, ' ', '[', ' ', ..] => (LineKind.Item, depth, "☐"),
            [_, ' ', '[', ..] => (LineKind.Item, depth, "☒"),
            [var digit, .. var number] when char.IsAsciiDigit(digit) => (LineKind.Item, depth, digit + number),
            _ => (LineKind.Item, depth, "•"),
        };
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?<sign>\#{1,6}[ ]|[-*+][ ]\[[ xX]\][ ]|[-*+][ ]|\d{1,9}[.)][ ]|>[ ]?)", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")]
    private static partial Regex TableRule();
}
