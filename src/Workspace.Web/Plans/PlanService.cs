using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Plans;

public sealed record PlanLine(long Id, string Name, DateOnly From, DateOnly To, bool IsApproved, int Areas, int Items, int WithoutOwner);

public sealed record PlanList(GroupName Group, IReadOnlyList<PlanLine> Plans, bool CanManage);

/// <summary>A plan without its wordings.</summary>
/// <param name="Content">What all see of it.</param>
/// <param name="Standing">What the reader is in the group.</param>
public record PlanView(PlanContent Content, GroupStanding Standing)
{
    /// <summary>May change areas, items and their fields; the wordings are written by members too.</summary>
    public bool CanManage => Standing.CanPrepare && !Content.Plan.IsApproved;
}

/// <summary>A plan with its wordings as they are committed now.</summary>
/// <param name="Content">What all see of it.</param>
/// <param name="Standing">What the reader is in the group.</param>
/// <param name="Wordings">Markdown by the id of the text.</param>
/// <param name="Imports">Those that can be taken back, the latest first.</param>
public sealed record WholePlan(PlanContent Content, GroupStanding Standing, IReadOnlyDictionary<long, string> Wordings, IReadOnlyList<Import.PlanImport> Imports)
    : PlanView(Content, Standing);

/// <summary>Plans themselves: beginning one, its name and period, the list of them, and the whole of one.</summary>
public sealed class PlanService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, PlanChanges changes, PlanRooms rooms, PlanWordings wordings, TimeProvider time)
{
    /// <returns>Id of the plan.</returns>
    public async Task<Outcome<long>> CreateAsync(long by, long groupId, string name, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        if (!standing.CanPrepare)
            return Refusal.NotAllowed;
        if (PlanCheck.Of(name, from, to) is { } refusal)
            return refusal;
        var plan = new Plan(groupId, name, from, to, by, time.GetUtcNow());
        db.Add(plan);
        await db.SaveChangesAsync(cancellationToken);
        return plan.Id;
    }

    public Task<Outcome> DescribeAsync(long by, long planId, string name, DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, PlanChanges.Of(planId), standing => standing.CanPrepare, change =>
        {
            var refusal = change.Plan.IsApproved ? new("PlanApproved") : PlanCheck.Of(name, from, to);
            if (refusal is null)
                change.Plan.Describe(name, from, to);
            return Task.FromResult(refusal);
        }, cancellationToken);

    /// <summary>The plans of a group, the latest period first.</summary>
    public async Task<Outcome<PlanList>> ListAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var group = await db.Groups.Where(g => g.Id == groupId).Names().SingleAsync(cancellationToken);
        var plans = await db.Plans.Where(p => p.GroupId == groupId).OrderByDescending(p => p.From).ThenByDescending(p => p.Id)
            .Select(p => new PlanLine(
                p.Id, p.Name, p.From, p.To, p.ApprovedVoteId != null,
                db.PlanAreas.Count(a => a.PlanId == p.Id && !a.IsRemoved),
                db.PlanItems.Count(i => i.PlanId == p.Id && !i.IsRemoved),
                db.PlanItems.Count(i => i.PlanId == p.Id && !i.IsRemoved && i.Bodies.All(b => b.Role != BodyRole.Owner))))
            .ToListAsync(cancellationToken);
        return new PlanList(group, plans, standing.CanPrepare);
    }

    /// <summary>The plan without its wordings, for who may read the group's matters.</summary>
    public async Task<Outcome<PlanView>> FindAsync(long by, long planId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, by, planId, cancellationToken);
    }

    /// <summary>The whole plan, for who may read the group's matters.</summary>
    public async Task<Outcome<WholePlan>> ReadAsync(long by, long planId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(db, by, planId, cancellationToken);
        if (found.Value is not { } plan)
            return found.Refusal!;
        var imports = await db.PlanImports.AsNoTracking().Where(i => i.PlanId == planId && i.UndoneAt == null).OrderByDescending(i => i.Id).ToListAsync(cancellationToken);
        return new WholePlan(plan.Content, plan.Standing, await wordings.FindAsync(planId, cancellationToken), imports);
    }

    /// <summary>Whether plans have a place in the group's navigation: there is one, or the person may begin one.</summary>
    public async Task<bool> IsPlaceAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        return standing.CanPrepare || (standing.CanRead && await db.Plans.AnyAsync(p => p.GroupId == groupId, cancellationToken));
    }

    private async Task<Outcome<PlanView>> FindAsync(WorkspaceDb db, long by, long planId, CancellationToken cancellationToken)
    {
        if (await rooms.FindAsync(planId, cancellationToken) is not { } content)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, content.Plan.GroupId, by, time.GetUtcNow().DayIn(content.Plan.TimeZone), cancellationToken);
        return standing.CanRead ? new PlanView(content, standing) : Refusal.NotFound;
    }
}
