using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Workspace.Web.Exports;

/// <param name="Title">In the header row.</param>
/// <param name="Width">In characters.</param>
public sealed record XlsxColumn(string Title, double Width);

/// <summary>One table on one sheet: lines above it, a header that stays in sight and is repeated on paper, then rows.</summary>
/// <param name="Name">On the tab; at most 31 characters are kept, and none that a tab may not bear.</param>
/// <param name="Lines">Above the table; the first is the title.</param>
/// <param name="Columns">From the left.</param>
/// <param name="RowHeight">In points, for instance to leave room for signatures; null for the usual.</param>
public sealed record XlsxTable(string Name, IReadOnlyList<string> Lines, IReadOnlyList<XlsxColumn> Columns, double? RowHeight = null);

/// <summary>Cells of a table of short values or of long texts, or one text across all columns.</summary>
public enum XlsxLook { Values, Texts, Heading, Note }

/// <param name="Cells">By columns: a whole number, or what is written as text. Of a heading or note the first only.</param>
/// <param name="Look">How the row is written.</param>
public sealed record XlsxRow(IReadOnlyList<object?> Cells, XlsxLook Look);

/// <summary>Writes a table as a workbook, row by row, so that a long one needs no memory. Text is always text, never a formula.</summary>
public static class XlsxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestTabName = 31;

    /// <summary>In points; no row may be higher than the last.</summary>
    private const double LineHeight = 15, LowestHeight = 6, HighestRow = 409;

    /// <summary>How much of a column's width lines fill until a word is wrapped.</summary>
    private const double FilledPart = 0.9;

    /// <param name="table">Its head.</param>
    /// <param name="rows">Cells by columns: a whole number, or what is written as text.</param>
    public static byte[] Write(XlsxTable table, IEnumerable<IReadOnlyList<object?>> rows) => Write(table, rows.Select(row => new XlsxRow(row, XlsxLook.Values)));

    /// <param name="table">Its head.</param>
    /// <param name="rows">From above.</param>
    public static byte[] Write(XlsxTable table, IEnumerable<XlsxRow> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyle.Sheet();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            WriteSheet(sheet, table, rows);
            var name = TabName(table.Name);
            workbook.Workbook = new Workbook(
                new Sheets(new Sheet { Name = name, SheetId = 1, Id = workbook.GetIdOfPart(sheet) }),
                new DefinedNames(new DefinedName($"'{name.Replace("'", "''")}'!${HeaderRow(table)}:${HeaderRow(table)}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }
        return stream.ToArray();
    }

    private static uint HeaderRow(XlsxTable table) => (uint)table.Lines.Count + (table.Lines.Count > 0 ? 2u : 1u);

    private static void WriteSheet(WorksheetPart part, XlsxTable table, IEnumerable<XlsxRow> rows)
    {
        var header = HeaderRow(table);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = header,
            TopLeftCell = $"A{header + 1}",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(table.Columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        foreach (var (at, line) in table.Lines.Index())
            WriteRow(writer, (uint)at + 1, [line], at == 0 ? XlsxStyle.Title : XlsxStyle.Plain, null);
        WriteRow(writer, header, [.. table.Columns.Select(column => column.Title)], XlsxStyle.Header, null);
        var last = header;
        var merged = new List<string>();
        var widths = table.Columns.Select(column => column.Width).ToList();
        foreach (var row in rows.SelectMany(XlsxCell.Fitting))
        {
            last++;
            if (row.Look is XlsxLook.Values or XlsxLook.Texts)
            {
                var isLong = row.Look == XlsxLook.Texts;
                WriteRow(writer, last, row.Cells, isLong ? XlsxStyle.Text : XlsxStyle.Cell, isLong ? HeightOf(row, widths) : table.RowHeight);
                continue;
            }
            WriteRow(writer, last, [row.Cells[0], .. Enumerable.Repeat("", table.Columns.Count - 1)], row.Look == XlsxLook.Heading ? XlsxStyle.Heading : XlsxStyle.Note, HeightOf(row, [widths.Sum()]));
            merged.Add($"A{last}:{XlsxCell.ColumnName(table.Columns.Count - 1)}{last}");
        }
        writer.WriteEndElement();
        if (merged.Count > 0)
            writer.WriteElement(new MergeCells(merged.Select(cells => new MergeCell { Reference = cells })));
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P / &N")));
        writer.WriteEndElement();
    }

    // No program finds the height of a merged cell by itself, and not all do that of a wrapped text.
    private static double HeightOf(XlsxRow row, IReadOnlyList<double> widths)
    {
        var lines = row.Cells.Zip(widths, LinesOf).DefaultIfEmpty(1).Max();
        return Math.Min(LowestHeight + (LineHeight * lines), HighestRow);
    }

    private static double LinesOf(object? value, double width) =>
        PrintableText.Clean(value?.ToString()).Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length / Math.Max(1, width * FilledPart))));

    private static void WriteRow(OpenXmlWriter writer, uint number, IReadOnlyList<object?> values, uint style, double? height)
    {
        var row = new Row { RowIndex = number };
        if (height is { } points)
            (row.Height, row.CustomHeight) = (points, true);
        writer.WriteStartElement(row);
        foreach (var (at, value) in values.Index())
            writer.WriteElement(XlsxCell.Of($"{XlsxCell.ColumnName(at)}{number}", value, style));
        writer.WriteEndElement();
    }

    private static string TabName(string name)
    {
        var clean = string.Concat(PrintableText.Clean(name).Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' or '\n' ? ' ' : c)).TrimStart(' ', '\'');
        // Cut first: neither half a character nor an apostrophe may be the last.
        clean = XlsxCell.Pieces(clean, LongestTabName)[0].TrimEnd(' ', '\'');
        return clean.Length == 0 ? "1" : clean;
    }
}
