using System.Text;
using AngleSharp.Dom;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Gathers the text of nodes as a browser would show it: white space collapsed, a line for each block.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder text = new();
    private bool hasBold;
    private bool hasPlain;

    public bool IsBold => hasBold && !hasPlain;

    /// <summary>What is not shown, or was deleted while changes were tracked.</summary>
    public static bool IsPassedOver(IElement element) => element.LocalName is "script" or "style" or "template" or "title" or "head" or "noscript" or "del" or "svg" or "math" or "iframe" or "object" or "select";

    public static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "li" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "tr" or "table" or "section" or "article" or "blockquote" or "pre" or "dt" or "dd";

    public void Take(IText letters)
    {
        var start = text.Length;
        foreach (var letter in letters.Data)
        {
            if (letter is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                    text.Append(' ');
            }
            else
            {
                text.Append(letter);
            }
        }
        if (text.Length == start || string.IsNullOrWhiteSpace(text.ToString(start, text.Length - start)))
            return;
        var bold = IsWithinBold(letters);
        hasBold |= bold;
        hasPlain |= !bold;
    }

    /// <summary>An element without children, or the beginning of one with.</summary>
    public void Take(IElement element)
    {
        if (element.LocalName == "br")
            text.Append('\n');
        else if (element.LocalName == "li")
            text.Append("• ");
        else if (element.LocalName is "td" or "th")
            text.Append(' ');
    }

    public void TakeWithin(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText letters)
                Take(letters);
            if (node is not IElement element || IsPassedOver(element))
                continue;
            if (IsBlock(element))
                EndLine();
            Take(element);
            TakeWithin(element);
            if (IsBlock(element))
                EndLine();
        }
    }

    public override string ToString() => text.ToString().Trim();

    private void EndLine()
    {
        if (text.Length > 0 && text[^1] != '\n' && !text.ToString(Math.Max(0, text.Length - 2), Math.Min(2, text.Length)).EndsWith("• ", StringComparison.Ordinal))
            text.Append('\n');
    }

    private static bool IsWithinBold(INode node)
    {
        for (var at = node.ParentElement; at is not null && at.LocalName is not ("td" or "th" or "body"); at = at.ParentElement)
        {
            if (at.LocalName is "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
                || at.GetAttribute("style")?.Replace(" ", "").Contains("font-weight:bold", StringComparison.OrdinalIgnoreCase) == true)
                return true;
        }
        return false;
    }
}
