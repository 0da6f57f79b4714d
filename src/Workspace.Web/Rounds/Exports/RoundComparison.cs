using Workspace.Web.Exports;
using Workspace.Web.Plans;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Rounds.Exports;

public enum ComparedState { Same, Changed, Added, Removed }

public enum ComparedField { Wording, Indicator, Deadline, Owners, Cooperating }

/// <summary>One field of an item as it stood when the round opened, and as it stands now.</summary>
public sealed record ComparedPart(ComparedField Field, string Before, string After)
{
    public bool IsChanged => Before != After;
}

/// <param name="Key">Of the plan's item.</param>
/// <param name="Citation">As it is cited now; of a removed item, as it was.</param>
/// <param name="FormerCitation">As it was, where it is cited otherwise now.</param>
/// <param name="Area">Number and title.</param>
/// <param name="State">What became of it.</param>
/// <param name="Parts">The wording, and other fields that changed.</param>
/// <param name="Comments">Accepted ones, at least in part, that concern it.</param>
public sealed record ComparedItem(
    long Key, string Citation, string? FormerCitation, string Area, ComparedState State, IReadOnlyList<ComparedPart> Parts, IReadOnlyList<RoomComment> Comments);

/// <summary>A plan as it stood when a round opened against the plan as it is committed now, item by item (C7).</summary>
/// <param name="Info">The round.</param>
/// <param name="JointWithId">The round that is settled jointly with it.</param>
/// <param name="Items">In the plan's order.</param>
public sealed record RoundComparison(RoundInfo Info, long? JointWithId, IReadOnlyList<ComparedItem> Items)
{
    public IEnumerable<ComparedItem> Changed => Items.Where(i => i.State != ComparedState.Same);

    public int Count(ComparedState state) => Items.Count(i => i.State == state);

    /// <param name="round">The plan is compared with what this one froze.</param>
    /// <param name="joint">Settled jointly with it.</param>
    /// <param name="plan">As it is now.</param>
    public static RoundComparison Of(RoundView round, RoundView? joint, WholePlan plan)
    {
        var accepted = Accepted(round).Concat(joint is null ? [] : Accepted(joint)).ToLookup(a => a.PlanItemId, a => a.Comment);
        var areas = plan.Content.Areas.ToDictionary(a => a.Id);
        var now = plan.Content.Items.ToDictionary(i => i.Id);
        List<ComparedItem> items = [.. round.Items.Select(frozen => now.TryGetValue(frozen.PlanItemId, out var item) ? Compare(plan, frozen, item, accepted) : Removed(frozen, accepted))];
        var known = round.Items.Select(i => i.PlanItemId).ToHashSet();
        var at = 0;
        // A new item stands behind the one that it follows in the plan.
        foreach (var item in plan.Content.Items)
        {
            if (!known.Contains(item.Id))
                items.Insert(at, Added(plan, item, item.AreaId is { } area ? areas.GetValueOrDefault(area) : null));
            at = items.FindIndex(i => i.Key == item.Id) + 1;
        }
        return new(round.Info, joint?.Round.Id, items);
    }

    private static ComparedItem Compare(WholePlan plan, RoundItem frozen, ContentItem item, ILookup<long, RoomComment> accepted)
    {
        var raw = plan.Wordings.GetValueOrDefault(item.TextId, "");
        ComparedPart[] fields =
        [
            new(ComparedField.Indicator, frozen.Indicator, item.Details.Indicator),
            new(ComparedField.Deadline, frozen.DeadlineText, item.Details.Deadline.Text),
            new(ComparedField.Owners, frozen.Owners, Names(item.Owners)),
            new(ComparedField.Cooperating, frozen.Cooperating, Names(item.Cooperating)),
        ];
        ComparedPart[] parts = [Wording(frozen.Wording, raw), .. fields.Where(f => f.IsChanged)];
        var former = frozen.Citation == item.Citation ? null : frozen.Citation;
        var isChanged = former is not null || parts.Any(p => p.IsChanged);
        return new(item.Id, item.Citation, former, frozen.Area, isChanged ? ComparedState.Changed : ComparedState.Same, parts, [.. accepted[item.Id]]);
    }

    private static ComparedItem Removed(RoundItem frozen, ILookup<long, RoomComment> accepted) =>
        new(frozen.PlanItemId, frozen.Citation, null, frozen.Area, ComparedState.Removed, [new(ComparedField.Wording, MarkdownRenderer.ToPlainText(frozen.Wording), "")], [.. accepted[frozen.PlanItemId]]);

    private static ComparedItem Added(WholePlan plan, ContentItem item, ContentArea? area) => new(
        item.Id, item.Citation, null, area?.Heading ?? "", ComparedState.Added, [new(ComparedField.Wording, "", MarkdownRenderer.ToPlainText(plan.Wordings.GetValueOrDefault(item.TextId)))], []);

    /// <summary>Without the marks of Markdown, unless they alone differ.</summary>
    private static ComparedPart Wording(string before, string after)
    {
        var plain = MarkdownRenderer.ToPlainText(before);
        var plainAfter = before == after ? plain : MarkdownRenderer.ToPlainText(after);
        return before != after && plain == plainAfter ? new(ComparedField.Wording, before, after) : new(ComparedField.Wording, plain, plainAfter);
    }

    private static IEnumerable<(long PlanItemId, RoomComment Comment)> Accepted(RoundView round) =>
        from item in round.Items
        from comment in round.CommentsOf(item.Id)
        where comment.Settlement?.Outcome is SettlementOutcome.Accepted or SettlementOutcome.PartlyAccepted
        select (item.PlanItemId, comment);

    private static string Names(IEnumerable<ItemBody> bodies) => string.Join("\n", bodies.Select(b => b.Known ?? b.Reference.Name));
}
