namespace Workspace.Web.Plans.Import.Reading;

/// <summary>Counts of a plan: computed from its table, or typed by a person in its text. What nobody typed is null.</summary>
public sealed record PlanCounts(int? Areas, int? Items, int? Fulfilled, int? Ongoing, int? Partly, int? NotFulfilled, int? None = null)
{
    public static readonly PlanCounts Nothing = new(null, null, null, null, null, null);

    /// <summary>All statuses together; null where none is counted.</summary>
    public int? Statuses => Fulfilled is null && Ongoing is null && Partly is null && NotFulfilled is null ? null
        : (Fulfilled ?? 0) + (Ongoing ?? 0) + (Partly ?? 0) + (NotFulfilled ?? 0) + (None ?? 0);

    public static PlanCounts Of(IReadOnlyCollection<ReadArea> areas, IReadOnlyCollection<ReadItem> items)
    {
        return new(areas.Count, items.Count, With(PlanStatus.Fulfilled), With(PlanStatus.Ongoing), With(PlanStatus.Partly), With(PlanStatus.NotFulfilled), With(PlanStatus.None));

        int With(PlanStatus status) => items.Count(item => item.Status == status);
    }
}

/// <param name="What">Which count: <c>areas</c>, <c>items</c>, <c>statuses</c> (their sum), <c>fulfilled</c>, <c>ongoing</c>, <c>partly</c> or <c>notFulfilled</c>.</param>
public sealed record CountDifference(string What, int Counted, int Claimed);

/// <summary>The totals a file states itself beside those of its table. Typed totals are never trusted, only shown.</summary>
/// <param name="Counted">From the items read.</param>
/// <param name="Claimed">From the words of the file.</param>
public sealed record PlanSummary(PlanCounts Counted, PlanCounts Claimed)
{
    public bool Disagrees => Differences.Count > 0;

    public IReadOnlyList<CountDifference> Differences { get; } =
    [
        .. new (string What, int? Counted, int? Claimed)[]
        {
            ("areas", Counted.Areas, Claimed.Areas), ("items", Counted.Items, Claimed.Items), ("statuses", Counted.Statuses, Claimed.Statuses),
            ("fulfilled", Counted.Fulfilled, Claimed.Fulfilled), ("ongoing", Counted.Ongoing, Claimed.Ongoing),
            ("partly", Counted.Partly, Claimed.Partly), ("notFulfilled", Counted.NotFulfilled, Claimed.NotFulfilled),
        }
        // The sum of statuses is only a claim where all four are stated.
        .Where(of => of.Claimed is not null && of.Claimed != of.Counted && (of.What != "statuses" || Claimed is { Fulfilled: not null, Ongoing: not null, Partly: not null, NotFulfilled: not null }))
        .Select(of => new CountDifference(of.What, of.Counted ?? 0, of.Claimed ?? 0)),
    ];
}
