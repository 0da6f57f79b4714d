using DocumentFormat.OpenXml.Wordprocessing;

namespace Workspace.Web.Exports;

/// <summary>A column of a table: its share of the width, in twips.</summary>
public sealed record DocxColumn(int Width, JustificationValues? Alignment = null);

/// <summary>Tables. A cell is a list of paragraphs.</summary>
public static class DocxTable
{
    /// <summary>Word opens no table with more.</summary>
    public const int MostColumns = 63;

    /// <summary>A table with borders; the first <paramref name="headRows"/> rows are repeated on every page.</summary>
    public static Table Grid(IReadOnlyList<DocxColumn> columns, IEnumerable<IReadOnlyList<IEnumerable<Paragraph>>> rows, int headRows, int indent = 0) =>
        Build("TableGrid", columns, rows, headRows, indent);

    /// <summary>Columns side by side without borders; no row is torn by a page break.</summary>
    public static Table Plain(IReadOnlyList<DocxColumn> columns, IEnumerable<IReadOnlyList<IEnumerable<Paragraph>>> rows) =>
        Build("TablePlain", columns, rows, 0, 0);

    /// <summary>Columns that divide a width by their shares.</summary>
    public static IReadOnlyList<DocxColumn> Columns(int width, IReadOnlyList<int> shares) => [.. shares.Select(share => new DocxColumn(width * share / shares.Sum()))];

    /// <summary>No page break tears the row.</summary>
    public static void KeepWhole(this TableRow row) => row.PrependChild(new TableRowProperties(new CantSplit()));

    private static Table Build(
        string style, IReadOnlyList<DocxColumn> columns, IEnumerable<IReadOnlyList<IEnumerable<Paragraph>>> rows, int headRows, int indent)
    {
        var properties = new TableProperties(
            new TableStyle { Val = style },
            new TableWidth { Width = DocxText.Twips(columns.Sum(column => column.Width)), Type = TableWidthUnitValues.Dxa },
            new TableIndentation { Width = indent, Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { FirstRow = headRows > 0, NoHorizontalBand = true, NoVerticalBand = true });
        var table = new Table(properties, new TableGrid(columns.Select(column => new GridColumn { Width = DocxText.Twips(column.Width) })));
        var number = 0;
        foreach (var row in rows) table.Append(Row(columns, row, isHead: number++ < headRows, cannotSplit: style != "TableGrid"));
        return table;
    }

    private static TableRow Row(IReadOnlyList<DocxColumn> columns, IReadOnlyList<IEnumerable<Paragraph>> cells, bool isHead, bool cannotSplit)
    {
        var row = new TableRow();
        if (isHead) row.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
        else if (cannotSplit) row.KeepWhole();
        for (var i = 0; i < columns.Count; i++)
            row.Append(Cell(columns[i], i < cells.Count ? cells[i] : [], isHead));
        return row;
    }

    private static TableCell Cell(DocxColumn column, IEnumerable<Paragraph> content, bool isHead)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = DocxText.Twips(column.Width), Type = TableWidthUnitValues.Dxa });
        if (isHead) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EEF1F5" });
        var cell = new TableCell(properties);
        foreach (var paragraph in content.DefaultIfEmpty(DocxText.Paragraph(DocxStyle.Table)))
        {
            if (column.Alignment is { } alignment) paragraph.ParagraphProperties!.Justification = new Justification { Val = alignment };
            cell.Append(paragraph);
        }
        return cell;
    }
}
