using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workspace.Web.Exports;

/// <summary>Writes a syntax tree as plain text, for e-mails, search and previews.</summary>
internal sealed class MarkdownPlainText
{
    private readonly StringBuilder text = new();

    /// <summary>Stands before the next line instead of its indentation.</summary>
    private string? mark;

    public static string Write(MarkdownDocument document)
    {
        var writer = new MarkdownPlainText();
        writer.WriteBlocks(document, "");
        return writer.text.ToString().TrimEnd('\n');
    }

    public static string TextOf(Inline inline) => inline switch
    {
        ContainerInline container => string.Concat(container.Select(TextOf)),
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        HtmlInline html => html.Tag,
        AutolinkInline autolink => autolink.Url,
        LineBreakInline => "\n",
        TaskList task => task.Checked ? "☒" : "☐",
        _ => "",
    };

    private void WriteBlocks(ContainerBlock container, string indent)
    {
        foreach (var block in container) WriteBlock(block, indent);
    }

    private void WriteBlock(Block block, string indent)
    {
        switch (block)
        {
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) WriteItem(list, item, indent);
                break;
            case TableRow row:
                WriteLines(string.Join('\t', row.OfType<TableCell>().Select(LineOf)), indent);
                break;
            case LeafBlock { Inline: { } inline }:
                WriteLines(TextOf(inline), indent);
                break;
            case CodeBlock code:
                WriteLines(code.Lines.ToString(), indent);
                break;
            case ContainerBlock container:
                WriteBlocks(container, indent);
                break;
        }
    }

    private void WriteItem(ListBlock list, ListItemBlock item, string indent)
    {
        var isTask = item.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: TaskList };
        mark = (mark ?? indent) + (isTask ? "" : list.IsOrdered ? Number(list, item) : "• ");
        WriteBlocks(item, indent + "  ");
        if (mark is not null) WriteLines("", indent);
    }

    private void WriteLines(string content, string indent)
    {
        foreach (var line in content.Split('\n'))
        {
            text.Append(mark ?? indent).Append(line).Append('\n');
            mark = null;
        }
    }

    private static string Number(ListBlock list, ListItemBlock item) =>
        item.Order.ToString(CultureInfo.InvariantCulture) + list.OrderedDelimiter + " ";

    private static string LineOf(TableCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => leaf.Inline is null ? "" : TextOf(leaf.Inline))).Replace('\n', ' ');
}
