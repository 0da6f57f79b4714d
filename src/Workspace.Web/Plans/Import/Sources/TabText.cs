using System.Text;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>
/// Reads text in which every cell begins with a tab on a new line, as programs write out Word's tables. A line without a tab
/// belongs to the cell above; a blank line before a tab ends the row; blank lines occur inside cells, too.
/// </summary>
internal sealed class TabText(ReadingBudget budget)
{
    private readonly List<SourceBlock> blocks = [];
    private readonly List<SourceRow> rows = [];
    private readonly List<StringBuilder> cells = [];
    private int rowLine;
    private int tables = 1;

    public static bool IsTabText(string text)
    {
        var (leading, within) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var rest = line.TrimStart(" \u00a0");
            if (rest.StartsWith("\t") && !rest[1..].Contains('\t'))
                leading++;
            else if (rest.Contains('\t'))
                within++;
        }
        return leading > 2 && leading > within;
    }

    public static SourceDocument Read(string text, ReadingBudget budget)
    {
        var reading = new TabText(budget);
        var (number, blanks) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() && !line.Contains('\t'))
                blanks++;
            else
            {
                reading.Take(line.ToString(), number, blanks);
                blanks = 0;
            }
        }
        reading.EndTable();
        return new(SourceFormat.Text, reading.blocks);
    }

    private void Take(string line, int number, int blanks)
    {
        var begin = line.TrimStart(' ', '\u00a0');
        if (begin.StartsWith('\t'))
        {
            // A heading stuck to the row above has no blank line before it, only a blank before its tab.
            if (blanks > 0 || begin.Length < line.Length || AreaHeading.BeginsArea(begin))
                EndRow();
            if (cells.Count == 0)
                rowLine = number;
            foreach (var cell in begin[1..].Split('\t'))
                cells.Add(new(cell));
        }
        else if (cells.Count > 0 && blanks < 2 && (blanks == 0 || !AreaHeading.BeginsArea(line)))
        {
            cells[^1].Append('\n', blanks + 1).Append(line);
        }
        else
        {
            EndTable();
            budget.TakeRow();
            blocks.Add(new SourceParagraph(line, new(null, 0, number)));
        }
    }

    private void EndRow()
    {
        if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell.ToString())))
        {
            budget.TakeRow();
            for (var i = 0; i < cells.Count; i++)
                budget.TakeCell(i);
            rows.Add(new([.. cells.Select((cell, column) => new SourceCell(column, cell.ToString()))], new(null, tables, rowLine)));
        }
        cells.Clear();
    }

    private void EndTable()
    {
        EndRow();
        if (rows.Count == 0)
            return;
        var width = rows.MaxBy(row => PlanColumns.CountKnown(row.Cells.Select(cell => cell.Text)))!.Cells.Count;
        blocks.Add(new SourceTable(Mended(width), rows.Max(row => row.Cells.Count)));
        rows.Clear();
        tables++;
    }

    // A cell that ends with a blank line looks like the end of its row; the number of columns tells that it is not.
    private List<SourceRow> Mended(int width)
    {
        var mended = new List<SourceRow>(rows.Count);
        foreach (var row in rows)
        {
            if (mended.Count > 0 && mended[^1].Cells is { Count: > 1 } above && above.Count + row.Cells.Count == width && ItemNumber.IsNumber(above[0].Text)
                && !ItemNumber.IsNumber(row.Cells[0].Text) && PlanColumns.Find(row.Cells[0].Text) is null)
                mended[^1] = mended[^1] with { Cells = [.. above, .. row.Cells.Select(cell => cell with { Column = cell.Column + above.Count })] };
            else
                mended.Add(row);
        }
        return mended;
    }
}
