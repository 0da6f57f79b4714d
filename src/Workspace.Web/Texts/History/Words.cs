using System.Globalization;

namespace Workspace.Web.Texts.History;

/// <summary>Parts a text into words and what is between them; together the parts are the text.</summary>
public static class Words
{
    /// <summary>Letters with their accents, digits, and halves of characters, which so never come apart.</summary>
    public static bool IsPart(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark;

    public static int Count(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            count += IsPart(text[i]) && (i == 0 || !IsPart(text[i - 1])) ? 1 : 0;
        return count;
    }

    public static string[] Part(string text)
    {
        var parts = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + 1;
            while (IsPart(text[start]) && end < text.Length && IsPart(text[end]))
                end++;
            parts.Add(text[start..end]);
        }
        return [.. parts];
    }
}
