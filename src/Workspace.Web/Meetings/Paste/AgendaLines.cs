using Workspace.Web.Localization;

namespace Workspace.Web.Meetings.Paste;

/// <summary>Puts the lines of a pasted list together to items and sub-items. Every line ends up in one of them.</summary>
internal sealed class AgendaLines
{
    private static readonly string[] Hanging =
        ["a", "i", "k", "ke", "o", "s", "se", "u", "v", "ve", "z", "ze", "na", "do", "od", "po", "pro", "pri", "nad", "pod", "za", "ci", "nebo", "vcetne", "the", "of", "and", "for", "in", "on", "with", "to"];

    private readonly IReadOnlyList<PastedLine> lines;
    private readonly HashSet<int> headings;
    private readonly IReadOnlySet<int> restarted;
    private readonly bool isMarked, isMostlyUpper;
    private readonly int margin, width, lastTopGlyph;
    private readonly char topGlyph;
    private readonly List<(int At, string Text, int Level)> items = [];

    private AgendaLines(IReadOnlyList<PastedLine> source, IReadOnlyList<int> headings)
    {
        this.headings = [.. headings];
        var romans = NumberedHeadings.Find(source, MarkerKind.Roman).ToHashSet();
        var letters = source.Where(line => line.Marker == MarkerKind.Letter).Select(line => line.Number).ToHashSet();
        var firstNested = source.FirstOrDefault(line => line.Marker == MarkerKind.Nested)?.Number;
        var heading = 0;
        var real = new List<PastedLine>(source.Count);
        foreach (var (line, at) in source.Select((line, at) => (line, at)))
        {
            heading = this.headings.Contains(at) ? line.Number : heading;
            // What looks like a marker need not be one: 'V. Nová' is nobody's fifth item, '8 obcí' no eighth.
            var isReal = line.Marker switch
            {
                MarkerKind.BareNumber => this.headings.Contains(at),
                MarkerKind.Roman => romans.Contains(at),
                MarkerKind.Letter => line.Glyph == ')' || letters.Contains(line.Number - 1) || letters.Contains(line.Number + 1),
                MarkerKind.Nested => line.Number == heading || (headings.Count == 0 && firstNested == 1),
                _ => true,
            };
            real.Add(isReal ? line : line.Unmarked);
        }
        lines = real;
        restarted = NumberedHeadings.Restarted(lines, [.. Enumerable.Range(0, lines.Count).Where(at => lines[at].Marker == MarkerKind.Number)]);
        PastedLine[] marked = [.. lines.Where(line => line.Marker != MarkerKind.None || line.Starts is not null)];
        isMarked = marked.Length > 0;
        isMostlyUpper = lines.Count(line => line.StartsLower) * 2 < lines.Count;
        margin = (isMarked ? marked : lines).Select(line => line.Indent).DefaultIfEmpty().Min();
        width = lines.Select(line => line.Indent + line.Source.Length).DefaultIfEmpty().Max();
        topGlyph = marked.FirstOrDefault(line => line.Marker == MarkerKind.Bullet && line.Indent == margin)?.Glyph ?? '\0';
        lastTopGlyph = Enumerable.Range(0, lines.Count).LastOrDefault(at => lines[at].Glyph == topGlyph);
    }

    public static IReadOnlyList<AgendaDraft> Items(IReadOnlyList<PastedLine> lines, IReadOnlyList<int> headings)
    {
        var reading = new AgendaLines(lines, headings);
        for (var at = 0; at < reading.lines.Count; at++)
            reading.Take(at);
        return reading.Drafts();
    }

    private List<AgendaDraft> Drafts()
    {
        var drafts = new List<AgendaDraft>();
        for (var at = 0; at < items.Count; at++)
        {
            var (place, text, level) = items[at];
            var line = lines[place];
            // A programme of clock times: an item lasts until the next one begins.
            var minutes = line.Minutes ?? (at + 1 < items.Count && lines[items[at + 1].At].Starts is { } next && next > line.Starts
                ? (int?)(next - line.Starts.Value).TotalMinutes : null);
            var draft = ItemTitle.Read(text, drafts.Count == 0 ? 0 : level, minutes);
            if (draft.Title.Length > 0)
                drafts.Add(draft);
        }
        return drafts;
    }

    private void Take(int at)
    {
        var line = lines[at];
        if (items.Count > 0 && line.Marker == MarkerKind.None && line.Starts is null && Joins(line) is { } glue)
        {
            var (first, text, level) = items[^1];
            items[^1] = (first, text + (text.Length == 0 ? "" : glue) + line.Text, level);
            return;
        }
        items.Add((at, line.Text, Level(at)));
    }

    /// <summary>How the unmarked line continues the item before it; null where it is one of its own.</summary>
    private string? Joins(PastedLine line)
    {
        var first = lines[items[^1].At];
        var text = items[^1].Text;
        if (ItemTitle.IsRemark(line.Text))
            return line.Text[0] is '(' or '[' ? " " : "\t";
        if (text.Length == 0 || (isMarked && first.Marker != MarkerKind.None && line.Indent > first.Indent))
            return " ";
        if (line.AfterBlank)
            return null;
        var lastWord = SearchText.Fold(text.Split(' ')[^1]);
        var isOpen = text[^1] is ',' or '-' or '–' || Hanging.Contains(lastWord)
            || text.Count(c => c == '(') > text.Count(c => c == ')') || text.Count(c => c == '„') > text.Count(c => c is '“' or '"' or '”');
        var isWrapped = isMarked && width is > 50 and < 120 && first.Indent + text.Length + line.Text.Split(' ')[0].Length + 4 > width && text.Length < width;
        return isOpen || isWrapped || (line.StartsLower && isMostlyUpper) ? " " : null;
    }

    private int Level(int at)
    {
        var line = lines[at];
        if (headings.Contains(at) || items.Count == 0)
            return 0;
        var isBelowHeading = headings.Any(heading => heading < at);
        var isIndented = line.Indent >= margin + 2;
        return line.Marker switch
        {
            MarkerKind.Nested => headings.Count > 0 ? 1 : 0,
            MarkerKind.Number => isIndented || (isBelowHeading && (IsInnerCount(at) || line.StartsLower)) ? 1 : 0,
            MarkerKind.Letter or MarkerKind.Roman => headings.Count > 0 || isIndented ? 1 : 0,
            MarkerKind.Bullet => isBelowHeading || isIndented || IsInnerGlyph(at) ? 1 : 0,
            _ => !isMarked && isIndented ? 1 : 0,
        };
    }

    /// <summary>A count that begins anew belongs to the item above it, but not below a line of its own ('Odpoledne').</summary>
    private bool IsInnerCount(int at) => restarted.Contains(at)
        && lines[items.FindLast(item => !restarted.Contains(item.At)).At].Marker != MarkerKind.None;

    private bool IsInnerGlyph(int at) => lines[at].Glyph != topGlyph && (lines[at].Glyph is 'o' or '◦' or '○' or '▪' || at < lastTopGlyph);
}
