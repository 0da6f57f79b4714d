using System.Text.RegularExpressions;
using Workspace.Web.Texts.Blocks;

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

    /// <param name="passages">What is shown.</param>
    /// <param name="labelOf">What is shown of a line that only refers to a record; without it the reference.</param>
    public static IReadOnlyList<FormattedLine> Of(IEnumerable<Passage> passages, Func<BlockLine, string>? labelOf = null)
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
            if (labelOf is not null && raw.Contains("[[", StringComparison.Ordinal))
                lines.AddRange(Versions(line).Select(one => BlockOf(one, labelOf, opens)));
            else
                lines.Add(Shape(line, raw, opens));
            opens = false;
        }
        return lines;
    }

    /// <summary>A line in which one reference took the place of another is shown as it was and as it is.</summary>
    private static IEnumerable<List<Passage>> Versions(List<Passage> line)
    {
        List<Passage>[] versions = [line.FindAll(p => p.Kind != Difference.Inserted), line.FindAll(p => p.Kind != Difference.Deleted)];
        var isApart = versions.All(v => v.Count > 0 && v.Count < line.Count) && versions.Any(v => BlockLine.Parse(string.Concat(v.Select(p => p.Text))) is not null);
        return isApart ? versions.Select((v, i) => v.ConvertAll(p => p with { Kind = i == 0 ? Difference.Deleted : Difference.Inserted })) : [line];
    }

    private static FormattedLine BlockOf(List<Passage> line, Func<BlockLine, string> labelOf, bool opens)
    {
        var raw = string.Concat(line.Select(passage => passage.Text));
        if (BlockLine.Parse(raw) is not { } block)
            return Shape(line, raw, opens);
        var passage = line.Find(p => p.Kind != Difference.Same) ?? line[0];
        return new(LineKind.Block, 0, "", [new(labelOf(block), Letters.Plain, 0, passage)], opens);
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
