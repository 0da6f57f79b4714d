using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>Steps of a vote within a change of its meeting.</summary>
internal static class HeldVotes
{
    /// <summary>
    /// A step of a vote: holds its meeting and then the vote itself, so that ballots cast meanwhile were either before or
    /// are refused.
    /// </summary>
    public static Task<Outcome> VoteStepAsync(
        this MeetingChanges changes, long by, long voteId, Func<GroupStanding, bool> may, Func<MeetingChange, Vote, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        changes.StepAsync(by, db => db.Votes.Where(v => v.Id == voteId).Select(v => v.MeetingId), may, async change =>
            await step(change, (await change.Db.HoldVoteAsync(voteId, isShared: false, cancellationToken))!), cancellationToken);

    /// <param name="db">The transaction's context.</param>
    /// <param name="voteId">The vote; null comes back where there is none.</param>
    /// <param name="isShared">Others may hold it so as well; who holds it alone waits for all of them.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public static async Task<Vote?> HoldVoteAsync(this WorkspaceDb db, long voteId, bool isShared, CancellationToken cancellationToken)
    {
        var vote = await db.HoldAsync<Vote>(voteId, cancellationToken, isShared);
        if (vote is not null)
            await db.Entry(vote).Collection(v => v.Options).LoadAsync(cancellationToken);
        return vote;
    }

    /// <summary>The rules that hold for a meeting: those stamped on it, before its start those of its day.</summary>
    public static async Task<RulesValues> RulesAsync(this WorkspaceDb db, Meeting meeting, CancellationToken cancellationToken) =>
        (await RulesService.RulesOf(db, meeting, cancellationToken))?.Values ?? new();
}
