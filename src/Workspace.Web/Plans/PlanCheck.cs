using Workspace.Web.Data;
using Workspace.Web.Meetings;

namespace Workspace.Web.Plans;

/// <summary>What is refused about what is entered of a plan, before anything is saved.</summary>
public static class PlanCheck
{
    /// <summary>Areas and items that one plan holds.</summary>
    public const int MostAreas = 500, MostItems = 10_000, MostBodies = 100;

    private const int LongestYears = 30;

    public static Refusal? Of(string name, DateOnly from, DateOnly to) => string.IsNullOrWhiteSpace(name) ? new("PlanNameMissing")
        : name.Trim().Length > Plan.NameLength ? new("PlanNameTooLong", Plan.NameLength)
        : !PlainText.IsStorable(name) ? new("TextNotStorable")
        : to < from || to > from.AddYears(LongestYears) ? new("PlanPeriodInvalid", LongestYears)
        : null;

    public static Refusal? Of(PlanAreaDetails area) => !new[] { area.Number, area.Title, area.Lead }.All(PlainText.IsStorable) ? new("TextNotStorable")
        : string.IsNullOrWhiteSpace(area.Title) && string.IsNullOrWhiteSpace(area.Number) ? new("PlanAreaTitleMissing")
        : area.Number.Trim().Length > PlanArea.NumberLength ? new("PlanNumberTooLong", PlanArea.NumberLength)
        : area.Title.Trim().Length > PlanArea.TitleLength ? new("PlanAreaTitleTooLong", PlanArea.TitleLength)
        : area.Lead.Trim().Length > PlanArea.LeadLength ? new("PlanAreaLeadTooLong", PlanArea.LeadLength)
        : null;

    public static Refusal? Of(PlanItemDetails item) =>
        !new[] { item.Number, item.Indicator, item.Funding, item.Comment, item.Deadline.Text }.Concat(item.Bodies.Select(b => b.Name)).All(PlainText.IsStorable) ? new("TextNotStorable")
        : item.Number.Trim().Length > PlanArea.NumberLength ? new("PlanNumberTooLong", PlanArea.NumberLength)
        : new[] { item.Indicator, item.Funding, item.Deadline.Text }.Any(text => text.Trim().Length > PlanItem.FieldLength) ? new("PlanFieldTooLong", PlanItem.FieldLength)
        : item.Comment.Trim().Length > PlanItem.CommentLength ? new("PlanFieldTooLong", PlanItem.CommentLength)
        : item.Bodies.Count > MostBodies || item.Bodies.Any(b => string.IsNullOrWhiteSpace(b.Name) || b.Name.Trim().Length > PlanBody.NameLength) ? new("PlanBodyInvalid", PlanBody.NameLength, MostBodies)
        : !Enum.IsDefined(item.Status) ? new("PlanStatusUnknown")
        : null;
}
