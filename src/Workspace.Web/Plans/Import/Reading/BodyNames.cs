using System.Text.RegularExpressions;

namespace Workspace.Web.Plans.Import.Reading;

/// <param name="Text">As written.</param>
/// <param name="Key">Of the known body; null for one that is not known.</param>
/// <param name="IsUnclear">A slash, dash or line break within it may part two bodies or a body and its unit.</param>
public sealed record BodyName(string Text, string? Key = null, bool IsUnclear = false);

/// <param name="Names">In the order of the text, each once.</param>
/// <param name="HasUnknownMark">The writer did not know: <c>???</c> stands in it.</param>
public sealed record BodySplit(IReadOnlyList<BodyName> Names, bool HasUnknownMark);

/// <summary>Takes the cell of owners or cooperating bodies apart.</summary>
public static partial class BodyNames
{
    // No list of bodies is so long; it is prose in the wrong column.
    private const int Longest = 2000;

    /// <summary>
    /// Commas, semicolons, plus signs and lines part bodies, except within brackets, before a legal form, and where the whole is a
    /// known name. A slash or dash is „unit of“ as well as „and“: with known names it is decided by them, else the whole is kept and
    /// marked as unclear. Pure; nothing that is written is left out but fillers and <c>???</c>.
    /// </summary>
    public static BodySplit Split(string? text, KnownBodies known)
    {
        var cleaned = CellText.Clean(text);
        if (known.Find(cleaned) is { } whole)
            return new([new(CellText.OneLine(cleaned), whole.Key)], false);
        if (cleaned.Length > Longest)
            return new([new(CellText.OneLine(cleaned), null, IsUnclear: true)], cleaned.Contains("??"));
        var pieces = Pieces(cleaned, known);
        var names = new List<BodyName>();
        for (var from = 0; from < pieces.Count;)
        {
            // A known name may hold a separator itself, so the longest run is tried first.
            var taken = Enumerable.Range(1, Math.Min(4, pieces.Count - from)).Reverse()
                .FirstOrDefault(count => known.Find(cleaned[pieces[from].Start..pieces[from + count - 1].End]) is not null, 1);
            names.AddRange(Resolve(cleaned[pieces[from].Start..pieces[from + taken - 1].End], known));
            from += taken;
        }
        return new([.. names.DistinctBy(name => name.Key ?? KnownBodies.Fold(name.Text))], cleaned.Contains("??"));
    }

    private static IEnumerable<BodyName> Resolve(string piece, KnownBodies known)
    {
        var text = CellText.OneLine(Unknown().Replace(piece, "")).Trim(' ', '•', '·', ';', ',');
        text = text.TrimStart('/', '–', '-', '+', ' ').TrimEnd('/', '–', '-', ' ');
        if (CellText.IsEmpty(text))
            return [];
        if (known.Find(text) is { } one)
            return [new(text, one.Key)];
        var parts = Connectors().Split(text).Select(part => part.Trim()).Where(part => !CellText.IsEmpty(part)).ToList();
        if (parts.Count == 1 && And().Split(text) is { Length: > 1 } both && both.All(part => known.Find(part) is not null))
            parts = [.. both];
        return parts.Count == 1 ? [new(text, null, piece.Trim().Contains('\n'))] : Connected(parts, known) ?? [new(text, null, IsUnclear: true)];
    }

    // „KÚ LK / OSV“ is one body when OSV is a unit of KÚ LK, two when both stand by themselves; null when a part is not known.
    private static List<BodyName>? Connected(List<string> parts, KnownBodies known)
    {
        var names = new List<(BodyName Name, KnownBody Body)>();
        foreach (var part in parts)
        {
            var within = names.Count > 0 ? names[^1].Body.UnitOf ?? names[^1].Body.Key : null;
            if (known.Find(part, within) is not { } body)
                return null;
            if (names.Count > 0 && body.UnitOf is { } whole && whole == names[^1].Body.Key)
                names[^1] = (new($"{names[^1].Name.Text} / {part}", body.Key), body);
            else
                names.Add((new(part, body.Key), body));
        }
        return [.. names.Select(name => name.Name)];
    }

    private static List<(int Start, int End)> Pieces(string text, KnownBodies known)
    {
        var pieces = new List<(int, int)>();
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth = Math.Max(0, depth + (text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0));
            if (depth > 0 || !Parts(text, start, at, known))
                continue;
            pieces.Add((start, at));
            start = at + 1;
        }
        pieces.Add((start, text.Length));
        return [.. pieces.Where(piece => !string.IsNullOrWhiteSpace(text[piece.Item1..piece.Item2]))];
    }

    private static bool Parts(string text, int start, int at, KnownBodies known)
    {
        var (before, after) = (text[start..at], text[(at + 1)..]);
        return text[at] switch
        {
            ';' => true,
            ',' => !LegalForm().IsMatch(after),
            '+' => !string.IsNullOrWhiteSpace(after) && after.TrimStart(' ')[0] is not (',' or ';' or '+' or '\n') && !NamedWithPlus().IsMatch(before),
            '\n' => EndsBody(before, after, known),
            _ => false,
        };
    }

    // A line ends a body unless a mark at the break joins it, or it goes on with a small letter and neither line is a known name.
    private static bool EndsBody(string before, string after, KnownBodies known)
    {
        var (line, next) = (before.Trim(), after.TrimStart().Split('\n')[0].Trim());
        if (line.Length == 0 || next.Length == 0)
            return true;
        if (line[^1] is '/' or '–' or '-' or '(' || next[0] is '/' or '–' or ')')
            return false;
        return !char.IsLower(next[0]) || known.IsName(next.TrimEnd(',', ';')) || next.Contains(',') || line[^1] is ',' or ';' or '+';
    }

    [GeneratedRegex(@"\?{2,}")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\s*/\s*|\s+[–—-]\s+|\s*[–—]\s*|\n")]
    private static partial Regex Connectors();

    [GeneratedRegex(@"\s+(?:a|and|&)\s+")]
    private static partial Regex And();

    [GeneratedRegex(@"^\s*(?:a\.\s?s\.|s\.\s?r\.\s?o\.|z\.\s?s\.|z\.\s?ú\.|o\.\s?p\.\s?s\.|p\.\s?o\.|spol\.|s\.\s?p\.|v\.\s?o\.\s?s\.|příspěvková organizace|o\.\s?s\.|ltd|inc)(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"(?:^|\W)(?:OPZ|KPSV|OP JAK|Erasmus)$", RegexOptions.IgnoreCase)]
    private static partial Regex NamedWithPlus();
}
