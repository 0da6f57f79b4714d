namespace Workspace.Web.Plans;

/// <param name="Known">What the organisation or unit is called here; null for a name that nobody has matched.</param>
public sealed record ItemBody(BodyReference Reference, string? Known)
{
    public string Name => Known ?? Reference.Name;
}

/// <summary>An area as everybody's screens show it.</summary>
public sealed record ContentArea(long Id, PlanAreaDetails Details)
{
    /// <summary>'IX. Title', or the title alone.</summary>
    public string Heading => PlanCitation.OfArea(Details.Number, Details.Title);
}

/// <summary>An item as everybody's screens show it, its wording apart.</summary>
/// <param name="Citation">As it is cited: 'IX/2'.</param>
/// <param name="TextId">The live text of its wording.</param>
public sealed record ContentItem(long Id, long? AreaId, int Position, string Citation, long TextId, PlanItemDetails Details, IReadOnlyList<ItemBody> Bodies)
{
    public IEnumerable<ItemBody> Owners => Bodies.Where(b => b.Reference.Role == BodyRole.Owner);

    public IEnumerable<ItemBody> Cooperating => Bodies.Where(b => b.Reference.Role == BodyRole.Cooperating);
}

public sealed record PlanInfo(
    long Id, long GroupId, string GroupName, string GroupShortName, string TimeZone, string Name, DateOnly From, DateOnly To, long? ApprovedVoteId)
{
    public bool IsApproved => ApprovedVoteId is not null;
}

/// <summary>A plan as everybody's screens show it: read once per server and change, never altered.</summary>
/// <param name="Plan">Its name and period.</param>
/// <param name="Areas">In their order.</param>
/// <param name="Items">By area, those without an area first, each area's in their order.</param>
/// <param name="Removed">Items that were taken out and can be put back.</param>
public sealed record PlanContent(PlanInfo Plan, IReadOnlyList<ContentArea> Areas, IReadOnlyList<ContentItem> Items, IReadOnlyList<ContentItem> Removed)
{
    public IEnumerable<ContentItem> ItemsOf(long? areaId) => Items.Where(i => i.AreaId == areaId);

    public ContentItem? Find(long itemId) => Items.FirstOrDefault(i => i.Id == itemId);
}
