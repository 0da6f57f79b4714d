using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Plans;

/// <summary>The contents of plans, shared by all who look at them.</summary>
public sealed class PlanRooms(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TimeProvider time) : IDisposable
{
    private readonly SharedReadings<PlanContent> plans = new(updates, time, Concerns, id => ReadAsync(factory, id));

    /// <summary>The plan; null where there is none. Rights are the caller's to check.</summary>
    public Task<PlanContent?> FindAsync(long planId, CancellationToken cancellationToken = default) => plans.FindAsync(planId, cancellationToken);

    public void Dispose() => plans.Dispose();

    private static long? Concerns(LiveTopic topic) => topic.Kind == LiveTopic.Plan(0).Kind ? topic.Id
        : topic == LiveTopic.Directory ? SharedReadings<PlanContent>.All
        : null;

    private static async Task<PlanContent?> ReadAsync(IDbContextFactory<WorkspaceDb> factory, long planId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await ReadAsync(db, planId);
    }

    /// <summary>The plan as a transaction sees it.</summary>
    internal static async Task<PlanContent?> ReadAsync(WorkspaceDb db, long planId)
    {
        var plan = await db.Plans.Where(p => p.Id == planId)
            .Join(db.Groups, p => p.GroupId, g => g.Id, (p, g) => new PlanInfo(p.Id, g.Id, g.Name, g.ShortName, g.TimeZone, p.Name, p.From, p.To, p.ApprovedVoteId))
            .SingleOrDefaultAsync();
        if (plan is null)
            return null;
        var areas = await db.PlanAreas.AsNoTracking().Where(a => a.PlanId == planId && !a.IsRemoved).OrderBy(a => a.Position).ThenBy(a => a.Id).ToListAsync();
        var items = await db.PlanItems.AsNoTracking().Include(i => i.Bodies).Where(i => i.PlanId == planId).OrderBy(i => i.Position).ThenBy(i => i.Id).AsSplitQuery().ToListAsync();
        var names = await KnownNamesAsync(db, items);
        var numbers = areas.ToDictionary(a => a.Id, a => a.Number);
        var order = areas.Index().ToDictionary(a => a.Item.Id, a => a.Index);
        var all = items.ToLookup(i => i.IsRemoved, i => Content(i, i.AreaId is { } area ? numbers.GetValueOrDefault(area, "") : "", names));
        return new(
            plan,
            [.. areas.Select(a => new ContentArea(a.Id, a.Details))],
            [.. all[false].OrderBy(i => i.AreaId is { } area ? order.GetValueOrDefault(area, int.MaxValue) : -1)],
            [.. all[true]]);
    }

    private static ContentItem Content(PlanItem item, string area, IReadOnlyDictionary<(long, long?), string> names)
    {
        var details = item.Details;
        return new(
            item.Id, item.AreaId, item.Position, PlanCitation.Of(area, item.Number), item.TextId, details,
            [.. details.Bodies.Select(b => new ItemBody(b, b.OrganisationId is { } organisation ? names.GetValueOrDefault((organisation, b.UnitId)) : null))]);
    }

    /// <summary>'Krajský úřad – odbor sociálních věcí', short where there are short names.</summary>
    private static async Task<IReadOnlyDictionary<(long Organisation, long? Unit), string>> KnownNamesAsync(WorkspaceDb db, List<PlanItem> items)
    {
        var known = items.SelectMany(i => i.Bodies).Select(b => b.OrganisationId).OfType<long>().Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Include(o => o.Units).Where(o => known.Contains(o.Id)).ToListAsync();
        return organisations
            .SelectMany(o => o.Units.Select(u => ((o.Id, (long?)u.Id), $"{o.ShortName ?? o.Name} – {u.Name}")).Prepend(((o.Id, null), o.Name)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }
}
