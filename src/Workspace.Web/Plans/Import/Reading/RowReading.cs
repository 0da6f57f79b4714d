using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Reads the rows of which items are made.</summary>
internal sealed class RowReading(PlanOutline outline, bool byOrder)
{
    private const int LongestLabel = 60;

    /// <summary>A row such as <c>Komentář / popis | …</c>: names of fields, each with its value beside it or after a colon.</summary>
    public bool TakeLabels(SourceRow row, List<SourceCell> own)
    {
        if (outline.Current is not { } item)
            return false;
        if (own.Count == 1 && own[0].Text.IndexOf(':') is > 0 and < LongestLabel and var colon && PlanColumns.Find(own[0].Text[..colon]) is { } single && single is not PlanColumn.Number)
        {
            Label(item, row, own[0].Text[..colon], single);
            item.Add(single, own[0].Text[(colon + 1)..].Trim());
            return true;
        }
        if (own.Count > 6 || PlanColumns.Find(own[0].Text) is not { } first || first is PlanColumn.Number or PlanColumn.Area)
            return false;
        for (var at = 0; at < own.Count;)
        {
            if (PlanColumns.Find(own[at].Text) is not { } field)
                return at > 0 && Rest(item, row, own.Skip(at));
            Label(item, row, own[at].Text, field);
            at++;
            if (at < own.Count && (PlanColumns.Find(own[at].Text) is null || own.Count == 2))
                item.Add(field, own[at++].Text);
        }
        return true;
    }

    /// <summary>The second row of an item under a header of two lines; its first columns are empty.</summary>
    public bool TakeSecond(SourceRow row, List<SourceCell> own)
    {
        if (outline.Current is not { HasSecondRow: false } item || item.Header.Below.Count == 0)
            return false;
        var under = own.ConvertAll(cell => (Cell: cell, Head: item.Header.Below.FirstOrDefault(head => head.Overlap(cell) > 0)));
        if (under.Exists(of => of.Head is null))
            return false;
        item.HasSecondRow = true;
        foreach (var (cell, head) in under)
            Put(item, head!, cell.Text);
        Hidden(item, row);
        return true;
    }

    public void TakeItem(SourceRow row)
    {
        var header = outline.Header!;
        var cells = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).Select(cell => (Cell: cell, Head: header.Over(row, cell, byOrder))).ToList();
        if (outline.Current is { } current && IsSameItem(cells, header))
        {
            var isMerged = cells.Exists(of => of.Cell.IsContinued && of.Head?.Field is PlanColumn.Wording or PlanColumn.Number && of.Cell.IsContinued);
            // A second indicator beside a merged wording is a paragraph of its own; a second line of the wording is not.
            var separator = cells.Exists(of => !of.Cell.IsContinued && of.Head?.Field is PlanColumn.Wording) ? "\n" : "\n\n";
            foreach (var (cell, head) in cells.Where(of => !of.Cell.IsContinued))
                Put(current, head ?? new(cell.Column, 1, "", null), cell.Text, separator);
            if (!isMerged)
                current.Doubts.Add(new(DoubtCode.RowJoined, cells[0].Head?.Field, row.Place.Row));
            return;
        }
        var item = outline.BeginItem(row.Place);
        foreach (var (cell, head) in cells)
        {
            Put(item, head ?? new(cell.Column, 1, "", null), cell.Text);
            if (cell.IsContinued)
                item.Doubts.Add(new(DoubtCode.SharedCell, head?.Field, CellText.OneLine(cell.Text)));
        }
        var area = CellText.OneLine(item[PlanColumn.Area]);
        item.IsBegun = true;
        outline.BeginItemOf(CellText.IsEmpty(area) ? null : area, ItemNumber.Read(item[PlanColumn.Number])?.Area);
        Hidden(item, row);
    }

    // Without a number and wording of its own a row goes on with the item above. So does one beside whose number other cells are
    // merged, too: pasted from Word, each line of a cell becomes a row of the sheet.
    private static bool IsSameItem(List<(SourceCell Cell, HeaderCell? Head)> cells, PlanHeader header)
    {
        var own = cells.Where(of => !of.Cell.IsContinued).ToList();
        if (!own.Exists(of => of.Head?.Field is PlanColumn.Number or PlanColumn.Wording))
            return true;
        return !own.Exists(of => of.Head?.Field is PlanColumn.Number) && cells.Exists(of => of.Cell.IsContinued && of.Head?.Field is PlanColumn.Number)
            && cells.Count(of => of.Cell.IsContinued) > 1 && own.Count * 2 <= header.First.Count;
    }

    private bool Rest(ItemDraft item, SourceRow row, IEnumerable<SourceCell> cells)
    {
        foreach (var cell in cells)
            item.Others.Add(new("", CellText.Prose(cell.Text)));
        item.Doubts.Add(new(DoubtCode.RowJoined, null, row.Place.Row));
        return true;
    }

    private void Label(ItemDraft item, SourceRow row, string text, PlanColumn field)
    {
        outline.LeaveOnce(row.Place, text, UnreadReason.Label);
        item.Labelled.Add(field);
        Hidden(item, row);
    }

    private static void Put(ItemDraft item, HeaderCell head, string text, string? separator = null)
    {
        // An item has its area from its first row; what a later row puts there is only kept.
        if (head.Field is not { } field || (field == PlanColumn.Area && item.IsBegun))
            item.Others.Add(new(head.Heading, CellText.Prose(text)));
        else if (head.Second is { } second)
            TwoLines.Put(item, field, second, text);
        else
            item.Add(field, text, separator ?? (field == PlanColumn.Deadline ? " – " : "\n"));
    }

    private static void Hidden(ItemDraft item, SourceRow row)
    {
        if (row.IsHidden && !item.Doubts.Exists(doubt => doubt.Code == DoubtCode.RowHidden))
            item.Doubts.Add(new(DoubtCode.RowHidden, null, row.Place.Row));
    }
}
