using System.Text;
using System.Text.RegularExpressions;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings.Paste;

/// <summary>What a pasted text was understood as.</summary>
/// <param name="Items">The items, sub-items behind their item.</param>
/// <param name="LeftOut">Lines that became no part of an item, as pasted, so that nothing is lost in silence.</param>
/// <param name="IsDocument">Numbered headings among long text: only the headings were taken.</param>
public sealed record PastedAgenda(IReadOnlyList<AgendaDraft> Items, IReadOnlyList<string> LeftOut, bool IsDocument);

/// <summary>Reads an agenda that was pasted as plain text: from a message, a word processor, a table, or whole minutes.</summary>
public static partial class AgendaPaste
{
    private const int ParagraphLength = 140;

    /// <param name="text">What was pasted; what lies beyond <see cref="AgendaRules.PasteLimit"/> characters is not read, lines beyond <see cref="AgendaRules.PasteLines"/> are left out.</param>
    /// <param name="everyLine">Take all lines for items, even where the text looks like a whole document.</param>
    public static PastedAgenda Read(string text, bool everyLine = false)
    {
        var leftOut = new List<string>();
        var lines = Lines(text, leftOut);
        var headings = NumberedHeadings.Find(lines, MarkerKind.Number);
        if (headings.Count == 0 && NumberedHeadings.Find(lines, MarkerKind.BareNumber) is { Count: > 2 } bare)
            headings = bare;
        if (headings.Count == 0)
            headings = NumberedHeadings.Find(lines, MarkerKind.Roman);

        int[] titled = [.. headings.Where(at => lines[at].Text.Length > 0)];
        if (!everyLine && IsDocument(lines, titled))
        {
            var taken = titled.ToHashSet();
            leftOut.AddRange(lines.Where((_, at) => !taken.Contains(at)).Select(line => line.Source));
            return new([.. titled.Select(at => ItemTitle.Read(lines[at].Text, 0, lines[at].Minutes))], leftOut, true);
        }
        return new(AgendaLines.Items(lines, headings), leftOut, false);
    }

    /// <summary>The lines that say something; headings such as 'Program:' and what stands before them are left out.</summary>
    private static List<PastedLine> Lines(string text, List<string> leftOut)
    {
        var lines = new List<PastedLine>();
        var afterBlank = false;
        var hasHeading = false;
        foreach (var raw in PlainText.Cleaned(text[..Math.Min(text.Length, AgendaRules.PasteLimit)]).Normalize(NormalizationForm.FormC).Replace('\u00a0', ' ').ReplaceLineEndings("\n").Split('\n', '\v', '\f'))
        {
            var folded = SearchText.Fold(raw).TrimEnd(':', ' ');
            if (lines.Count == AgendaRules.PasteLines && folded.Length > 0)
            {
                leftOut.Add(raw.Trim());
            }
            else if (folded.Length == 0 || Rule().IsMatch(folded))
            {
                afterBlank = true;
            }
            else if (Heading().IsMatch(folded))
            {
                if (!hasHeading && !lines.Any(line => line.Marker == MarkerKind.Number))
                {
                    leftOut.AddRange(lines.Select(line => line.Source));
                    lines.Clear();
                }
                hasHeading = true;
                afterBlank = true;
            }
            else if (IsTableHead(raw))
            {
                leftOut.Add(raw.Trim());
            }
            else
            {
                lines.Add(PastedLine.Read(raw, afterBlank));
                afterBlank = false;
            }
        }
        return lines;
    }

    private static bool IsDocument(List<PastedLine> lines, IReadOnlyList<int> headings)
    {
        if (headings.Count < 2)
            return false;
        var taken = headings.ToHashSet();
        PastedLine[] rest = [.. lines.Where((_, at) => !taken.Contains(at))];
        return rest.Count(IsParagraph) > 1 && rest.Sum(line => line.Text.Length) > 2 * headings.Sum(at => lines[at].Text.Length);
    }

    private static bool IsParagraph(PastedLine line) =>
        line.Text.Length >= ParagraphLength || (line.Text.Length >= 80 && line.Text.EndsWith('.') && SentenceBreak().IsMatch(line.Text));

    private static bool IsTableHead(string line)
    {
        string[] cells = [.. line.Split('\t').Select(cell => SearchText.Fold(cell).TrimEnd('.', ':')).Where(cell => cell.Length > 0)];
        return cells.Length > 1 && cells.All(cell => TableHead().IsMatch(cell));
    }

    [GeneratedRegex(@"^[-_=*.…~\s]+$|^(strana|page) \d+( (z|of) \d+)?$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(navrh |navrhovany |navrzeny |predbezny |schvaleny )?(program|programu|agenda|body programu|body jednani|prubeh jednani|porad jednani|draft agenda)( (jednani|zasedani|schuze|setkani|porady|pracovni skupiny|\d)[^.]{0,60})?$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(c|cislo|poradi|bod|bod programu|nazev|nazev bodu|tema|predklada|predkladatel|referuje|zpravodaj|cas|od|do|delka|min|minut|minuty|trvani|doba|poznamka|poznamky|no|item|title|presenter|time|minutes|#)$")]
    private static partial Regex TableHead();

    [GeneratedRegex(@"\. \p{Lu}")]
    private static partial Regex SentenceBreak();
}
