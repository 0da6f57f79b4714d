using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans;

/// <summary>Areas and items of a plan: chair and secretary add, describe, move, remove and restore them until the plan is approved.</summary>
public sealed class PlanItemService(PlanChanges changes)
{
    /// <summary>Adds an area at the end.</summary>
    /// <returns>Id of the area.</returns>
    public Task<Outcome<long>> AddAreaAsync(long by, long planId, PlanAreaDetails details, CancellationToken cancellationToken = default) =>
        ChangeAsync<long>(by, PlanChanges.Of(planId), async change =>
        {
            var areas = await change.Db.PlanAreas.Where(a => a.PlanId == planId && !a.IsRemoved).Select(a => new { a.Position, a.Number }).ToListAsync(cancellationToken);
            var refusal = PlanCheck.Of(details)
                ?? (areas.Count >= PlanCheck.MostAreas ? new Refusal("PlanTooManyAreas", PlanCheck.MostAreas) : null)
                ?? (IsTaken(details.Number, areas.Select(a => a.Number)) ? new Refusal("PlanNumberTaken", details.Number.Trim()) : null);
            if (refusal is not null)
                return refusal;
            var area = new PlanArea(planId, areas.Count == 0 ? 0 : areas.Max(a => a.Position) + 1, details);
            change.Db.Add(area);
            await change.Db.SaveChangesAsync(cancellationToken);
            return area.Id;
        }, cancellationToken);

    /// <param name="seen">What the change was made from: refused if somebody else has changed that meanwhile.</param>
    public Task<Outcome> EditAreaAsync(long by, long areaId, PlanAreaDetails details, PlanAreaDetails? seen = null, CancellationToken cancellationToken = default) =>
        StepAsync(by, db => db.PlanAreas.Where(a => a.Id == areaId).Select(a => a.PlanId), async change =>
        {
            var area = await change.Db.PlanAreas.SingleAsync(a => a.Id == areaId, cancellationToken);
            if (seen is not null && seen != area.Details)
                return Refusal.Conflict;
            var others = await change.Db.PlanAreas.Where(a => a.PlanId == area.PlanId && a.Id != areaId && !a.IsRemoved).Select(a => a.Number).ToListAsync(cancellationToken);
            if ((PlanCheck.Of(details) ?? (IsTaken(details.Number, others) ? new Refusal("PlanNumberTaken", details.Number.Trim()) : null)) is { } refusal)
                return refusal;
            area.Describe(details);
            return null;
        }, cancellationToken);

    /// <summary>Removes an area that has no items any more.</summary>
    public Task<Outcome> RemoveAreaAsync(long by, long areaId, CancellationToken cancellationToken = default) =>
        StepAsync(by, db => db.PlanAreas.Where(a => a.Id == areaId).Select(a => a.PlanId), async change =>
        {
            if (await change.Db.PlanItems.AnyAsync(i => i.AreaId == areaId && !i.IsRemoved, cancellationToken))
                return new("PlanAreaNotEmpty");
            (await change.Db.PlanAreas.SingleAsync(a => a.Id == areaId, cancellationToken)).Remove();
            return null;
        }, cancellationToken);

    /// <summary>Adds an item at the end of an area, or of those without one; without a number it gets the next (R38).</summary>
    /// <returns>Id of the item.</returns>
    public Task<Outcome<long>> AddItemAsync(long by, long planId, long? areaId, PlanItemDetails details, string wording, CancellationToken cancellationToken = default) =>
        ChangeAsync<long>(by, PlanChanges.Of(planId), async change =>
        {
            if (PlanCheck.Of(details) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(wording))
                return new Refusal("PlanWordingMissing");
            if (wording.Length > TextRules.MaxTextLength || !Meetings.PlainText.IsStorable(wording))
                return new Refusal("TextNotStorable");
            var area = areaId is null ? null : await change.Db.PlanAreas.SingleOrDefaultAsync(a => a.Id == areaId && a.PlanId == planId && !a.IsRemoved, cancellationToken);
            if (area is null && areaId is not null)
                return Refusal.NotFound;
            if (await change.Db.PlanItems.CountAsync(i => i.PlanId == planId, cancellationToken) >= PlanCheck.MostItems)
                return new Refusal("PlanTooManyItems", PlanCheck.MostItems);
            var siblings = Siblings(change, planId, areaId);
            var numbers = await siblings.Select(s => s.Number).ToListAsync(cancellationToken);
            var number = details.Number.Trim() is { Length: > 0 } given ? given : NextNumber(numbers);
            if (IsTaken(number, numbers))
                return new Refusal("PlanNumberTaken", number);
            var resolved = await ResolvedAsync(change, details, cancellationToken);
            var item = new PlanItem(planId, area, await EndAsync(siblings, cancellationToken), resolved with { Number = number }, wording.Trim());
            change.Db.Add(item);
            await change.Db.SaveChangesAsync(cancellationToken);
            return item.Id;
        }, cancellationToken);

    /// <summary>Changes the fields of an item; its wording is written as a live text.</summary>
    /// <param name="seen">What the change was made from: refused if somebody else has changed that meanwhile.</param>
    public Task<Outcome> EditItemAsync(long by, long itemId, PlanItemDetails details, PlanItemDetails? seen = null, CancellationToken cancellationToken = default) =>
        ItemStepAsync(by, itemId, async (change, item) =>
        {
            if (seen is not null && !seen.IsSame(item.Details))
                return Refusal.Conflict;
            if (PlanCheck.Of(details) is { } refusal)
                return refusal;
            if (IsTaken(details.Number, await Siblings(change, item.PlanId, item.AreaId).Where(s => s.Id != itemId).Select(s => s.Number).ToListAsync(cancellationToken)))
                return new("PlanNumberTaken", details.Number.Trim());
            var resolved = await ResolvedAsync(change, details, cancellationToken);
            change.Db.RemoveRange(item.Bodies);
            item.Describe(resolved);
            return null;
        }, cancellationToken);

