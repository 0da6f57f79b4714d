using System.Globalization;
using System.Text;

namespace Workspace.Web.Localization;

/// <summary>Text as search compares it: without case and diacritics, white space collapsed.</summary>
public static class SearchText
{
    /// <summary><c>Šturnová</c> becomes <c>sturnova</c>.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }
        return folded.ToString().Trim();
    }
}
