using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Workspace.Web.Exports;

/// <summary>Turns Markdown into paragraphs, lists and tables of a Word document.</summary>
public sealed class MarkdownToDocx(DocxWriter writer)
{
    /// <summary>Deeper text stays where it is instead of leaving the page.</summary>
    private const int DeepestIndent = 10 * DocxStyle.Hang;

    public void Write(string? markdown, int headingShift = 0, bool tieShortWords = false) =>
        WriteBlocks(MarkdownRenderer.Parse(markdown, headingShift, tieShortWords), new Place(0, -1, DocxStyle.Normal));

    /// <param name="Indent">Of the text around, in twips.</param>
    /// <param name="Level">Of the list around; -1 outside.</param>
    private readonly record struct Place(int Indent, int Level, string Style)
    {
        public Place Inside(int by) => this with { Indent = Math.Min(Indent + by, DeepestIndent) };
    }

    private void WriteBlocks(ContainerBlock container, Place place)
    {
        foreach (var block in container) WriteBlock(block, place);
    }

    private void WriteBlock(Block block, Place place)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(DocxStyle.Heading(heading.Level), heading.Inline, place);
                break;
            case ListBlock list:
                WriteList(list, place);
                break;
            case QuoteBlock quote:
                WriteBlocks(quote, place.Inside(DocxStyle.Hang) with { Style = DocxStyle.Quote });
                break;
            case CodeBlock code:
                writer.Add(Placed(DocxText.Paragraph(DocxStyle.Code, DocxText.Run(code.Lines.ToString())), place));
                break;
            case ThematicBreakBlock:
                writer.Add(DocxText.Paragraph(DocxStyle.Rule));
                break;
            case MarkdownTable table:
                new MarkdownTableToDocx(writer).Write(table, place.Indent);
                break;
            case LeafBlock { Inline: { } inline }:
                Add(place.Style, inline, place);
                break;
            case ContainerBlock container:
                WriteBlocks(container, place);
                break;
        }
    }

    private void Add(string style, ContainerInline? inline, Place place) =>
        writer.Add(Placed(DocxText.Paragraph(style, [.. new InlinesToDocx(writer).Write(inline)]), place));

    private static Paragraph Placed(Paragraph paragraph, Place place) => place.Indent > 0 ? paragraph.Indented(place.Indent) : paragraph;

    private void WriteList(ListBlock list, Place place)
    {
        var level = Math.Min(place.Level + 1, DocxLists.DeepestLevel);
        var items = list.OfType<ListItemBlock>().ToList();
        var numbers = list.IsOrdered ? writer.Lists.BeginNumbered(level, items[0].Order, items.Count, list.OrderedDelimiter) : null;
        foreach (var item in items) WriteItem(item, place.Inside(DocxStyle.Hang) with { Level = level }, list, numbers);
    }

    private void WriteItem(ListItemBlock item, Place place, ListBlock list, int? numbers)
    {
        var first = item.FirstOrDefault() as ParagraphBlock;
        var content = new InlinesToDocx(writer).Write(first?.Inline);
        var isTask = first?.Inline?.FirstChild is TaskList;
        // The place of a mark that Word does not count itself is held by a tab.
        if (!isTask && list.IsOrdered && numbers is null)
            content.Insert(0, DocxText.Run(item.Order.ToString(CultureInfo.InvariantCulture) + list.OrderedDelimiter + "\t"));
        var paragraph = DocxText.Paragraph(DocxStyle.List, [.. content]).Indented(place.Indent, DocxStyle.Hang);
        var properties = paragraph.ParagraphProperties!;
        if (!isTask && !list.IsOrdered) properties.NumberingProperties = writer.Lists.BulletAt(place.Level);
        else if (!isTask && numbers is { } number) properties.NumberingProperties = DocxLists.At(number, place.Level);
        if (list.IsLoose) properties.ContextualSpacing = new ContextualSpacing { Val = false };
        writer.Add(paragraph);
        foreach (var block in item.Skip(first is null ? 0 : 1))
            WriteBlock(block, place);
    }
}
