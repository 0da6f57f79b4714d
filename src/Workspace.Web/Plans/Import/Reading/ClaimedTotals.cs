using System.Globalization;
using System.Text.RegularExpressions;
using Workspace.Web.Localization;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Finds totals that a person typed: <c>69 opatření bylo plněno částečně</c>, or a row <c>Splněno | 1</c>.</summary>
internal static partial class ClaimedTotals
{
    private const int LongestTail = 300;

    public static PlanCounts Find(IEnumerable<string> texts)
    {
        var claimed = PlanCounts.Nothing;
        foreach (var text in texts)
        {
            if (Row().Match(text) is { Success: true } row)
                claimed = OfRow(claimed, row);
            else
                claimed = OfProse(claimed, SearchText.Fold(text));
        }
        return claimed;
    }

    // The words after a number, up to the next number, say which status it counts.
    private static PlanCounts OfProse(PlanCounts claimed, string folded)
    {
        foreach (Match found in Areas().Matches(folded))
            claimed = claimed with { Areas = claimed.Areas ?? Number(found) };
        var counts = Items().Matches(folded);
        for (var i = 0; i < counts.Count; i++)
        {
            var from = counts[i].Index + counts[i].Length;
            var end = i + 1 < counts.Count ? counts[i + 1].Index : folded.Length;
            var tail = folded[from..Math.Min(end, from + LongestTail)];
            if (SentenceEnd().Match(tail) is { Success: true } sentence)
                tail = tail[..sentence.Index];
            var lead = folded[Math.Max(0, counts[i].Index - 40)..counts[i].Index];
            if (StatusIn(tail) is { } status)
                claimed = With(claimed, status, Number(counts[i]));
            else if (Whole().IsMatch(lead))
                claimed = claimed with { Items = claimed.Items ?? Number(counts[i]) };
        }
        return claimed;
    }

    private static PlanCounts OfRow(PlanCounts claimed, Match row)
    {
        var (name, number) = (row.Groups["name"].Value, Number(row));
        if (PlanStatusWords.TryParse(name, out var status))
            return With(claimed, status, number);
        return Whole().IsMatch(SearchText.Fold(name)) ? claimed with { Items = claimed.Items ?? number } : claimed;
    }

    // The first statement counts: a later one may speak of one area or another year.
    private static PlanCounts With(PlanCounts claimed, PlanStatus status, int number) => status switch
    {
        PlanStatus.Fulfilled => claimed with { Fulfilled = claimed.Fulfilled ?? number },
        PlanStatus.Ongoing => claimed with { Ongoing = claimed.Ongoing ?? number },
        PlanStatus.Partly => claimed with { Partly = claimed.Partly ?? number },
        PlanStatus.NotFulfilled => claimed with { NotFulfilled = claimed.NotFulfilled ?? number },
        _ => claimed,
    };

    private static PlanStatus? StatusIn(string tail) =>
        Partly().IsMatch(tail) ? PlanStatus.Partly
        : Not().IsMatch(tail) ? PlanStatus.NotFulfilled
        : Done().IsMatch(tail) ? PlanStatus.Fulfilled
        : Going().IsMatch(tail) ? PlanStatus.Ongoing
        : null;

    private static int Number(Match match) => int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>[\p{L} /:]{3,60}) \| (?<n>\d{1,5})(?: \| [\d ,.]+ ?%?)?$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(?<n>\d{1,3}) (?:okruhu|okruhy|oblasti|areas)\b")]
    private static partial Regex Areas();

    [GeneratedRegex(@"(?<![\d.,/-])(?<n>\d{1,5}) (?:opatreni|aktivit[ay]?|ukol[uy]?|polozek|polozky|measures?|items?|activities)\b")]
    private static partial Regex Items();

    [GeneratedRegex(@"[.!?](?:\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(?:celkem|obsahuj\w*|celkovy pocet|dohromady|total|contains?|altogether)\b")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(?:castecne|partly|partially)\b")]
    private static partial Regex Partly();

    [GeneratedRegex(@"\b(?:neplnen[oay]?|nesplnen[oay]?|nebyl[oay]?\b.*\bplnen[oay]?|nejsou plnen[oay]?|neni plneno|not fulfilled|unfulfilled)\b")]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(?:splnen[oay]?|fulfilled|completed)\b")]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(?:plnen[oay]?|plni se|ongoing|in progress)\b")]
    private static partial Regex Going();
}
