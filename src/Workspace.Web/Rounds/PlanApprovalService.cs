using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Plans;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Votes;

namespace Workspace.Web.Rounds;

/// <summary>An adopted vote that can have approved a plan.</summary>
public sealed record ApprovingVote(long Id, string Question, int? Number, DateTimeOffset ClosedAt);

/// <param name="Unsettled">Comments of all the plan's rounds that are not settled.</param>
/// <param name="Votes">The latest first.</param>
public sealed record ApprovalView(int Unsettled, IReadOnlyList<ApprovingVote> Votes);

/// <summary>Approval of a plan by a vote of its group; from then on its wording is kept (C8).</summary>
public sealed class PlanApprovalService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, PlanChanges plans, TimeProvider time)
{
    /// <summary>What who approves the plan is to know.</summary>
    public async Task<Outcome<ApprovalView>> ReadAsync(long by, long planId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Plans.Where(p => p.Id == planId).Select(p => (long?)p.GroupId).SingleOrDefaultAsync(cancellationToken) is not { } groupId)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        if (standing.RefusalToManage is { } refusal)
            return refusal;
        var votes = await db.Votes.AsNoTracking().Include(v => v.Options).Where(v => v.GroupId == groupId && v.State == VoteState.Closed && !v.IsAdvisory).OrderByDescending(v => v.ClosedAt).ToListAsync(cancellationToken);
        return new ApprovalView(
            await UnsettledAsync(db, planId, cancellationToken), [.. votes.Where(Approves).Select(v => new ApprovingVote(v.Id, v.Question, v.Number, v.ClosedAt!.Value))]);
    }

    /// <summary>The vote that approved the plan, for who may read the group's matters; null while none has.</summary>
    public async Task<ApprovingVote?> FindAsync(long by, long planId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var readable = access.Readable(db, by, time.Today()).Select(g => g.Id);
        return await db.Plans.Where(p => p.Id == planId && readable.Contains(p.GroupId))
            .Join(db.Votes, p => p.ApprovedVoteId, v => v.Id, (_, v) => new ApprovingVote(v.Id, v.Question, v.Number, v.ClosedAt!.Value)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Links the plan to the vote that approved it.</summary>
    /// <param name="by">Chair or secretary.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="voteId">A closed and adopted vote of the plan's group.</param>
    /// <param name="isAcknowledged">That comments are still unsettled; without that it is refused while there are any.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>How many comments are unsettled.</returns>
    public Task<Outcome<int>> ApproveAsync(long by, long planId, long voteId, bool isAcknowledged, CancellationToken cancellationToken = default) =>
        plans.ChangeAsync<int>(by, PlanChanges.Of(planId), RoundPrepareService.MayLead, async change =>
        {
            if (change.Plan.IsApproved)
                return new Refusal("PlanApproved");
            var vote = await change.Db.Votes.Include(v => v.Options).SingleOrDefaultAsync(v => v.Id == voteId && v.GroupId == change.Plan.GroupId, cancellationToken);
            if (vote is null)
                return Refusal.NotFound;
            if (!Approves(vote))
                return new Refusal("PlanVoteNotAdopted");
            var unsettled = await UnsettledAsync(change.Db, planId, cancellationToken);
            if (unsettled > 0 && !isAcknowledged)
                return new Refusal("PlanUnsettledComments", unsettled);
            change.Plan.Approve(voteId);
            return unsettled;
        }, cancellationToken);

    private static bool Approves(Vote vote) => vote is { IsAdvisory: false, IsAdopted: true } && !vote.Kind.IsByOptions();

    private static Task<int> UnsettledAsync(WorkspaceDb db, long planId, CancellationToken cancellationToken) => db.RoundComments.CountAsync(
        c => c.State == CommentState.Sent && db.Rounds.Any(r => r.Id == c.RoundId && r.PlanId == planId) && !db.Settlements.Any(s => s.CommentId == c.Id), cancellationToken);
}
