using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Workspace.Web.Exports;

/// <summary>Turns a Markdown table into one of Word whose columns are as wide as their content asks.</summary>
internal sealed class MarkdownTableToDocx(DocxWriter writer)
{
    /// <summary>In characters: a column never gets less than the first, nor more than the second.</summary>
    private const int Narrowest = 5, Widest = 45;

    public void Write(MarkdownTable table, int indent)
    {
        var rows = table.OfType<MarkdownRow>().ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if (columns is 0 or > DocxTable.MostColumns)
        {
            foreach (var row in rows) WriteAsLine(row);
            return;
        }
        writer.Add(DocxTable.Grid(
            Widths(rows, columns, DocxWriter.TextWidth - indent).Select((width, i) => new DocxColumn(width, AlignmentOf(table, i))).ToList(),
            rows.Select(row => row.OfType<MarkdownCell>().Select(cell => Paragraphs(cell, row.IsHeader)).ToList()),
            rows.TakeWhile(row => row.IsHeader).Count(),
            indent));
    }

    private void WriteAsLine(MarkdownRow row) => writer.Paragraph(
        DocxStyle.Normal,
        string.Join(" | ", row.OfType<MarkdownCell>().Select(TextOf)),
        row.IsHeader ? DocxFormat.Bold : DocxFormat.None);

    private IEnumerable<Paragraph> Paragraphs(MarkdownCell cell, bool isHead) => cell.OfType<LeafBlock>()
        .Select(leaf => DocxText.Paragraph(isHead ? DocxStyle.TableHead : DocxStyle.Table, [.. new InlinesToDocx(writer).Write(leaf.Inline)]));

    private static string TextOf(MarkdownCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => leaf.Inline is null ? "" : MarkdownPlainText.TextOf(leaf.Inline)));

    private static JustificationValues? AlignmentOf(MarkdownTable table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Center => JustificationValues.Center,
            TableColumnAlign.Right => JustificationValues.Right,
            _ => null,
        };

    /// <summary>Shares the width by the longest text of each column; the rest of rounding goes to the last.</summary>
    private static int[] Widths(List<MarkdownRow> rows, int columns, int width)
    {
        var asked = Enumerable.Repeat(Narrowest, columns).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
                asked[i] = Math.Max(asked[i], Math.Min(Widest, TextOf((MarkdownCell)row[i]).Length + 2));
        }
        var sum = asked.Sum();
        var widths = asked.Select(share => width * share / sum).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
