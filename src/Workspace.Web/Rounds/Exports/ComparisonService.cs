using Workspace.Web.Data;
using Workspace.Web.Plans;

namespace Workspace.Web.Rounds.Exports;

/// <summary>
/// Compares the plan before and after a round, for whoever may read the plan, once the round has opened. What was accepted of a
/// round that is settled jointly with it counts as well (R34).
/// </summary>
public sealed class ComparisonService(RoundService rounds, PlanService plans)
{
    public async Task<Outcome<RoundComparison>> ReadAsync(long by, long roundId, CancellationToken cancellationToken = default)
    {
        var round = await rounds.ReadAsync(by, roundId, cancellationToken);
        if (round.Value is not { } view)
            return round.Refusal!;
        if (view.Round.State == RoundState.Prepared)
            return new Refusal("RoundNotOpen");
        var plan = await plans.ReadAsync(by, view.Round.PlanId, cancellationToken);
        return plan.Value is { } now ? RoundComparison.Of(view, await rounds.JointAsync(by, roundId, cancellationToken), now) : plan.Refusal!;
    }
}
