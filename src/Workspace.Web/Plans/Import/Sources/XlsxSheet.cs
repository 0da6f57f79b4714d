using System.Xml;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>One sheet: its rows, then its merged cells laid over them.</summary>
internal sealed class XlsxSheet(string name, int table, bool hidden, IReadOnlyList<string> strings, XlsxFormats formats, ReadingBudget budget)
{
    private readonly SortedDictionary<int, (List<SourceCell> Cells, bool IsHidden)> rows = [];
    private int[] numbers = [];

    public SourceTable Read(OfficePackage package, string path)
    {
        using var reader = package.Open(path, isContent: true);
        foreach (var part in reader.Children())
        {
            if (part == "sheetData")
                Rows(reader);
            else if (part == "mergeCells")
                Merges(reader);
        }
        var read = rows.Select(row => new SourceRow(row.Value.Cells, new(name, table, row.Key), row.Value.IsHidden || hidden))
            .Where(row => row.Cells.Any(cell => !cell.IsContinued)).ToList();
        return new(read, read.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.Span).DefaultIfEmpty().Max());
    }

    private void Rows(XmlReader reader)
    {
        var number = 0;
        foreach (var part in reader.Children())
        {
            if (part != "row")
                continue;
            number = reader.Attribute("r") is { } own ? XlsxFormats.Whole(own) : number + 1;
            var isHidden = reader.Attribute("hidden") is "1" or "true";
            var cells = Cells(reader);
            if (cells.Count == 0)
                continue;
            budget.TakeRow();
            rows[number] = (cells, isHidden);
        }
    }

    private List<SourceCell> Cells(XmlReader reader)
    {
        var cells = new List<SourceCell>();
        var column = -1;
        foreach (var part in reader.Children())
        {
            if (part != "c")
                continue;
            column = reader.Attribute("r") is { } address ? ColumnOf(address) : column + 1;
            var style = XlsxFormats.Whole(reader.Attribute("s"));
            var text = Value(reader, reader.Attribute("t"), style);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            budget.TakeCell(column);
            budget.TakeText(text.Length);
            cells.Add(new(column, text, 1, formats.IsBold(style)));
        }
        cells.Sort((one, other) => one.Column.CompareTo(other.Column));
        return cells;
    }

    private string Value(XmlReader reader, string? type, int style)
    {
        var text = "";
        foreach (var part in reader.Children())
        {
            if (part == "v")
                text = reader.TextWithin();
            else if (part == "is")
                return XlsxReader.TextOf(reader);
        }
        return type switch
        {
            "s" => int.TryParse(text, out var at) && at >= 0 && at < strings.Count ? strings[at] : "",
            "b" => text == "1" ? "ano" : "ne",
            "str" or "e" => text,
            "d" => text.Length >= 10 ? text[..10] : text,
            _ => formats.Show(text, style),
        };
    }

    private void Merges(XmlReader reader)
    {
        numbers = [.. rows.Keys];
        foreach (var _ in reader.Children())
        {
            if (reader.Attribute("ref")?.Split(':') is [var from, var to])
                Merge(ColumnOf(from), RowOf(from), ColumnOf(to), RowOf(to));
        }
    }

    private void Merge(int left, int top, int right, int bottom)
    {
        budget.Cancellation.ThrowIfCancellationRequested();
        if (!rows.TryGetValue(top, out var first) || first.Cells.FindIndex(cell => cell.Column == left && !cell.IsContinued) is not (>= 0 and var at))
            return;
        var merged = first.Cells[at] with { Span = Math.Clamp(right - left + 1, 1, ImportLimits.Columns) };
        first.Cells[at] = merged;
        // Only rows that hold something: whoever merged a whole column did not mean its empty million of rows.
        for (var i = Array.BinarySearch(numbers, top) + 1; i < numbers.Length && numbers[i] <= bottom; i++)
        {
            budget.TakeCell(left);
            var below = rows[numbers[i]].Cells;
            if (below.Exists(cell => cell.Column >= left && cell.Column <= right))
                continue;
            below.Add(merged with { IsContinued = true });
            below.Sort((one, other) => one.Column.CompareTo(other.Column));
        }
    }

    private static int ColumnOf(string address)
    {
        var column = 0;
        foreach (var letter in address)
        {
            if (letter is >= 'A' and <= 'Z' && column < 100_000)
                column = column * 26 + letter - 'A' + 1;
        }
        return Math.Max(0, column - 1);
    }

    private static int RowOf(string address) => XlsxFormats.Whole(address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"]));
}
