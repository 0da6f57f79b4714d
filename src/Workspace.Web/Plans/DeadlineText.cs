using System.Globalization;
using System.Text.RegularExpressions;
using Workspace.Web.Localization;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans;

/// <summary>The grammar of deadlines: <c>průběžně do 12 / 2027</c>, <c>12/2024</c>, <c>31.7. 2024</c>, <c>do konce roku 2025</c>, or a condition in words.</summary>
internal static partial class DeadlineText
{
    private const string Going = "prubezne|kontinualne|trvale|stale|permanentne|opakovane|kazdorocne|rocne|continuously|continuous|ongoing|permanently|annually|every year";
    private const int Longest = 300;
    private const string Before = @"(?:(?:nejpozdeji|at the latest|no later than|termin:?)(?![a-z])\s*)?(?:(?:do|k|ke|v|ve|by|until|till|to|in)(?![a-z])\s*)?";

    public static PlanDeadline Read(string? text)
    {
        var written = CellText.OneLine(text);
        if (CellText.IsEmpty(written))
            return PlanDeadline.None;
        if (written.Length > Longest)
            return new(DeadlineKind.Condition, null, written);
        var folded = SearchText.Fold(written).Replace('–', '-').Replace('—', '-').Trim(' ', '.', ',', ';', '(', ')');
        if (Continuous().Match(folded) is { Success: true } continuous)
        {
            var rest = Bare($"{continuous.Groups["before"].Value} {continuous.Groups["after"].Value}");
            if (rest.Length == 0 || (From().Match(rest) is { Success: true } from && Moment(rest[from.Length..]) is not null))
                return new(DeadlineKind.Continuous, null, written);
            return EndOfSpan(rest) is { } end
                ? new(DeadlineKind.Continuous, end, written)
                : new(DeadlineKind.Condition, null, written);
        }
        if (Moment(Bare(folded)) is var (kind, day))
            return new(kind, day, written);
        return Span(folded) is { } spanned ? new(DeadlineKind.Continuous, spanned, written) : new(DeadlineKind.Condition, null, written);
    }

    /// <summary>The last day or month named anywhere in the words of a condition; null when none is.</summary>
    public static DateOnly? DayNamedIn(string text)
    {
        var folded = SearchText.Fold(text.Length > Longest ? text[..Longest] : text);
        return AnyMoment().Matches(folded).Select(found => Moment(found.Value.Trim())).Where(moment => moment is not null).Max(moment => moment?.Day);
    }

    private static string Bare(string text) => Lead().Replace(text.Trim(' ', '.', ',', ';', '(', ')', '-'), "").Trim(' ', '.', ',', ';', '(', ')', '-');

    private static DateOnly? EndOfSpan(string text) => Moment(text)?.Day ?? Span(text);

    // „1/2024 - 12/2025“ goes on from the first to the second.
    private static DateOnly? Span(string folded)
    {
        for (var at = folded.IndexOf('-'); at > 0; at = folded.IndexOf('-', at + 1))
        {
            if (Ends(folded[..at], folded[(at + 1)..]) is { } end)
                return end;
        }
        var until = folded.IndexOf(" do ", StringComparison.Ordinal);
        return until > 0 ? Ends(folded[..until], folded[(until + 4)..]) : null;
    }

    private static DateOnly? Ends(string from, string to)
    {
        if (Moment(Bare(to))?.Day is not { } end)
            return null;
        var start = From().Replace(Bare(from), "");
        return (Moment(start)?.Day ?? (int.TryParse(start, out var month) && month is >= 1 and <= 12 ? PlanDeadline.EndOf(end.Year, month) : null)) <= end ? end : null;
    }

