using System.Globalization;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <param name="Start">First column it covers.</param>
/// <param name="Span">How many.</param>
/// <param name="Heading">As written, on one line.</param>
/// <param name="Field">What it heads; null for a column that is not known here, or known already from another.</param>
/// <param name="Second">Where one cell heads two, the field of the second line.</param>
internal sealed record HeaderCell(int Start, int Span, string Heading, PlanColumn? Field, PlanColumn? Second = null)
{
    public int Overlap(SourceCell cell) => Math.Min(Start + Span, cell.Column + cell.Span) - Math.Max(Start, cell.Column);
}

/// <summary>
/// The header of a table: which column is what. Below some headers every item has two rows, the second one under a second line of
/// the header („Odpovědnost“ and under it „Spolupráce“).
/// </summary>
/// <param name="First">The cells of the header, from the left.</param>
/// <param name="Below">Those of the second row of each item; empty in an ordinary table.</param>
/// <param name="Rows">How many rows the header itself takes.</param>
/// <param name="Guessed">The heading of the column that was taken for the wording for want of a better one.</param>
internal sealed record PlanHeader(IReadOnlyList<HeaderCell> First, IReadOnlyList<HeaderCell> Below, int Rows, string? Guessed)
{
    private const int LongestHeading = 120;

    public int Width { get; } = First.Max(cell => cell.Start + cell.Span);

    public bool Has(PlanColumn column) => First.Concat(Below).Any(cell => cell.Field == column || cell.Second == column);

    /// <summary>The header that begins at this row; null when the row is none.</summary>
    public static PlanHeader? Read(IReadOnlyList<SourceRow> rows, int at)
    {
        var cells = Headings(rows[at]);
        if (cells is null)
            return null;
        var first = cells.Select(Head).ToList();
        var known = first.Where(cell => cell.Field is not null).Select(cell => cell.Field).Distinct().Count();
        if (known < 2 || known * 2 < first.Count || (known < 3 && !first.Exists(cell => cell.Field is PlanColumn.Wording)))
            return null;
        var below = new List<HeaderCell>();
        var taken = 1;
        if (at + 1 < rows.Count && Headings(rows[at + 1]) is { } second && IsHeaderBelow(first, second))
        {
            Refine(first, second, below);
            taken++;
        }
        if (at + taken < rows.Count && IsCounting(rows[at + taken]))
            taken++;
        var guessed = Settle(first, below);
        return new(first, below, taken, guessed);
    }

    /// <summary>The header cell over a cell of a row.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="cell">Of the row.</param>
    /// <param name="byOrder">Word draws rows by hand: where a row has as many cells as the header, the order tells more than the grid.</param>
    public HeaderCell? Over(SourceRow row, SourceCell cell, bool byOrder)
    {
        if (byOrder && row.Cells.Count == First.Count && row.Cells.Index().FirstOrDefault(of => of.Item == cell) is { Item: not null } found)
            return First[found.Index];
        var over = First.MaxBy(head => head.Overlap(cell));
        return over?.Overlap(cell) > 0 ? over : null;
    }

    private static List<SourceCell>? Headings(SourceRow row)
    {
        var cells = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text) && !cell.IsContinued).ToList();
        return cells.Count == 0 || cells.Exists(cell => cell.Text.Length > LongestHeading) ? null : cells;
    }

    private static HeaderCell Head(SourceCell cell)
    {
        var two = PlanColumns.Find(cell.Text) is null || cell.Text.Contains('/') ? PlanColumns.FindTwo(cell.Text) : null;
        return new(cell.Column, cell.Span, CellText.OneLine(cell.Text), two?.First ?? PlanColumns.Find(cell.Text), two?.Second);
    }

    // Under cells that span several columns anything may stand; elsewhere only names of columns.
    private static bool IsHeaderBelow(List<HeaderCell> first, List<SourceCell> second) =>
        second.TrueForAll(cell => !ItemNumber.IsNumber(cell.Text) && (PlanColumns.Find(cell.Text) is not null || first.Exists(head => head.Span > 1 && head.Span > cell.Span && head.Overlap(cell) > 0)))
        && second.Exists(cell => PlanColumns.Find(cell.Text) is { } column && !first.Exists(head => head.Field == column && head.Overlap(cell) > 0 && head.Span == cell.Span));

    private static void Refine(List<HeaderCell> first, List<SourceCell> second, List<HeaderCell> below)
    {
        var wide = first.ToLookup(head => head.Span > 1);
        foreach (var cell in second)
        {
            var own = Head(cell);
            if (wide[true].FirstOrDefault(head => head.Overlap(cell) > 0 && head.Span > cell.Span) is { } over)
                Divide(first, over, own with { Heading = $"{over.Heading}: {own.Heading}", Field = own.Field ?? over.Field });
            else if (first.Find(head => head.Overlap(cell) > 0) is not { } above)
                first.Add(own);
            else if (own.Field != above.Field)
                below.Add(own);
        }
        first.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    // The columns of a wide cell that get no name of their own keep its.
    private static void Divide(List<HeaderCell> first, HeaderCell over, HeaderCell part)
    {
        var end = part.Start + part.Span;
        foreach (var rest in first.Where(head => head.Heading == over.Heading && head.Start < end && head.Start + head.Span > part.Start).ToList())
        {
            first.Remove(rest);
            if (rest.Start < part.Start)
                first.Add(rest with { Span = part.Start - rest.Start });
            if (rest.Start + rest.Span > end)
                first.Add(rest with { Start = end, Span = rest.Start + rest.Span - end });
        }
        first.Add(part);
    }

    // A row under the header that only counts its columns: 1, 2, 3 …
    private static bool IsCounting(SourceRow row) =>
        row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).ToList() is { Count: > 3 } cells
        && cells.Index().All(of => CellText.OneLine(of.Item.Text).TrimEnd('.', ')') == (of.Index + 1).ToString(CultureInfo.InvariantCulture));

    // Each field once; „popis“ alone, or else the first unknown column, is the wording where no other is.
    private static string? Settle(List<HeaderCell> first, List<HeaderCell> below)
    {
        string? guessed = null;
        if (!first.Exists(cell => cell.Field == PlanColumn.Wording))
        {
            var at = first.FindIndex(cell => cell.Field == PlanColumn.Comment && cell.Heading.StartsWith("popis", StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                at = first.FindIndex(cell => cell.Field is null);
                guessed = at < 0 ? null : first[at].Heading;
            }
            if (at >= 0)
                first[at] = first[at] with { Field = PlanColumn.Wording };
        }
        var seen = new HashSet<PlanColumn>();
        foreach (var cells in (List<HeaderCell>[])[first, below])
        {
            for (var i = 0; i < cells.Count; i++)
            {
                // Sub-columns of one heading („termín: od“, „do“) stay one field.
                var isPart = i > 0 && cells[i].Field is { } own && cells[i - 1].Field == own && cells[i].Heading.Split(':')[0] == cells[i - 1].Heading.Split(':')[0];
                if (cells[i].Field is { } field && !seen.Add(field) && !isPart)
                    cells[i] = cells[i] with { Field = null };
                if (cells[i].Second is { } second && !seen.Add(second))
                    cells[i] = cells[i] with { Second = null };
            }
        }
        return guessed;
    }
}
