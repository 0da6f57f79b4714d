using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Exports;

/// <summary>Writes a plan as a Word document on its side: each area with its lead and its table.</summary>
public sealed class PlanDocx(IStringLocalizer<PlanExportStrings> strings)
{
    public byte[] Write(PlanSheet sheet)
    {
        var writer = new DocxWriter(new DocxSettings(sheet.Lines[0], sheet.Culture, strings["PageOf", "{0}", "{1}"]) { IsLandscape = true, Header = sheet.Lines[0] });
        writer.Head(sheet.Lines);
        var columns = DocxTable.Columns(DocxWriter.LandscapeWidth, [.. sheet.Columns.Select(column => ShareOf(column.Field))]);
        foreach (var part in sheet.Parts)
            Write(writer, sheet, columns, part);
        return writer.ToArray();
    }

    private void Write(DocxWriter writer, PlanSheet sheet, IReadOnlyList<DocxColumn> columns, PlanSheetPart part)
    {
        if (part.Heading.Length > 0)
            writer.Paragraph(DocxStyle.Heading(1), part.Heading);
        if (part.Lead.Length > 0)
            writer.Add(DocxText.Paragraph(DocxStyle.Normal, DocxText.Run(part.Lead, DocxFormat.Italic)).KeptWithNext());
        if (part.Rows.Count == 0)
        {
            writer.Paragraph(DocxStyle.Note, strings["NoItems"]);
            return;
        }
        var head = sheet.Columns.Select(column => Cell(DocxStyle.TableHead, column.Title)).ToList();
        var table = DocxTable.Grid(columns, part.Rows.Select(row => row.Select(text => Cell(DocxStyle.Table, text)).ToList()).Prepend(head), headRows: 1);
        foreach (var row in table.Elements<TableRow>().Skip(1))
            row.KeepWhole();
        writer.Add(table);
    }

    private static IEnumerable<Paragraph> Cell(string style, string text) => [DocxText.Paragraph(style, DocxText.Run(text))];

    /// <summary>Of the page's width.</summary>
    private static int ShareOf(PlanColumn field) => field switch
    {
        PlanColumn.Number => 10,
        PlanColumn.Wording => 70,
        PlanColumn.Indicator => 44,
        PlanColumn.Deadline or PlanColumn.Status => 26,
        PlanColumn.Comment => 44,
        _ => 36,
    };
}
