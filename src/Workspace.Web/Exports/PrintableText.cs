using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workspace.Web.Exports;

/// <summary>What has to be done to typed text before it can stand in a file or on paper.</summary>
public static partial class PrintableText
{
    /// <summary>
    /// Drops what no XML or HTML file may hold (control characters but tab and newline, non-characters), puts U+FFFD
    /// in place of lone surrogates and makes every line end a '\n'. Null gives an empty string.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            }
            else if (c is '\u2028' or '\u2029' or '\v' or '\f' or '\u0085') clean.Append('\n');
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c)) clean.Append('\uFFFD');
            else if (c is '\t' or '\n' || (!char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'))) clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>The same for names and titles: all on one line, without blanks around it.</summary>
    public static string CleanLine(string? text) => LineBreaks().Replace(Clean(text), " ").Trim();

    /// <summary>
    /// Ties by a hard space what Czech typography keeps on one line: one-letter prepositions and conjunctions
    /// with the next word, the parts of a date, 'č.' and '§' with their number, a number with its unit.
    /// </summary>
    public static string Tie(string text) =>
        Unit().Replace(Sign().Replace(Date().Replace(ShortWord().Replace(text, "$1\u00A0"), "$1\u00A0$2\u00A0$3"), "$1\u00A0"), "\u00A0");

    public static bool TiesShortWords(CultureInfo culture) => culture.TwoLetterISOLanguageName == "cs";

    [GeneratedRegex(@"[\t\n]+")]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}.])([KkSsVvZzOoUuAaIi]) +(?=\S|$)")]
    private static partial Regex ShortWord();

    [GeneratedRegex(@"(?<![\d.])(\d{1,2}\.) ?(\d{1,2}\.) ?(\d{4})(?!\d)")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}])(č\.|§) (?=\d)")]
    private static partial Regex Sign();

    [GeneratedRegex(@"(?<=\d) (?=(?:%|‰|Kč|€|hod\.|°C)(?:\W|$)|\d{3}(?!\d))")]
    private static partial Regex Unit();
}
