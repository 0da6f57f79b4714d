using Workspace.Web.Localization;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Goes through the rows of one table and tells what each is: header, heading of an area, item, part of an item, or neither.</summary>
internal sealed class TableReading(SourceTable table, PlanOutline outline, bool byOrder, CancellationToken cancellation)
{
    private readonly RowReading items = new(outline, byOrder);

    public void Read()
    {
        for (var at = 0; at < table.Rows.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (PlanHeader.Read(table.Rows, at) is { } header)
            {
                outline.Use(header, table.Rows.Skip(at).Take(header.Rows));
                at += header.Rows;
                continue;
            }
            Row(table.Rows[at], at);
            at++;
        }
    }

    private void Row(SourceRow row, int at)
    {
        var own = row.Cells.Where(cell => !cell.IsContinued && !string.IsNullOrWhiteSpace(cell.Text)).ToList();
        if (own.Count == 0 || IsArea(row, own, at) || items.TakeLabels(row, own))
            return;
        if (outline.Header is null && own.Count == 1 && outline.TakeLead(own[0].Text, row.Place))
            return;
        if (outline.Header is null || IsTotal(own))
            outline.Leave(row.Place, Joined(own), outline.Header is null ? UnreadReason.Outside : UnreadReason.Total);
        else if (!items.TakeSecond(row, own) && !IsLeadOrTitle(row, own, at))
            items.TakeItem(row);
    }

    private bool IsArea(SourceRow row, List<SourceCell> own, int at)
    {
        if (own.Count == 1 && AreaHeading.Read(own[0].Text) is { } heading && (heading.Title.Length > 0 || heading.IsNamed))
        {
            // „1. Provést analýzu“ in the column of wordings is an item whose other cells are empty, not an area.
            var isHeading = heading.IsNamed || Stands(row, own[0]) || (AreaHeading.IsRoman(heading.Number) && Field(row, own[0]) != PlanColumn.Wording);
            if (isHeading)
                outline.Begin(heading, own[0].Text, row.Place, heading.IsNamed || outline.Header is not null);
            return isHeading;
        }
        if (own.Count != 2 || outline.Header is not { } header || header.First.Count < 4 || Field(row, own[0]) != PlanColumn.Number || Field(row, own[1]) != PlanColumn.Wording)
            return false;
        var number = CellText.OneLine(own[0].Text).TrimEnd('.', ')', ':', ' ');
        if (AreaHeading.Read(own[0].Text) is { IsNamed: true, Title.Length: 0 } named)
            number = named.Number;
        else if (!AreaHeading.IsRoman(number) && !IsNumberedUnder(number, at))
            return false;
        outline.Begin(new(number, CellText.OneLine(own[1].Text), true), Joined(own), row.Place, true);
        return true;
    }

    // „1.“ heads an area where the next row is „1.1“.
    private bool IsNumberedUnder(string number, int at) => number.Length > 0 && at + 1 < table.Rows.Count
        && table.Rows[at + 1].Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell.Text)) is { } next
        && ItemNumber.Read(next.Text)?.Number is { } below && below.Length > number.Length + 1 && below.StartsWith(number + ".", StringComparison.Ordinal);

    private bool IsLeadOrTitle(SourceRow row, List<SourceCell> own, int at)
    {
        if (own.Count != 1 || row.Cells.Any(cell => cell.IsContinued))
            return false;
        var (cell, field) = (own[0], Field(row, own[0]));
        var isWide = Stands(row, cell);
        if ((isWide || field == PlanColumn.Number) && !ItemNumber.IsNumber(cell.Text))
        {
            // Two headings in a row are an area and its lead; one that items follow is an area without a number.
            if (outline.TakeLead(cell.Text, row.Place))
                return true;
            if (IsFollowedByItem(at) && cell.Text.Length <= 200)
                outline.Begin(new("", CellText.OneLine(cell.Text), false), cell.Text, row.Place, true);
            else
                outline.Leave(row.Place, cell.Text, UnreadReason.NotUnderstood);
            return true;
        }
        return false;
    }

    private bool Stands(SourceRow row, SourceCell cell) =>
        cell.Column == 0 && (cell.Span > 1 && cell.Span >= Math.Min(outline.Header?.Width ?? table.Columns, table.Columns) - 1 || row.Cells.Count == 1 && (cell.IsBold || cell.Span > 1 || byOrder || table.Columns == 1));

    private bool IsFollowedByItem(int at)
    {
        if (at + 1 >= table.Rows.Count)
            return false;
        var next = table.Rows[at + 1].Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).ToList();
        return next.Count > 2 || (next.Count == 2 && ItemNumber.IsNumber(next[0].Text)) || PlanHeader.Read(table.Rows, at + 1) is not null;
    }

    private PlanColumn? Field(SourceRow row, SourceCell cell) => outline.Header?.Over(row, cell, byOrder)?.Field;

    private static bool IsTotal(List<SourceCell> own) => own.Count <= 6 && own[0].Text.Length <= 200
        && (SearchText.Fold(own[0].Text).Split([' ', ':', '.'])[0] is "celkem" or "soucet" or "total" or "sum" or "dohromady" or "celkovy"
            || (own.Count is 2 or 3 && PlanStatusWords.TryParse(own[0].Text, out _) && int.TryParse(CellText.OneLine(own[1].Text), out _)));

    private static string Joined(IEnumerable<SourceCell> cells) => string.Join(" | ", cells.Select(cell => CellText.Prose(cell.Text)));
}
