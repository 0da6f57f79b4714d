using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Plans;

namespace Workspace.Web.Rounds;

/// <summary>Chair and secretary prepare rounds of a plan; until one opens it can be changed and dropped.</summary>
public sealed class RoundPrepareService(PlanChanges plans, RoundChanges rounds)
{
    /// <returns>Id of the round.</returns>
    public Task<Outcome<long>> PrepareAsync(long by, long planId, RoundInput input, CancellationToken cancellationToken = default) =>
        plans.ChangeAsync<long>(by, PlanChanges.Of(planId), MayLead, async change =>
        {
            if (change.Plan.IsApproved)
                return new Refusal("PlanApproved");
            if (await RoundCheck.OfAsync(change.Db, (planId, 0), input, change.Now, cancellationToken) is { } refusal)
                return refusal;
            var round = new CommentRound(planId, change.Plan.GroupId, input, by, change.Now);
            change.Db.Add(round);
            await change.Db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }, cancellationToken);

    /// <summary>Changes a round that is not open yet.</summary>
    public Task<Outcome> EditAsync(long by, long roundId, RoundInput input, CancellationToken cancellationToken = default) =>
        StepAsync(by, roundId, async change =>
        {
            if (await RoundCheck.OfAsync(change.Db, (change.Round.PlanId, roundId), input, change.Now, cancellationToken) is { } refusal)
                return refusal;
            await change.LoadInviteesAsync(cancellationToken);
            change.Round.Describe(input);
            await JointRounds.PartAsync(change.Db, roundId, input.JointWithId, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Drops a round that nobody has been asked in yet.</summary>
    public Task<Outcome> DropAsync(long by, long roundId, CancellationToken cancellationToken = default) =>
        StepAsync(by, roundId, async change =>
        {
            await JointRounds.PartAsync(change.Db, roundId, null, cancellationToken);
            change.Db.Remove(change.Round);
            return null;
        }, cancellationToken);

    internal static bool MayLead(GroupStanding standing) => standing.CanPrepare;

    private Task<Outcome> StepAsync(long by, long roundId, Func<RoundChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        rounds.StepAsync(by, RoundChanges.Of(roundId), MayLead,
            async change => change.Round.State != RoundState.Prepared ? new("RoundNotPrepared") : await step(change), cancellationToken);
}
