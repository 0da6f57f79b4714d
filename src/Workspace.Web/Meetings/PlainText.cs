using System.Text;

namespace Workspace.Web.Meetings;

/// <summary>Text that a database of any kind stores: no lone surrogates, no control characters but tab and line ends.</summary>
internal static class PlainText
{
    public static bool IsStorable(string? text) => text is null || (text.EnumerateRunes().All(IsStorable) && !HasLoneSurrogate(text));

    public static string Cleaned(string text)
    {
        if (IsStorable(text))
            return text;
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            cleaned.Append(IsStorable(rune) ? rune.ToString() : " ");
        return cleaned.ToString();
    }

    private static bool IsStorable(Rune rune) => !Rune.IsControl(rune) || rune.Value is '\t' or '\n' or '\r' or '\v' or '\f';

    // Enumerated as runes, a lone surrogate shows only as the replacement character, which may also stand there by right.
    private static bool HasLoneSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (char.IsSurrogate(text[at]))
                return true;
        }
        return false;
    }
}
