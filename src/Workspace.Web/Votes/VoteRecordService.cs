using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>Corrections and annulments of recorded votes (V9): always with a reason, and what was recorded first stays visible.</summary>
public sealed class VoteRecordService(MeetingChanges changes)
{
    /// <summary>Declares a vote void ('zmatečné'). A number in the register stays taken.</summary>
    public Task<Outcome> AnnulAsync(long by, long voteId, string reason, CancellationToken cancellationToken = default) =>
        changes.VoteStepAsync(by, voteId, standing => standing.CanLead, (change, vote) =>
        {
            Refusal? refusal = vote.State is not (VoteState.Open or VoteState.Closed) ? new("VoteNotAnnullable") : RefuseReason(reason);
            if (refusal is null)
                vote.Annul(by, change.Now, reason);
            return Task.FromResult(refusal);
        }, cancellationToken);

    /// <summary>Corrects hands that were counted or entered wrongly.</summary>
    public Task<Outcome> CorrectAsync(long by, long voteId, HandCount counts, string reason, CancellationToken cancellationToken = default) =>
        RecordAsync(by, voteId, reason, (_, vote) =>
        {
            if (vote.Way != VoteWay.HandsCounted)
                return Task.FromResult<(Refusal?, string?)>((new("VoteNotByCount"), null));
            if (VoteCounting.RefuseCount(vote, counts, vote.Present - vote.Recused, vote.Members) is { } wrong)
                return Task.FromResult<(Refusal?, string?)>((wrong, null));
            vote.Count(counts);
            return Task.FromResult<(Refusal?, string?)>((null, null));
        }, cancellationToken);

    /// <summary>Corrects choices of single seats in a public vote; null takes a ballot off, as if the seat had not voted.</summary>
    public Task<Outcome> CorrectAsync(long by, long voteId, IReadOnlyDictionary<long, Mark?> marks, string reason, CancellationToken cancellationToken = default) =>
        RecordAsync(by, voteId, reason, async (change, vote) =>
        {
            if (vote.IsSecret || vote.IsAdvisory || vote.Way is VoteWay.HandsCounted or VoteWay.Consensus)
                return (new("VoteNotByName"), null);
            if (marks.Values.Any(m => m is not null && !m.IsFor(vote)))
                return (new("ChoiceUnknown"), null);
            var ballots = await change.Db.Ballots.Where(b => b.VoteId == voteId).ToListAsync(cancellationToken);
            var present = await change.Db.VotePresences.Where(p => p.VoteId == voteId).ToDictionaryAsync(p => p.SeatId, p => p.PersonId, cancellationToken);
            var recused = await change.Db.Recusals.Where(r => r.VoteId == voteId).Select(r => r.SeatId).ToListAsync(cancellationToken);
            var done = "";
            foreach (var (seat, mark) in marks)
            {
                if (!present.TryGetValue(seat, out var person) || recused.Contains(seat))
                    return (new("SeatNotPresent"), null);
                var ballot = ballots.Find(b => b.SeatId == seat);
                if (ballot?.Mark == mark)
                    continue;
                done += $"{seat}:{ballot?.Mark}>{mark};";
                if (mark is null)
                {
                    ballots.Remove(ballot!);
                    change.Db.Remove(ballot!);
                    continue;
                }
                if (ballot is null)
                {
                    ballots.Add(ballot = new(voteId, seat));
                    change.Db.Add(ballot);
                }
                ballot.Cast(ballot.PersonId > 0 ? ballot.PersonId : person ?? by, mark, BallotSource.Chair, change.Now);
            }
            vote.Count(VoteCounting.Of(ballots.Select(b => b.Mark)) with { IsChairFor = vote.IsChairFor });
            return (null, done);
        }, cancellationToken);

    private Task<Outcome> RecordAsync(
        long by, long voteId, string reason, Func<MeetingChange, Vote, Task<(Refusal? Refusal, string? Changes)>> correct, CancellationToken cancellationToken) =>
        changes.VoteStepAsync(by, voteId, standing => standing.CanLead, async (change, vote) =>
        {
            if (vote.State != VoteState.Closed)
                return new("VoteNotClosed");
            if (RefuseReason(reason) is { } missing)
                return missing;
            var before = vote.Counts;
            var (refusal, changed) = await correct(change, vote);
            if (refusal is not null)
                return refusal;
            if (vote.Counts == before && changed is null or "")
                return new("VoteNothingCorrected");
            change.Db.Add(new VoteCorrection(voteId, by, change.Now, reason, before.ToString(), vote.Counts.ToString(), changed));
            await Announcing.NumberAsync(change, vote, cancellationToken);
            await change.Db.AnnounceAsync([LiveTopic.Votes(vote.MeetingId)], cancellationToken);
            return null;
        }, cancellationToken);

    private static Refusal? RefuseReason(string reason) => string.IsNullOrWhiteSpace(reason) ? new("VoteReasonMissing")
        : reason.Trim().Length > VoteCorrection.ReasonLength ? new("VoteReasonTooLong", VoteCorrection.ReasonLength)
        : null;
}
