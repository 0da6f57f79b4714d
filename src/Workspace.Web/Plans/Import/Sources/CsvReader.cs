using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Reads fields set apart by semicolons, commas or tabs; quoted ones hold line breaks and separators.</summary>
internal static class CsvReader
{
    private const int Sample = 300;
    private static readonly char[] Separators = [';', '\t', ','];

    public static SourceDocument Read(string text, ReadingBudget budget)
    {
        var (separator, start) = Declared(text) ?? (Recognised(text), 0);
        var rows = new List<SourceRow>();
        var records = CsvRecords.Read(text, start, separator);
        foreach (var (fields, line) in separator == '\t' ? Rejoined([.. records]) : records)
        {
            if (fields.All(string.IsNullOrWhiteSpace))
                continue;
            budget.TakeRow();
            var cells = new List<SourceCell>(fields.Count);
            for (var column = 0; column < fields.Count; column++)
            {
                if (string.IsNullOrWhiteSpace(fields[column]))
                    continue;
                budget.TakeCell(column);
                cells.Add(new(column, fields[column]));
            }
            rows.Add(new(cells, new(null, 1, line)));
        }
        var width = rows.SelectMany(row => row.Cells).Select(cell => cell.Column + 1).DefaultIfEmpty().Max();
        return new(SourceFormat.Csv, rows.Count == 0 ? [] : [new SourceTable(rows, width)]);
    }

    // Excel's own way of naming the separator, in a first line.
    private static (char Separator, int Start)? Declared(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text.IndexOf('\n') is >= 5 and <= 6 and var end ? (text[4], end + 1) : null;

    /// <summary>The separator under which most column names are found; prose is full of commas, so counting them would mislead.</summary>
    private static char Recognised(string text) =>
        Separators.MaxBy(separator => CsvRecords.Read(text, 0, separator).Take(Sample).Select(record => PlanColumns.CountKnown(record.Fields)).DefaultIfEmpty().Max());

    // What is copied from a table as plain text has line breaks inside its cells and no quotes: a row goes on until it is as wide as the header.
    private static IEnumerable<(IReadOnlyList<string> Fields, int Line)> Rejoined(IReadOnlyList<(IReadOnlyList<string> Fields, int Line)> records)
    {
        var width = records.Count == 0 ? 0 : records.MaxBy(record => PlanColumns.CountKnown(record.Fields)).Fields.Count;
        (List<string> Fields, int Line)? open = null;
        foreach (var (fields, line) in records)
        {
            if (open is { Fields: var above } && above.Count > 1 && !AreaHeading.BeginsArea(fields[0]) && !ItemNumber.IsNumber(fields[0])
                && (fields.Count == 1 || above.Count + fields.Count - 1 <= width))
            {
                above[^1] += "\n" + fields[0];
                above.AddRange(fields.Skip(1));
                continue;
            }
            if (open is { } done)
                yield return done;
            open = ([.. fields], line);
        }
        if (open is { } last)
            yield return last;
    }
}
