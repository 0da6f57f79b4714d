using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workspace.Web.Exports;

/// <summary>Settles in the syntax tree, once for all formats, what must not reach a reader as it was typed.</summary>
internal static class MarkdownCleaning
{
    private const int DeepestHeading = 6, ShortestRule = 3;

    public static void Apply(MarkdownDocument document, int headingShift, bool tieShortWords)
    {
        foreach (var inline in document.Descendants<Inline>().ToList())
        {
            if (inline is AutolinkInline autolink) Settle(autolink);
            else if (inline is LinkInline { IsImage: true } picture) Describe(picture);
            else if (inline is LinkInline link) Settle(link);
        }
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level + headingShift, 1, DeepestHeading);
        if (!tieShortWords) return;
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
            literal.Content = new StringSlice(PrintableText.Tie(literal.Content.ToString()));
    }

    /// <summary>Markdig leaves a mark that found no partner as the parent of all that follows it; here it becomes text.</summary>
    public static void FlattenDelimiters(MarkdownDocument document)
    {
        foreach (var delimiter in document.Descendants<DelimiterInline>().ToList()) delimiter.ReplaceByLiteral();
    }

    /// <summary>
    /// A line of dashes under a sentence separates; it does not turn the sentence into a heading. (Switched off in
    /// the parser, it would not be a line either.)
    /// </summary>
    public static void SeparateUnderlined(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>().Where(heading => heading.IsSetext).ToList())
        {
            var inline = heading.Inline!;
            heading.Inline = null;
            var parent = heading.Parent!;
            var place = parent.IndexOf(heading);
            parent.RemoveAt(place);
            parent.Insert(place, new ParagraphBlock { Inline = inline });
            var (mark, count) = (heading.Level == 1 ? '=' : '-', heading.HeaderCharCount);
            if (mark == '-' && count >= ShortestRule) parent.Insert(place + 1, new ThematicBreakBlock(null!));
            else inline.AppendChild(new LineBreakInline { IsHard = true }).AppendChild(new LiteralInline(new string(mark, count)));
        }
    }

    public static bool IsDeeperThan(MarkdownDocument document, int limit)
    {
        var waiting = new Stack<(MarkdownObject Node, int Depth)>([(document, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > limit) return true;
            var children = next.Node switch
            {
                ContainerBlock blocks => blocks,
                LeafBlock { Inline: { } inline } => [inline],
                ContainerInline inlines => inlines,
                _ => Enumerable.Empty<MarkdownObject>(),
            };
            foreach (var child in children) waiting.Push((child, next.Depth + 1));
        }
        return false;
    }

    private static void Settle(AutolinkInline autolink)
    {
        var link = new LinkInline(autolink.IsEmail ? "mailto:" + autolink.Url : autolink.Url, "");
        link.AppendChild(new LiteralInline(autolink.Url));
        autolink.ReplaceBy(link);
        Settle(link);
    }

    private static void Settle(LinkInline link)
    {
        var address = LinkRule.Allowed(link.GetDynamicUrl?.Invoke() ?? link.Url);
        if (address is null || IsInsideLink(link))
        {
            Unwrap(link);
            return;
        }
        link.GetDynamicUrl = null;
        link.Url = address;
        link.GetAttributes().AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
    }

    private static bool IsInsideLink(Inline inline)
    {
        for (var outer = inline.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is LinkInline) return true;
        }
        return false;
    }

    private static void Unwrap(ContainerInline wrapper)
    {
        wrapper.MoveChildrenAfter(wrapper);
        wrapper.Remove();
    }

    private static void Describe(LinkInline picture)
    {
        var words = MarkdownPlainText.TextOf(picture);
        picture.ReplaceBy(new LiteralInline(words), copyChildren: false);
    }
}