    private static (DeadlineKind Kind, DateOnly Day)? Moment(string text)
    {
        if (DayFirst().Match(text) is { Success: true } czech && MonthOf(czech) > 0)
            return Day(Number(czech, "y"), MonthOf(czech), Number(czech, "d"));
        if (YearFirst().Match(text) is { Success: true } iso)
            return iso.Groups["d"].Success ? Day(Number(iso, "y"), Number(iso, "m"), Number(iso, "d")) : Month(Number(iso, "y"), Number(iso, "m"));
        if (EnglishDay().Match(text) is { Success: true } english && MonthOf(english) > 0)
            return Day(Number(english, "y"), MonthOf(english), Number(english, "d"));
        if (MonthAndYear().Match(text) is { Success: true } month && MonthOf(month) > 0)
            return Month(Number(month, "y"), MonthOf(month));
        if (Quarter().Match(text) is { Success: true } quarter)
            return Month(Number(quarter, "y"), 3 * Ordinal(quarter.Groups["q"].Value));
        if (Half().Match(text) is { Success: true } half)
            return Month(Number(half, "y"), 6 * Ordinal(half.Groups["h"].Value));
        return WholeYear().Match(text) is { Success: true } year ? Month(Number(year, "y"), 12) : null;
    }

    private static int Number(Match match, string group)
    {
        var number = int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        return group == "y" && number < 100 ? 2000 + number : number;
    }

    private static int MonthOf(Match match) =>
        match.Groups["name"].Success ? MonthNames.Find(match.Groups["name"].Value) : match.Groups["m"].Success ? Number(match, "m") : 0;

    private static int Ordinal(string text) =>
        RomanNumber.TryParse(text.ToUpperInvariant(), out var roman) ? roman.Value : int.TryParse(text, out var number) ? number : text[0] switch { 'p' or 'f' => 1, 'd' or 's' => 2, _ => 0 };

    private static (DeadlineKind, DateOnly)? Day(int year, int month, int day) =>
        IsMonth(year, month) && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (DeadlineKind.Date, new DateOnly(year, month, day)) : null;

    private static (DeadlineKind, DateOnly)? Month(int year, int month) => IsMonth(year, month) ? (DeadlineKind.Month, PlanDeadline.EndOf(year, month)) : null;

    private static bool IsMonth(int year, int month) => year is >= 1990 and <= 2150 && month is >= 1 and <= 12;

    [GeneratedRegex($@"^(?<before>.*?)\b(?:{Going})\b,?(?<after>.*)$")]
    private static partial Regex Continuous();

    [GeneratedRegex("^(?:od|from|since) ")]
    private static partial Regex From();

    [GeneratedRegex($"^{Before}")]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?<d>\d{1,2})\s?\.\s?(?:(?<m>\d{1,2})\s?\.|(?<name>[a-z]{3,})\.?)\s?(?<y>\d{4})(?:\s?r?\.?)$|^(?<d>\d{1,2})\s?/\s?(?<m>\d{1,2})\s?/\s?(?<y>\d{4})$|^(?<d>\d{1,2})\s(?<name>[a-z]{3,}),?\s(?<y>\d{4})$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>\d{4})\s?[-/]\s?(?<m>\d{1,2})(?:\s?[-/]\s?(?<d>\d{1,2}))?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<name>[a-z]{3,})\s(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?<y>\d{4})$")]
    private static partial Regex EnglishDay();

    [GeneratedRegex(@"^(?:(?:konce|konci|konec|zacatku|poloviny|the end of|end of|mesice|mesici|mesic)\s)*(?:(?<m>\d{1,2})\s?[./-]\s?|(?<name>[a-z]{1,10})\s?[./-]?\s?)(?<y>\d{4}|(?<=/\s?|[a-z][./-]\s?)[2-9]\d)$")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(?:(?:konce|konec|the end of|end of)\s)?(?:q\s?(?<q>[1-4])|(?<q>[1-4]|iv|i{1,3})\s?\.?\s?(?:q|kvartal\w*|ctvrtlet\w*|quarter))\s?[./]?\s?(?:roku\s|of\s)?(?<y>\d{4})$")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:(?:konce|konec|the end of|end of)\s)?(?<h>[12]|i{1,2}|prvni\w*|druhe\w*|first|second)\s?\.?\s?(?:polovin\w*|pololet\w*|half)\s(?:roku\s|of\s)?(?<y>\d{4})$")]
    private static partial Regex Half();

    [GeneratedRegex(@"^(?:(?:konce|konci|konec|the end of|end of)\s)?(?:(?:roku|roce|rok|r\.|year)\s?)?(?<y>\d{4})$")]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{4}|\d{1,2}\s?\.\s?[a-z]{4,10}\s\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s?/\s?\d{4}|\b(?:19|20|21)\d{2}\b")]
    private static partial Regex AnyMoment();
}
