using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Workspace.Web.Tests.Exports;

/// <summary>Reads HTML as a browser would and says what in it could do harm.</summary>
internal static class SafeHtml
{
    private static readonly HashSet<string> Elements =
    [
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "strong", "em", "del", "a",
        "table", "thead", "tbody", "tr", "th", "td",
    ];

    private static readonly HashSet<string> Attributes = ["href", "rel", "title", "class", "start"];

    public static IElement Body(string html) => new HtmlParser().ParseDocument(html).Body!;

    public static IReadOnlyList<string> Dangers(string html) =>
        [.. Body(html).QuerySelectorAll("*").SelectMany(Dangers)];

    private static IEnumerable<string> Dangers(IElement element)
    {
        if (!Elements.Contains(element.LocalName)) yield return $"<{element.LocalName}>";
        foreach (var attribute in element.Attributes)
        {
            if (!Attributes.Contains(attribute.Name)) yield return attribute.Name;
        }
        if (element.GetAttribute("href") is not { } address) yield break;
        if (!new[] { "http://", "https://", "mailto:", "tel:" }.Any(address.StartsWith)) yield return address;
        if (element.GetAttribute("rel") != "noopener noreferrer nofollow") yield return "rel of " + address;
    }
}
