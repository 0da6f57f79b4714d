using DocumentFormat.OpenXml;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Workspace.Web.Exports;

/// <summary>Turns the inside of a Markdown paragraph into runs and links.</summary>
internal sealed class InlinesToDocx(DocxWriter writer)
{
    public List<OpenXmlElement> Write(ContainerInline? inline, DocxFormat format = DocxFormat.None)
    {
        var content = new List<OpenXmlElement>();
        if (inline is not null) Collect(inline, format, content);
        return content;
    }

    private void Collect(ContainerInline container, DocxFormat format, List<OpenXmlElement> content)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case EmphasisInline emphasis:
                    Collect(emphasis, format | FormatOf(emphasis), content);
                    break;
                case LinkInline link:
                    content.Add(writer.Link(link.Url!, Write(link, format | DocxFormat.Link)));
                    break;
                case ContainerInline other:
                    Collect(other, format, content);
                    break;
                case CodeInline code:
                    content.Add(DocxText.Run(code.Content, format | DocxFormat.Code));
                    break;
                case TaskList task:
                    content.Add(DocxText.Run((task.Checked ? "☒" : "☐") + "\t", format));
                    break;
                case LiteralInline { PreviousSibling: TaskList } label:
                    content.Add(DocxText.Run(MarkdownPlainText.TextOf(label).TrimStart(), format));
                    break;
                default:
                    content.Add(DocxText.Run(MarkdownPlainText.TextOf(inline), format));
                    break;
            }
        }
    }

    private static DocxFormat FormatOf(EmphasisInline emphasis) => emphasis.DelimiterChar == '~' ? DocxFormat.Strike
        : emphasis.DelimiterCount == 2 ? DocxFormat.Bold
        : DocxFormat.Italic;
}
