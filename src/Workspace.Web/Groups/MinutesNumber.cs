using System.Globalization;
using System.Text.RegularExpressions;

namespace Workspace.Web.Groups;

/// <summary>
/// How the number of a meeting's minutes is written: plain text with <c>{number}</c>, <c>{number:00}</c> or <c>{number:000}</c>,
/// and with <c>{year}</c> where the series begins anew each year (R26).
/// </summary>
public static partial class MinutesNumber
{
    public const int MaxLength = 60;

    /// <summary>Whether the format holds the number, and nothing in braces but what is known.</summary>
    public static bool IsValid(string? format)
    {
        if (string.IsNullOrWhiteSpace(format) || format.Length > MaxLength || format.Any(char.IsControl))
            return false;
        return Token().Matches(format).Any(token => token.Value != "{year}") && Token().Replace(format, "").AsSpan().IndexOfAny('{', '}') < 0;
    }

    /// <param name="format">A format that <see cref="IsValid"/>.</param>
    /// <param name="number">The number in the series, from 1; more digits than the format asks for are written nevertheless.</param>
    /// <param name="year">The year of the meeting's day.</param>
    public static string Format(string format, int number, int year) => Token().Replace(format, token => token.Value switch
    {
        "{year}" => year.ToString("0000", CultureInfo.InvariantCulture),
        "{number:00}" => number.ToString("00", CultureInfo.InvariantCulture),
        "{number:000}" => number.ToString("000", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    });

    [GeneratedRegex(@"\{number(:00|:000)?\}|\{year\}")]
    private static partial Regex Token();
}
