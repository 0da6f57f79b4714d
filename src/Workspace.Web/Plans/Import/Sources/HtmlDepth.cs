namespace Workspace.Web.Plans.Import.Sources;

/// <summary>
/// Refuses markup that opens far more than it closes before the parser sees it: a tree a hundred thousand elements deep costs
/// the parser and every walk over the tree more than any real table.
/// </summary>
internal static class HtmlDepth
{
    private const int Most = 400;
    private static readonly HashSet<string> Alone =
    [
        "br", "img", "hr", "meta", "link", "input", "col", "wbr", "base", "area", "source", "track", "embed", "param",
        // These close themselves where another begins.
        "p", "li", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "dt", "dd", "html", "head", "body",
    ];

    public static void Check(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var begin = at + (closes ? 2 : 1);
            if (begin >= html.Length || !char.IsAsciiLetter(html[begin]))
                continue;
            var length = html.AsSpan(begin).IndexOfAny(" />\t\r\n\f");
            if (length <= 0 || Alone.Contains(html.Substring(begin, Math.Min(length, 20)).ToLowerInvariant()))
                continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Most && !closes)
                throw new ImportRefusedException(new("ImportBroken"));
        }
    }
}
