using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Workspace.Web.Tests.Plans.Import;

/// <summary>Writes a sample as a workbook with shared strings and merged cells, and workbooks with sheets of one's own.</summary>
public static class SampleXlsx
{
    public static byte[] Of(SampleGrid grid)
    {
        var strings = new List<string>();
        var (rows, merges) = (new List<Row>(), new List<string>());
        foreach (var line in grid.Above)
            rows.Add(new(Shared(line, 0, rows.Count, strings)) { RowIndex = (uint)rows.Count + 1 });
        foreach (var cells in grid.Rows)
        {
            var (row, column) = (new Row { RowIndex = (uint)rows.Count + 1 }, 0);
            foreach (var cell in cells)
            {
                if (cell is not null && cell.Text.Length > 0)
                    row.Append(Shared(cell.Text, column, rows.Count, strings));
                if (cell is { Span: > 1 } or { Rows: > 1 })
                    merges.Add($"{Name(column)}{rows.Count + 1}:{Name(column + cell.Span - 1)}{rows.Count + cell.Rows}");
                column += cell?.Span ?? 1;
            }
            rows.Add(row);
        }
        return Of([("List1", rows, merges)], strings);
    }

    public static byte[] Of(IEnumerable<(string Name, List<Row> Rows, List<string> Merges)> sheets, List<string>? strings = null, Stylesheet? styles = null)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            if (strings is not null)
                workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new(strings.Select(text => new SharedStringItem(new CellText(text) { Space = SpaceProcessingModeValues.Preserve })));
            if (styles is not null)
                workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = styles;
            var list = new Sheets();
            foreach (var (name, rows, merges) in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new(new SheetData(rows));
                if (merges.Count > 0)
                    part.Worksheet.Append(new MergeCells(merges.Select(merge => new MergeCell { Reference = merge })));
                list.Append(new Sheet { Name = name, SheetId = (uint)list.Count() + 1, Id = workbook.GetIdOfPart(part) });
            }
            workbook.Workbook = new(list);
        }
        return stream.ToArray();
    }

    public static Row RowOf(params string[] texts) => new(texts.Select(text => new Cell(new InlineString(new CellText(text))) { DataType = CellValues.InlineString }));

    private static Cell Shared(string text, int column, int row, List<string> strings)
    {
        strings.Add(text);
        return new(new CellValue(strings.Count - 1)) { DataType = CellValues.SharedString, CellReference = $"{Name(column)}{row + 1}" };
    }

    private static char Name(int column) => (char)('A' + column);
}
