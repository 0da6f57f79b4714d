using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Exports;

/// <param name="Field">What it holds.</param>
/// <param name="Title">Its head.</param>
public sealed record PlanSheetColumn(PlanColumn Field, string Title);

/// <summary>An area with its items, or those that belong to none.</summary>
/// <param name="Heading">Empty above items without an area.</param>
/// <param name="Lead">The sentence that the items finish; may be empty.</param>
/// <param name="Rows">Cells by columns.</param>
public sealed record PlanSheetPart(string Heading, string Lead, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A plan as it is printed, in the columns that offices are used to and in spellings that an import takes apart again.</summary>
/// <param name="Culture">Its language.</param>
/// <param name="FileName">Without an ending.</param>
/// <param name="Lines">Above the table; the plan's name first.</param>
/// <param name="Columns">Those that have anything to tell.</param>
/// <param name="Parts">In the plan's order.</param>
public sealed record PlanSheet(CultureInfo Culture, string FileName, IReadOnlyList<string> Lines, IReadOnlyList<PlanSheetColumn> Columns, IReadOnlyList<PlanSheetPart> Parts)
{
    private static readonly PlanColumn[] Usual = [PlanColumn.Number, PlanColumn.Wording, PlanColumn.Indicator, PlanColumn.Deadline, PlanColumn.Owner, PlanColumn.Cooperating];

    /// <param name="plan">As somebody reads it.</param>
    /// <param name="today">In the group's time zone.</param>
    /// <param name="strings">In whose language it is written; the plan's own texts stay in theirs.</param>
    public static PlanSheet Of(WholePlan plan, DateOnly today, IStringLocalizer<PlanExportStrings> strings)
    {
        var (content, info) = (plan.Content, plan.Content.Plan);
        PlanColumn[] fields = [.. Usual, .. ((PlanColumn[])[PlanColumn.Funding, PlanColumn.Status, PlanColumn.Comment]).Where(field => content.Items.Any(item => Text(plan, item, field, strings).Length > 0))];
        var parts = new List<PlanSheetPart>();
        var known = content.Areas.Select(area => (long?)area.Id).ToHashSet();
        if (content.Items.Where(item => !known.Contains(item.AreaId)).ToList() is { Count: > 0 } unplaced)
            parts.Add(new("", "", Rows(unplaced)));
        foreach (var area in content.Areas)
        {
            var rows = Rows(content.ItemsOf(area.Id));
            var lead = PlanSpelling.Prose(area.Details.Lead);
            // Below an area without items a heading would be taken for its lead, and one above a lead for an item's text.
            var isPlain = rows.Count > 0 && lead.Length == 0 && (parts.Count == 0 || parts[^1].Rows.Count > 0);
            parts.Add(new(PlanSpelling.Heading(area.Details, isPlain, strings), lead, rows));
        }
        return new(
            CultureInfo.CurrentUICulture,
            $"{strings["FileName"]}-{info.From.Year}{(info.To.Year == info.From.Year ? "" : $"-{info.To.Year}")}",
            [PlanSpelling.Title(info.Name), $"{strings["Period", PlanPeriod.Of(info.From, info.To)]} · {info.GroupName}", strings[info.IsApproved ? "AsOf" : "Draft", today.Shown()]],
            [.. fields.Select(field => new PlanSheetColumn(field, strings[$"Column_{field}"]))],
            parts);

        List<IReadOnlyList<string>> Rows(IEnumerable<ContentItem> items) =>
            [.. items.Select(item => PlanSpelling.Row([.. fields.Select(field => Text(plan, item, field, strings))]))];
    }

    private static string Text(WholePlan plan, ContentItem item, PlanColumn field, IStringLocalizer<PlanExportStrings> strings) => field switch
    {
        PlanColumn.Number => CellText.OneLine(item.Details.Number),
        PlanColumn.Wording => PlanSpelling.Wording(MarkdownRenderer.ToPlainText(plan.Wordings.GetValueOrDefault(item.TextId))),
        PlanColumn.Indicator => PlanSpelling.Wording(item.Details.Indicator),
        PlanColumn.Deadline => CellText.OneLine(item.Details.Deadline.Text),
        PlanColumn.Owner => PlanSpelling.Names(item.Owners),
        PlanColumn.Cooperating => PlanSpelling.Names(item.Cooperating),
        PlanColumn.Funding => PlanSpelling.Prose(item.Details.Funding),
        PlanColumn.Status => item.Details.Status == PlanStatus.None ? "" : strings[$"Status_{item.Details.Status}"],
        _ => PlanSpelling.Prose(item.Details.Comment),
    };
}
