using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Cleans what Word, Excel and their exports leave in a cell; no word is lost by it.</summary>
internal static partial class CellText
{
    private const int MostAccents = 30;

    /// <summary>On one line, for numbers, titles, names and deadlines.</summary>
    public static string OneLine(string? text) => Spaces().Replace(Clean(text), " ").Trim();

    /// <summary>A wording or indicator: lines that only the width of a column broke are joined, lists keep theirs.</summary>
    public static string Wording(string? text) => Join(Clean(text), (line, next) => !EndsSentence(line) || (line[^1] == '.' && char.IsLower(next[0])));

    /// <summary>A longer text: only a line that goes on with a small letter is joined to the one before; paragraphs stay.</summary>
    public static string Prose(string? text) => Join(Clean(text), (line, next) => !EndsSentence(line) && (char.IsLower(next[0]) || next[0] is ')' or ','));

    /// <summary>Blank, dashes, dots and <c>???</c> are four spellings of nothing.</summary>
    public static bool IsEmpty(string? text) => text is null || text.All(letter => IsFiller(letter) || char.IsWhiteSpace(letter));

    /// <summary>Nothing, yet something was written for it: <c>---</c> or <c>???</c>.</summary>
    public static bool IsPlaceholder(string? text) => IsEmpty(text) && !string.IsNullOrWhiteSpace(text);

    /// <summary>NFC, plain blanks and hyphens, no bookmarks, marks of zero width or control characters; lines trimmed.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var cleaned = new StringBuilder(text.Length);
        foreach (var letter in Normalizable(text).Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n"))
        {
            if (letter == '\n' || letter is '\v' or '\f' or '\u2028' or '\u2029')
                cleaned.Append('\n');
            else if (letter == '\u2011')
                cleaned.Append('-');
            else if (char.IsWhiteSpace(letter))
                cleaned.Append(' ');
            else if (!char.IsControl(letter) && (char.IsSurrogate(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format))
                cleaned.Append(letter);
        }
        var lines = Bookmark().Replace(cleaned.ToString(), "").Split('\n').Select(line => Blanks().Replace(line, " ").Trim());
        return ManyLines().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    // Half a surrogate pair and what is no character can be neither normalised nor stored; normalising takes for ever on a million
    // accents over one letter.
    private static string Normalizable(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ufffe', '\uffff'))
            text = text.Replace("\ufffe", "", StringComparison.Ordinal).Replace("\uffff", "", StringComparison.Ordinal);
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return Accents().Replace(text, accents => accents.Value[..MostAccents]);
    }

    private static string Join(string cleaned, Func<string, string, bool> goesOn)
    {
        if (!cleaned.Contains('\n'))
            return cleaned;
        var lines = cleaned.Split('\n');
        var dashes = lines.Count(line => line.StartsWith('–') || line.StartsWith("- ", StringComparison.Ordinal));
        var joined = new StringBuilder(cleaned.Length).Append(lines[0]);
        for (var i = 1; i < lines.Length; i++)
        {
            var (line, next) = (lines[i - 1], lines[i]);
            var wrapped = line.Length > 0 && next.Length > 0 && !IsListed(next, dashes > 1 || line.EndsWith(':')) && goesOn(line, next);
            joined.Append(wrapped ? ' ' : '\n').Append(next);
        }
        return joined.ToString();
    }

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or ':' or ';';

    private static bool IsListed(string line, bool byDash) => Listed().IsMatch(line) || (byDash && line[0] is '–' or '-');

    private static bool IsFiller(char letter) => letter is '-' or '–' or '—' or '―' or '−' or '_' or '?' or '.' or '…' or '\u00ad' or '\ufeff' or '\u200b' or '/';

    [GeneratedRegex(@"\p{M}{31,}")]
    private static partial Regex Accents();

    [GeneratedRegex(@"\[bookmark:[^\]\n]*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Bookmark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLines();

    [GeneratedRegex(@"^(?:[·•▪●○◦‣*]|\d{1,2}[.)]\s|[a-zA-Z]\)\s|[A-Z]\.\s)")]
    private static partial Regex Listed();
}