    /// <summary>Says what organisation or unit a name of the plan means: wherever it stands in the plan, and from now on (alias).</summary>
    /// <param name="by">Chair or secretary.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="name">As written.</param>
    /// <param name="key">Of the body in <see cref="BodyDirectory"/>.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome> MatchAsync(long by, long planId, string name, string key, CancellationToken cancellationToken = default) =>
        StepAsync(by, PlanChanges.Of(planId), async change =>
        {
            var directory = await BodyDirectory.ReadAsync(change.Db, cancellationToken);
            if (directory.Find(key) is not { } body || KnownBodies.Fold(name) is not { Length: > 0 } folded)
                return Refusal.NotFound;
            await BodyDirectory.LearnAsync(change.Db, [(name, body)], cancellationToken);
            var items = await change.Db.PlanItems.Include(i => i.Bodies).Where(i => i.PlanId == planId && i.Bodies.Any(b => b.OrganisationId == null)).ToListAsync(cancellationToken);
            foreach (var named in items.SelectMany(i => i.Bodies).Where(b => b.OrganisationId is null && KnownBodies.Fold(b.Name) == folded))
                named.Match(body.OrganisationId, body.UnitId);
            return null;
        }, cancellationToken);

    /// <summary>Takes an item out of the plan; what was written is kept.</summary>
    public Task<Outcome> RemoveItemAsync(long by, long itemId, CancellationToken cancellationToken = default) =>
        ItemStepAsync(by, itemId, (_, item) =>
        {
            item.Remove();
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);

    /// <summary>Puts a removed item back at its place, or at the end of those without an area where that is gone.</summary>
    public Task<Outcome> RestoreItemAsync(long by, long itemId, CancellationToken cancellationToken = default) =>
        ItemStepAsync(by, itemId, async (change, item) =>
        {
            item.Restore();
            if (item.AreaId is { } area && !await change.Db.PlanAreas.AnyAsync(a => a.Id == area && !a.IsRemoved, cancellationToken))
                item.MoveTo(null, await EndAsync(Siblings(change, item.PlanId, null), cancellationToken));
            return null;
        }, cancellationToken);

    /// <summary>Moves an item by one place within its area; at the end nothing changes. Numbers stay, since they are cited.</summary>
    public Task<Outcome> MoveItemAsync(long by, long itemId, bool isUp, CancellationToken cancellationToken = default) =>
        ItemStepAsync(by, itemId, async (change, item) =>
        {
            var siblings = await Siblings(change, item.PlanId, item.AreaId).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(cancellationToken);
            var from = siblings.IndexOf(item);
            var to = from + (isUp ? -1 : 1);
            if (from < 0 || to < 0 || to >= siblings.Count)
                return null;
            siblings.RemoveAt(from);
            siblings.Insert(to, item);
            foreach (var (position, sibling) in siblings.Index())
                sibling.MoveTo(sibling.AreaId, position);
            return null;
        }, cancellationToken);

    /// <summary>One more than the highest whole number.</summary>
    internal static string NextNumber(IEnumerable<string> numbers) =>
        (numbers.Select(n => int.TryParse(n.TrimEnd('.'), out var number) ? number : 0).DefaultIfEmpty().Max() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsTaken(string number, IEnumerable<string> others) =>
        number.Trim().Length > 0 && others.Contains(number.Trim(), StringComparer.OrdinalIgnoreCase);

    private static IQueryable<PlanItem> Siblings(PlanChange change, long planId, long? areaId) =>
        change.Db.PlanItems.Where(i => i.PlanId == planId && i.AreaId == areaId && !i.IsRemoved);

    private static async Task<int> EndAsync(IQueryable<PlanItem> siblings, CancellationToken cancellationToken) =>
        await siblings.MaxAsync(s => (int?)s.Position, cancellationToken) + 1 ?? 0;

    private static async Task<PlanItemDetails> ResolvedAsync(PlanChange change, PlanItemDetails details, CancellationToken cancellationToken)
    {
        if (details.Bodies.All(b => b.OrganisationId is not null))
            return details;
        var directory = await BodyDirectory.ReadAsync(change.Db, cancellationToken);
        return details with { Bodies = [.. details.Bodies.Select(directory.Resolve)] };
    }

    private Task<Outcome> ItemStepAsync(long by, long itemId, Func<PlanChange, PlanItem, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        StepAsync(by, db => db.PlanItems.Where(i => i.Id == itemId).Select(i => i.PlanId), async change =>
            await step(change, await change.Db.PlanItems.Include(i => i.Bodies).SingleAsync(i => i.Id == itemId, cancellationToken)), cancellationToken);

    private Task<Outcome> StepAsync(long by, Func<WorkspaceDb, IQueryable<long>> plan, Func<PlanChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        changes.StepAsync(by, plan, standing => standing.CanPrepare, async change => change.Plan.IsApproved ? new("PlanApproved") : await step(change), cancellationToken);

    private Task<Outcome<T>> ChangeAsync<T>(long by, Func<WorkspaceDb, IQueryable<long>> plan, Func<PlanChange, Task<Outcome<T>>> step, CancellationToken cancellationToken) =>
        changes.ChangeAsync(by, plan, standing => standing.CanPrepare, async change => change.Plan.IsApproved ? new Refusal("PlanApproved") : await step(change), cancellationToken);
}
