using Workspace.Web.Data;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Understands a plan: finds headers, areas and items in what was read of a file.</summary>
public static class PlanReader
{
    /// <summary>
    /// Reads the plan. Refused only where no header of a plan is found at all; everything else comes through, with doubts.
    /// The same source gives the same plan.
    /// </summary>
    /// <param name="source">From <see cref="SourceFile"/>.</param>
    /// <param name="known">Bodies by whose names owners and cooperating bodies are told apart.</param>
    /// <param name="cancellation">Ends the reading with the usual exception.</param>
    public static Outcome<ReadPlan> Read(SourceDocument source, KnownBodies known, CancellationToken cancellation = default)
    {
        var outline = new PlanOutline();
        foreach (var block in source.Blocks)
        {
            if (block is SourceParagraph paragraph)
                outline.Take(paragraph);
            if (block is not SourceTable table)
                continue;
            // A sheet may be named for its area.
            if (table.Rows[0].Place is { Sheet: { } sheet } place && AreaHeading.Read(sheet) is { } heading)
                outline.Begin(heading, sheet, place, isSure: false);
            new TableReading(table, outline, byOrder: source.Format is SourceFormat.Docx or SourceFormat.Html, cancellation).Read();
        }
        if (outline.Header is null)
            return new Refusal("ImportNoHeader");
        outline.Settle();
        var bodies = new BodyCount(known.With(outline.Items.SelectMany(item => (string[])[CellText.Clean(item[PlanColumn.Owner]), CellText.Clean(item[PlanColumn.Cooperating])])));
        var items = new List<ReadItem>(outline.Items.Count);
        foreach (var draft in outline.Items)
        {
            cancellation.ThrowIfCancellationRequested();
            items.Add(ItemReading.Read(draft, outline.Areas, bodies));
        }
        Numbering.Check(items, outline.Areas);
        var areas = outline.Areas.ConvertAll(area => new ReadArea(area.Number, area.Title, area.Lead, area.Place));
        var claims = ClaimedTotals.Find(outline.Unread.Where(text => text.Reason is not (UnreadReason.Heading or UnreadReason.Label)).Select(text => text.Text));
        var summary = new PlanSummary(PlanCounts.Of(areas, items), claims);
        if (summary.Disagrees)
            outline.Doubts.Add(new(DoubtCode.TotalsDisagree, null, summary.Differences.Count));
        return new ReadPlan(areas, items, summary, bodies.ToList(), outline.Doubts, outline.Unread);
    }
}
