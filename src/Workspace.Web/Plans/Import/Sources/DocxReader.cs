using System.Globalization;
using System.Text;
using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Reads a Word document step by step, so that a long table needs little memory.</summary>
internal sealed class DocxReader
{
    private readonly List<SourceBlock> blocks = [];
    private readonly ReadingBudget budget;
    private readonly DocxParagraph paragraph;
    private int tables;

    private DocxReader(OfficePackage package, ReadingBudget budget)
    {
        this.budget = budget;
        paragraph = new(DocxNumbering.Read(package), budget);
    }

    public static SourceDocument Read(OfficePackage package, ReadingBudget budget)
    {
        var document = new DocxReader(package, budget);
        using var reader = package.Open(package.MainPart, isContent: true);
        foreach (var name in reader.Children())
        {
            if (name == "body")
                document.Blocks(reader);
        }
        return new(SourceFormat.Docx, document.blocks);
    }

    private void Blocks(XmlReader reader)
    {
        foreach (var name in reader.Children())
        {
            if (name == "p")
                Paragraph(reader);
            else if (name == "tbl")
                Table(reader);
            else if (IsTransparent(name))
                Blocks(reader);
        }
    }

    private static bool IsTransparent(string name) => name is "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag";

    private void Paragraph(XmlReader reader)
    {
        var text = new StringBuilder();
        paragraph.Append(reader, text);
        if (!string.IsNullOrWhiteSpace(text.ToString()))
            blocks.Add(new SourceParagraph(text.ToString(), new(null, 0, blocks.Count + 1)));
    }

    private void Table(XmlReader reader)
    {
        var rows = new List<SourceRow>();
        var merges = new Dictionary<int, SourceCell>();
        var (columns, number) = (0, 0);
        tables++;
        Rows(reader);
        if (rows.Count > 0)
            blocks.Add(new SourceTable(rows, columns));

        void Rows(XmlReader within)
        {
            foreach (var name in within.Children())
            {
                if (IsTransparent(name))
                    Rows(within);
                if (name != "tr")
                    continue;
                number++;
                if (Row(within, merges) is not { } cells || cells.All(cell => cell.IsContinued || string.IsNullOrWhiteSpace(cell.Text)))
                    continue;
                budget.TakeRow();
                columns = Math.Max(columns, cells[^1].Column + cells[^1].Span);
                rows.Add(new(cells, new(null, tables, number)));
            }
        }
    }

    private List<SourceCell>? Row(XmlReader reader, Dictionary<int, SourceCell> merges)
    {
        var cells = new List<SourceCell>();
        var (column, deleted) = (0, false);
        Cells();
        return deleted || cells.Count == 0 ? null : cells;

        void Cells()
        {
            foreach (var name in reader.Children())
            {
                if (name == "trPr")
                {
                    foreach (var part in reader.Children())
                    {
                        deleted |= part == "del";
                        column += part == "gridBefore" ? Count(reader) : 0;
                    }
                }
                else if (name == "tc" && Cell(reader, column, merges) is { } cell)
                {
                    cells.Add(cell);
                    column += cell.Span;
                }
                else if (IsTransparent(name))
                {
                    Cells();
                }
            }
        }
    }

    private SourceCell? Cell(XmlReader reader, int column, Dictionary<int, SourceCell> merges)
    {
        budget.TakeCell(column);
        var (span, merge, deleted) = (1, "", false);
        var text = new StringBuilder();
        paragraph.Reset();
        foreach (var name in reader.Children())
        {
            if (name != "tcPr")
            {
                Content(reader, name, text);
                continue;
            }
            foreach (var part in reader.Children())
            {
                deleted |= part == "cellDel";
                if (part == "gridSpan")
                    span = Math.Max(1, Count(reader));
                else if (part == "vMerge")
                    merge = reader.Attribute("val") ?? "continue";
            }
        }
        if (deleted)
            return null;
        if (merge == "continue" && merges.TryGetValue(column, out var above))
            return above with { IsContinued = true };
        var cell = new SourceCell(column, text.ToString().TrimEnd('\n'), span, paragraph.IsBold);
        merges.Remove(column);
        if (merge == "restart")
            merges[column] = cell;
        return cell;
    }

    // A table within a cell is read as its text: a line for each row.
    private void Content(XmlReader reader, string name, StringBuilder text)
    {
        if (name == "p")
        {
            if (paragraph.Append(reader, text))
                text.Append('\n');
        }
        else if (name is "tbl" or "tr" or "tc" || IsTransparent(name))
        {
            foreach (var inner in reader.Children())
                Content(reader, inner, text);
        }
    }

    private static int Count(XmlReader reader) =>
        int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, ImportLimits.Columns) : 0;
}
