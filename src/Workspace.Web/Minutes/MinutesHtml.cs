using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;

namespace Workspace.Web.Minutes;

/// <summary>
/// Writes minutes as one HTML file that needs nothing else: for reading, for printing and as the source of the PDF.
/// It holds no script and forbids any by its own content security policy.
/// </summary>
public sealed class MinutesHtml(IStringLocalizer<MinutesStrings> strings)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="nonce">For the style block, where the page is served under a policy that asks for one.</param>
    public string Write(MinutesDocument minutes, string? nonce = null)
    {
        var words = new MinutesWording(minutes, strings);
        var publicity = MinutesWording.Line(minutes.Publicity);
        var style = "\n" + MinutesStyle.For(words.FileTitle, publicity, words.PageOf).ReplaceLineEndings("\n") + "\n";
        var html = new StringBuilder();
        html.Append($"""
            <!DOCTYPE html>
            <html lang="{Encoder.Encode(minutes.Culture.Name)}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Hash(style)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encoder.Encode(words.FileTitle)}</title>
            <style{(nonce is null ? "" : $" nonce=\"{Encoder.Encode(nonce)}\"")}>{style}</style>
            </head>
            <body>
            <main>

            """);
        WriteHeading(html, words, minutes);
        WriteFacts(html, words);
        WriteItems(html, words, minutes.Items);
        // One block, so that signatures never stand alone on the last page.
        html.Append("<section class=\"closing\">\n").Append(Element("h2", null, words.NextMeetingLabel));
        html.Append(Element("p", null, words.Print(words.NextMeeting)));
        WriteSignatures(html, words, minutes.Signatures);
        html.Append("</section>\n");
        if (publicity.Length > 0) html.Append(Element("p", "publicity", words.Print(publicity)));
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHeading(StringBuilder html, MinutesWording words, MinutesDocument minutes)
    {
        if (MinutesWording.Line(minutes.HeaderLine) is { Length: > 0 } letterhead) html.Append(Element("p", "letterhead", words.Print(letterhead)));
        html.Append("<header class=\"heading\">\n").Append(Element("h1", null, words.Title));
        foreach (var line in words.Subtitle) html.Append(Element("p", null, words.Print(line)));
        if (words.Draft is { } draft) html.Append(Element("p", "draft", draft));
        html.Append("</header>\n");
    }

    private static void WriteFacts(StringBuilder html, MinutesWording words)
    {
        html.Append("<dl class=\"facts\">\n");
        foreach (var fact in words.Facts)
        {
            html.Append(Element("dt", null, fact.Label + ":"));
            foreach (var value in fact.Values) html.Append(Element("dd", null, words.Print(value)));
        }
        html.Append("</dl>\n");
    }

    private static void WriteItems(StringBuilder html, MinutesWording words, IReadOnlyList<MinutesItem> items)
    {
        if (items.Count == 0) return;
        html.Append("<section>\n").Append(Element("h2", null, words.Proceedings));
        if (words.AgendaChanges is { } changes) html.Append(Element("p", null, words.Print(changes)));
        foreach (var item in items)
        {
            var level = MinutesWording.ItemLevel(item) + 2;
            html.Append("<section>\n").Append(ItemHeading(words, item, $"h{level}"));
            if (words.ItemNote(item) is { } note) html.Append(Element("p", "note", words.Print(note)));
            html.Append(MarkdownRenderer.ToHtml(item.Markdown, level, words.TiesShortWords)).Append("</section>\n");
        }
        html.Append("</section>\n");
    }

    private static string ItemHeading(MinutesWording words, MinutesItem item, string tag)
    {
        var number = MinutesWording.ItemNumber(item);
        var title = words.Print(MinutesWording.Line(item.Title));
        if (number.Length == 0) return Element(tag, null, title);
        var length = number.Length <= 3 ? "numbered" : "numbered long";
        return $"<{tag} class=\"{length}\"><span class=\"number\">{Encoder.Encode(number)}</span> {Encoder.Encode(title)}</{tag}>\n";
    }

    private static void WriteSignatures(StringBuilder html, MinutesWording words, IReadOnlyList<MinutesSignature> signatures)
    {
        if (words.Written is { } written) html.Append(Element("p", "written", words.Print(written)));
        foreach (var signature in signatures)
        {
            html.Append("<div class=\"signature\">\n<div>\n").Append(Element("p", null, MinutesWording.Line(signature.Role) + ":"));
            html.Append(Element("p", "name", words.Signatory(signature)));
            if (MinutesWording.Line(signature.Function) is { Length: > 0 } function) html.Append(Element("p", null, words.Print(function)));
            html.Append("</div>\n");
            if (!signature.IsSigned) html.Append(Element("p", "line", words.SignatureLine));
            html.Append("</div>\n");
        }
    }

    private static string Element(string tag, string? className, string text) =>
        $"<{tag}{(className is null ? "" : $" class=\"{className}\"")}>{Encoder.Encode(text)}</{tag}>\n";

    private static string Hash(string style) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
}
