using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;

namespace Workspace.Web.Rounds.Exports;

/// <summary>Writes a settlement table as a Word document on its side.</summary>
public sealed class SettlementDocx(IStringLocalizer<RoundExportStrings> strings)
{
    /// <summary>Of the page's width, by columns.</summary>
    private static readonly int[] shares = [5, 19, 17, 43, 35, 17];

    /// <summary>A row with more may be parted by the end of a page.</summary>
    private const int LongestWhole = 900;

    public byte[] Write(SettlementTable table)
    {
        var writer = new DocxWriter(new DocxSettings(table.Lines[0], table.Culture, strings["PageOf", "{0}", "{1}"]) { IsLandscape = true, Header = table.Lines[0] });
        writer.Head(table.Lines);
        writer.Paragraph(DocxStyle.TableGap, "");
        if (table.Parts.Count == 0)
            writer.Paragraph(DocxStyle.Note, strings["NoComments"]);
        foreach (var part in table.Parts)
            Write(writer, table, part);
        return writer.ToArray();
    }

    private static void Write(DocxWriter writer, SettlementTable table, SettlementTablePart part)
    {
        if (part.Heading.Length > 0)
            writer.Paragraph(DocxStyle.Heading(1), part.Heading);
        List<IEnumerable<Paragraph>> head = [.. table.Columns.Select(title => (IEnumerable<Paragraph>)[DocxText.Paragraph(DocxStyle.TableHead, DocxText.Run(title))])];
        var grid = DocxTable.Grid(DocxTable.Columns(DocxWriter.LandscapeWidth, shares), part.Rows.Select(Cells).Prepend(head), headRows: 1);
        foreach (var (row, of) in grid.Elements<TableRow>().Skip(1).Zip(part.Rows))
        {
            if (of.Cells.Max(cell => cell.Sum(line => line.Text.Length)) <= LongestWhole)
                row.KeepWhole();
        }
        writer.Add(grid);
    }

    private static List<IEnumerable<Paragraph>> Cells(SettlementTableRow row) =>
    [
        [DocxText.Paragraph(DocxStyle.Table, DocxText.Run(row.Number.ToString(CultureInfo.InvariantCulture)))],
        .. row.Cells.Select(cell => cell.Select(Line)),
    ];

    private static Paragraph Line(TableLine line) => line.Label is null
        ? DocxText.Paragraph(DocxStyle.Table, DocxText.Run(line.Text))
        : DocxText.Paragraph(DocxStyle.Table, DocxText.Run(line.Label + " ", DocxFormat.Bold), DocxText.Run(line.Text));
}
