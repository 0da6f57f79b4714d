namespace Workspace.Web.Rounds;

/// <summary>The beginning of a text on one line.</summary>
public static class Excerpt
{
    public static string Of(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= length)
            return line;
        var end = line.LastIndexOf(' ', length);
        if (end < length / 2)
            end = char.IsHighSurrogate(line[length - 1]) ? length - 1 : length;
        return line[..end].TrimEnd() + "…";
    }
}
