using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workspace.Web.Exports;

/// <summary>
/// The one Markdown renderer of the program; only what comes from here may become a MarkupString. Knows pipe
/// tables, task lists, strikethrough and bare addresses; a line break is a line break, raw HTML is text, links
/// are allow-listed, a picture is its description. Takes any text and never throws.
/// </summary>
public static class MarkdownRenderer
{
    /// <summary>Markdig's renderers give up at 128.</summary>
    private const int DeepestNesting = 120;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <param name="headingShift">Added to the level of every heading, so that it sits under the caller's own.</param>
    /// <param name="tieShortWords">For print: see <see cref="PrintableText.Tie"/>.</param>
    public static string ToHtml(string? markdown, int headingShift = 0, bool tieShortWords = false)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTaskListRenderer>(new TaskBoxRenderer());
        renderer.Render(AlignByClass(Parse(markdown, headingShift, tieShortWords)));
        return html.ToString();
    }

    /// <summary>The words without the marks: a block a line, list items with their bullet, cells apart by tabs.</summary>
    public static string ToPlainText(string? markdown) => MarkdownPlainText.Write(Parse(markdown));

    /// <summary>The syntax tree from which every format is made: cleaned, links and pictures already settled.</summary>
    public static MarkdownDocument Parse(string? markdown, int headingShift = 0, bool tieShortWords = false)
    {
        var text = PrintableText.Clean(markdown);
        // The words of what is nested too deep to be meant are still worth showing.
        var document = TryParse(text) ?? PlainParagraphs(text);
        MarkdownCleaning.Apply(document, headingShift, tieShortWords);
        return document;
    }

    /// <summary>The tree as it was written, with exact positions in the text; null when it is nested beyond sense.</summary>
    internal static MarkdownDocument? TryParse(string cleanText)
    {
        try
        {
            var document = Markdown.Parse(cleanText, Pipeline);
            MarkdownCleaning.FlattenDelimiters(document);
            MarkdownCleaning.SeparateUnderlined(document);
            return MarkdownCleaning.IsDeeperThan(document, DeepestNesting) ? null : document;
        }
        catch (ArgumentException)
        {
            return null; // Markdig's own limit
        }
    }

    private static MarkdownDocument PlainParagraphs(string text)
    {
        var document = new MarkdownDocument();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            document.Add(new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(line)) });
        return document;
    }

    /// <summary>Markdig aligns columns by style attributes, which the content security policy forbids.</summary>
    private static MarkdownDocument AlignByClass(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            foreach (var row in table.OfType<TableRow>())
            {
                for (var i = 0; i < Math.Min(row.Count, table.ColumnDefinitions.Count); i++)
                {
                    if (table.ColumnDefinitions[i].Alignment is { } alignment and not TableColumnAlign.Left)
                        row[i].GetAttributes().AddClass(alignment == TableColumnAlign.Center ? "align-center" : "align-right");
                }
            }
            foreach (var column in table.ColumnDefinitions) column.Alignment = null;
        }
        return document;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseSoftlineBreakAsHardlineBreak()
            .UsePreciseSourceLocation()
            .DisableHtml();
        // Spaces before a line come from pasting and tabbing, hardly ever from somebody who means program code.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ListBlockParser>()!.ItemParsers.Replace<NumberedListItemParser>(new NumberedLines());
        return builder.Build();
    }

    /// <summary>A character instead of a form field, which would need a label of its own.</summary>
    private sealed class TaskBoxRenderer : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList box) => renderer.Write(box.Checked ? "☒" : "☐");
    }
}
