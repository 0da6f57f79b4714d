using System.Text.RegularExpressions;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings.Paste;

/// <summary>Takes a pasted title apart: what the item is called, who presents it, how long it should take.</summary>
internal static partial class ItemTitle
{
    private const int HeadLimit = 4000;

    private static readonly string[] KeptStops = ["atd", "apod", "aj", "tj", "tzv", "resp", "popr", "mj", "vč", "odd", "odb", "min", "hod", "čl", "odst", "ul", "nám", "soc"];

    public static AgendaDraft Read(string text, int level, int? minutes)
    {
        var (head, rest) = text.Length <= HeadLimit ? (text, "") : (text[..HeadLimit], text[HeadLimit..]);
        var cells = head.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = new Found(minutes, null);
        var title = cells.Length == 0 ? "" : cells[0];
        foreach (var cell in cells.Skip(1))
        {
            if (!found.Take(cell, isCell: true))
                title += " – " + cell;
        }
        while (rest.Length == 0 && Shortened(title, found) is { } shorter)
            title = shorter;
        title = Spaces().Replace(title, " ").Trim();
        var cut = title.Length <= AgendaRules.TitleLimit ? title.Length : title.LastIndexOf(' ', AgendaRules.TitleLimit - 2) is > 0 and var space ? space : AgendaRules.TitleLimit - 1;
        var kind = KindGuess.Of(title);
        return cut == title.Length
            ? new(title, level, kind, found.Minutes, found.Presenter)
            : new(title[..cut] + "…", level, kind, found.Minutes, found.Presenter, (title[cut..] + rest).Trim());
    }

    /// <summary>Whether the line says only who presents the item before it, or how long that takes.</summary>
    public static bool IsRemark(string line) => new Found(null, null).Take(line.Trim().TrimEnd('.', ',', ';'), isCell: false) || IsBracketedRemark(line);

    private static bool IsBracketedRemark(string line) =>
        Bracketed().Match(line.Trim()) is { Success: true, Index: 0 } match
        && match.Groups[1].Value.Split(',', ';').All(part => new Found(null, null).Take(part.Trim(), isCell: false));

    private static string? Shortened(string title, Found found)
    {
        var bare = WithoutStop(title.TrimEnd());
        if (bare != title)
            return bare;
        if (Bracketed().Match(title) is { Success: true, Index: > 0 } bracket)
        {
            if (found.Take(bracket.Groups[1].Value.Trim(), isCell: false))
                return title[..bracket.Index];
            string[] parts = bracket.Groups[1].Value.Split([',', ';'], StringSplitOptions.TrimEntries);
            string[] kept = [.. parts.Where(part => !found.Take(part, isCell: false))];
            if (kept.Length < parts.Length)
                return title[..bracket.Index] + (kept.Length > 0 ? $" ({string.Join(", ", kept)})" : "");
        }
        if (Labelled().Match(title) is { Success: true, Index: > 0 } labelled && found.TakePresenter(labelled.Groups["who"].Value))
            return title[..labelled.Index];
        if (Dashed().Match(title) is { Success: true } dashed && dashed.Index > 0 && found.Take(dashed.Groups[1].Value, isCell: false))
            return title[..dashed.Index];
        if (TrailingMinutes().Match(title) is { Success: true, Index: > 0 } minutes && found.Take(minutes.Groups[1].Value, isCell: false))
            return title[..minutes.Index];
        return null;
    }

    private static string WithoutStop(string title)
    {
        if (title.EndsWith(',') || title.EndsWith(';') || title.EndsWith(':') || title.EndsWith('–'))
            return title[..^1].TrimEnd();
        if (!title.EndsWith('.') || title.EndsWith("..", StringComparison.Ordinal))
            return title;
        var word = title[..^1].Split(' ', '(', ',')[^1];
        var isAbbreviation = word.Length <= 2 || word.Contains('.') || word.All(char.IsDigit) || KeptStops.Contains(word, StringComparer.OrdinalIgnoreCase);
        return isAbbreviation ? title : title[..^1].TrimEnd();
    }

    private sealed class Found(int? minutes, string? presenter)
    {
        public int? Minutes { get; private set; } = minutes;

        public string? Presenter { get; private set; } = presenter;

        public bool Take(string part, bool isCell)
        {
            if (Length(part, isCell) is { } length)
            {
                Minutes ??= length;
                return true;
            }
            var labelled = Labelled().Match(part);
            return labelled is { Success: true, Index: 0 } ? TakePresenter(labelled.Groups["who"].Value)
                : PresenterGuess.IsPresenter(part) && TakePresenter(part);
        }

        public bool TakePresenter(string who)
        {
            who = who.Trim(' ', ',', ';', ':');
            if (Presenter is not null || who.Length is 0 or > AgendaRules.PresenterLimit)
                return false;
            Presenter = who;
            return true;
        }

        private static int? Length(string part, bool isCell)
        {
            if (isCell && int.TryParse(part, out var bare) && bare is >= 1 and <= 240)
                return bare;
            if (isCell && PastedLine.Read(part + " -", false) is { Minutes: { } span })
                return span;
            var match = Duration().Match(SearchText.Fold(part));
            if (!match.Success)
                return null;
            decimal.TryParse(match.Groups["hours"].Value.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture, out var hours);
            _ = int.TryParse(match.Groups["minutes"].Value, out var rest);
            var sum = (int)(hours * 60) + rest;
            return sum is >= 1 and <= AgendaRules.LongestMinutes ? sum : null;
        }
    }

    // Of a range ('10–15 min') the longer is planned.
    [GeneratedRegex(@"^(?:cca|asi|ca|max|do|celkem)?\.?\s*(?:\d{1,3}\s*[-–]\s*)?(?:(?<hours>\d{1,2}(?:[.,]\d)?)\s*(?:h|hod|hodina|hodiny|hodin)\b\.?)?\s*(?:a\s+)?(?:(?<minutes>\d{1,3})\s*(?:min|minut|minuta|minuty|minutes|')\b?\.?)?(?<=[\p{L}.'])$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\s*[(\[]([^()\[\]]*)[)\]]$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s+[-–—]\s*((?:(?!\s[-–—]\s)[^\t])+)$")]
    private static partial Regex Dashed();

    [GeneratedRegex(@"[\s,]+((?:cca\s*|max\.?\s*)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:min|minut|minuta|minuty|minutes|hod|hodina|hodiny)\.?)$", RegexOptions.IgnoreCase)]
    private static partial Regex TrailingMinutes();

    [GeneratedRegex(@"(?:^|\s*[-–—,;.]\s*|\s+)(?:(?:předkládá|předkladatel(?:ka|é)?|předloží|zpravodaj(?:ka)?|referuje|přednáší|uvede|prezentuje|presented by|presenter)\s*:\s*|(?<=[-–—,;]\s*|^)(?:předkládá|referuje|přednáší|prezentuje|uvede)\s+)(?<who>[^\t()]{2,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
