using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Minutes;

namespace Workspace.Web.Votes;

/// <summary>
/// Opens, closes and announces votes (V1). The usual vote takes two steps, opening and closing; until it is announced, each
/// can be taken back. A result is announced by a step of its own, by the next vote, or by the end of the meeting.
/// </summary>
public sealed class VoteLeadService(MeetingChanges changes, MinutesBlockService blocks)
{
    /// <summary>Opens a prepared vote where there is a quorum, whose numbers are kept with it (R11).</summary>
    public Task<Outcome> OpenAsync(long by, long voteId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, voteId, async (change, vote) =>
        {
            if (vote.State != VoteState.Prepared)
                return new("VoteNotPrepared");
            if (change.Meeting.Form == MeetingForm.PerRollam)
                return new("PerRollamOpensTogether");
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            var electorate = await Electorate.ReadAsync(change.Db, change.Meeting, change.Now, cancellationToken);
            var rules = await change.Db.RulesAsync(change.Meeting, cancellationToken);
            var quorum = Quorum.Of(rules.Quorum, electorate.Seats.Count, electorate.Members);
            if (!quorum.Holds && !vote.IsAdvisory)
                return new("QuorumMissing", quorum.Present, quorum.Members, quorum.Needed);
            await Announcing.AnnounceClosedAsync(change, cancellationToken);
            vote.Open(by, change.Now, await NextNumberAsync(change, cancellationToken), quorum.Present, quorum.Members);
            return null;
        }, cancellationToken);

    /// <summary>Takes back an opening by which nobody has voted; with ballots cast a vote can only be annulled.</summary>
    public Task<Outcome> TakeBackAsync(long by, long voteId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, voteId, async (change, vote) =>
        {
            if (vote.State != VoteState.Open)
                return new("VoteNotOpen");
            if (change.Meeting.Form == MeetingForm.PerRollam)
                return new("PerRollamRunsUntil");
            if (await change.Db.Ballots.AnyAsync(b => b.VoteId == voteId, cancellationToken)
                || await change.Db.VoteParticipations.AnyAsync(p => p.VoteId == voteId, cancellationToken)
                || await change.Db.AdvisoryBallots.AnyAsync(b => b.VoteId == voteId, cancellationToken))
                return new("VoteHasBallots");
            await change.Db.Recusals.Where(r => r.VoteId == voteId).ExecuteDeleteAsync(cancellationToken);
            vote.TakeBack();
            return null;
        }, cancellationToken);

    /// <summary>Closes an open vote and counts it; every ballot that was stored counts.</summary>
    /// <param name="by">Who leads.</param>
    /// <param name="voteId">The vote.</param>
    /// <param name="counts">What was counted in the room; needed where hands or papers are counted, and nowhere else.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<Outcome> CloseAsync(long by, long voteId, HandCount? counts = null, CancellationToken cancellationToken = default)
    {
        var closed = await LeadAsync(by, voteId, async (change, vote) => change.Meeting.Form == MeetingForm.PerRollam
            ? new("PerRollamRunsUntil")
            : await VoteCounting.CloseAsync(change, vote, by, counts, cancellationToken), cancellationToken);
        if (closed.IsDone)
            await blocks.InsertClosedAsync(by, voteId);
        return closed;
    }

    /// <summary>Takes back a closing that was not announced yet: the vote goes on.</summary>
    public Task<Outcome> ReopenAsync(long by, long voteId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, voteId, async (change, vote) =>
        {
            if (vote.State != VoteState.Closed)
                return new("VoteNotClosed");
            if (vote.AnnouncedAt is not null)
                return new("VoteAnnounced");
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            await change.Db.VotePresences.Where(p => p.VoteId == voteId).ExecuteDeleteAsync(cancellationToken);
            vote.Reopen();
            return null;
        }, cancellationToken);

    /// <summary>States the result: from now on it can only be corrected or annulled with a reason, and a resolution has its number.</summary>
    public Task<Outcome> AnnounceAsync(long by, long voteId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, voteId, async (change, vote) =>
        {
            if (vote.State != VoteState.Closed)
                return new("VoteNotClosed");
            await Announcing.AnnounceAsync(change, vote, cancellationToken);
            return null;
        }, cancellationToken);

    private Task<Outcome> LeadAsync(long by, long voteId, Func<MeetingChange, Vote, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        changes.VoteStepAsync(by, voteId, standing => standing.CanLead, step, cancellationToken);

    private static async Task<int> NextNumberAsync(MeetingChange change, CancellationToken cancellationToken) =>
        (await change.Db.Votes.Where(v => v.MeetingId == change.Meeting.Id).MaxAsync(v => v.Number, cancellationToken) ?? 0) + 1;
}
