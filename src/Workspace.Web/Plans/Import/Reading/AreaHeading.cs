using System.Text.RegularExpressions;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>A heading of an area: <c>Okruh opatření IV: Děti</c>, <c>IX. Zdraví</c>, <c>Oblast 2 – Bydlení</c>.</summary>
/// <param name="Number">As written: roman, in digits or a letter.</param>
/// <param name="Title">What follows; empty where the heading is only a number.</param>
/// <param name="IsNamed">It says what it is („okruh“, „oblast“); a bare number may head a chapter as well.</param>
internal sealed partial record AreaHeading(string Number, string Title, bool IsNamed)
{
    private const int Longest = 400;

    public static AreaHeading? Read(string? text)
    {
        if (text is null || text.Length > 2 * Longest || CellText.OneLine(text) is not { Length: > 0 and <= Longest } line)
            return null;
        if (Unnumbered().Match(line) is { Success: true } unnumbered)
            return Of(unnumbered, true);
        if (Named().Match(line) is { Success: true } named)
            return Of(named, true);
        return Numbered().Match(line) is { Success: true } numbered && IsNumber(numbered.Groups["n"].Value) ? Of(numbered, false) : null;
    }

    /// <summary>Whether the text begins as a heading that says what it is.</summary>
    public static bool BeginsArea(string? text) => Read(text) is { IsNamed: true, Title.Length: > 0 };

    /// <summary>Whether a cell holds nothing but the number of an area.</summary>
    public static bool IsRoman(string text) => RomanNumber.TryParse(text.TrimEnd('.', ')', ':', ' '), out var number) && number.Value <= 60;

    private static AreaHeading? Of(Match match, bool named) => new(match.Groups["n"].Value.ToUpperInvariant(), match.Groups["title"].Value.Trim(), named);

    private static bool IsNumber(string text) => char.IsAsciiDigit(text[0]) || IsRoman(text);

    [GeneratedRegex(@"^(?:(?:prioritní|strategick[áý]|tematick[áý]|specifick[ýá])\s)?(?:okruh|oblast|priorita|kapitola|pilíř|cíl|téma|area|priority|chapter|pillar)(?:\s(?:opatření|podpory|of measures))?\s(?:č\.\s?)?(?<n>(?-i:[IVXL]{1,7}|[A-Z])|\d{1,2}(?:\.\d{1,2})?)(?:\s?[:.)–—-]+\s?|\s(?-i:(?=\p{Lu}))|$)(?<title>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    // As exports of this program head an area that has no number, where the title alone would not be taken for a heading.
    [GeneratedRegex(@"^(?:okruh bez čísla|area without a number)\s?:\s?(?<n>)(?<title>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unnumbered();

    [GeneratedRegex(@"^(?<n>[IVXL]{1,7}|\d{1,2})(?:\s?[:.)]\s?|\s[–—-]\s)(?<title>\p{L}.*)$")]
    private static partial Regex Numbered();
}
