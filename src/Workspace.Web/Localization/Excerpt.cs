namespace Workspace.Web.Localization;

/// <summary>The beginning of a text, to the end of a word where there is one near, and '…'.</summary>
public static class Excerpt
{
    /// <summary>All on one line.</summary>
    public static string Of(string text, int length) => Shortened(text.ReplaceLineEndings(" ").Trim(), length);

    /// <summary>With its lines.</summary>
    /// <param name="text">Left as it is where it is not longer.</param>
    /// <param name="length">Characters of the text at most, without the '…'.</param>
    public static string Shortened(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.LastIndexOf(' ', length);
        if (end < length / 2)
            end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd() + "…";
    }
}
