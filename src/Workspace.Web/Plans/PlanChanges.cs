using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Plans;

/// <summary>One change of one plan: its transaction's context, the plan, and what the acting person is in its group.</summary>
public sealed record PlanChange(WorkspaceDb Db, Plan Plan, GroupStanding Standing, DateTimeOffset Now);

/// <summary>Lets changes of a plan happen one after another: each in a transaction that holds the plan's row. A refusal saves nothing.</summary>
public sealed class PlanChanges(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    public static Func<WorkspaceDb, IQueryable<long>> Of(long planId) => db => db.Plans.Where(p => p.Id == planId).Select(p => p.Id);

    /// <param name="by">Who acts.</param>
    /// <param name="plan">The plan of what is to be changed; none where there is no such thing.</param>
    /// <param name="may">What the person must be in the group.</param>
    /// <param name="change">Changes, or says why not.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome<T>> ChangeAsync<T>(
        long by, Func<WorkspaceDb, IQueryable<long>> plan, Func<GroupStanding, bool> may, Func<PlanChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        factory.ChangeAsync<Plan, T>(db => plan(db).SingleOrDefaultAsync(cancellationToken), async (db, held) =>
        {
            var now = time.GetUtcNow();
            var zone = await db.Groups.Where(g => g.Id == held.GroupId).Select(g => g.TimeZone).SingleAsync(cancellationToken);
            var standing = await access.FindAsync(db, held.GroupId, by, now.DayIn(zone), cancellationToken);
            return standing.RefusalTo(may) is { } refusal ? refusal : await change(new(db, held, standing, now));
        }, cancellationToken);

    /// <summary>A change that yields nothing but, where it is refused, the reason.</summary>
    public async Task<Outcome> StepAsync(
        long by, Func<WorkspaceDb, IQueryable<long>> plan, Func<GroupStanding, bool> may, Func<PlanChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        new((await ChangeAsync(by, plan, may, HeldRows.Yielding(step), cancellationToken)).Refusal);
}
