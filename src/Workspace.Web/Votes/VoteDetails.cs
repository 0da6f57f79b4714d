using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>A seat in the record of a vote that was counted.</summary>
/// <param name="SeatId">Of the seat.</param>
/// <param name="Label">Its organisation, or the person whose own it is.</param>
/// <param name="Person">Who was there for it; null per rollam where nobody answered.</param>
/// <param name="Mark">The public choice; null where there is none.</param>
/// <param name="Source">Where the ballot came from.</param>
/// <param name="HasVoted">In a secret vote all that is known.</param>
/// <param name="IsRecused">Declared a conflict of interest.</param>
public sealed record VoteSeatLine(long SeatId, string Label, string? Person, Mark? Mark, BallotSource? Source, bool HasVoted, bool IsRecused);

public sealed record BallotChange(string Who, string Before, string After);

/// <summary>A correction as it is read: <see cref="Before"/> is what was recorded first (V9).</summary>
public sealed record CorrectionLine(DateTimeOffset At, string By, string Reason, HandCount Before, HandCount After, IReadOnlyList<BallotChange> Changes);

/// <summary>The whole record of a vote, for its own page.</summary>
public sealed record VoteDetails(
    RoomVote RoomVote,
    MeetingRoom Room,
    GroupStanding Standing,
    IReadOnlyList<VoteSeatLine> Seats,
    IReadOnlyList<(string Receipt, Mark Mark)> Receipts,
    IReadOnlyList<CorrectionLine> Corrections,
    IReadOnlyList<RoomVote> Repeats)
{
    public Vote Vote => RoomVote.Vote;

    public RoomItem? Item => Room.Agenda.FirstOrDefault(i => i.Id == Vote.AgendaItemId);

    internal static async Task<VoteDetails> ReadAsync(
        WorkspaceDb db, MeetingRoom room, MeetingVotes votes, RoomVote roomVote, GroupStanding standing, CancellationToken cancellationToken)
    {
        var vote = roomVote.Vote;
        var presences = await db.VotePresences.AsNoTracking().Where(p => p.VoteId == vote.Id).ToListAsync(cancellationToken);
        var ballots = vote.IsCounted ? await db.Ballots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToDictionaryAsync(b => b.SeatId, cancellationToken) : [];
        var participations = await db.VoteParticipations.Where(p => p.VoteId == vote.Id).Select(p => p.SeatId).ToListAsync(cancellationToken);
        var recused = await db.Recusals.Where(r => r.VoteId == vote.Id).Select(r => r.SeatId).ToListAsync(cancellationToken);
        // Choices are shown once none can be changed or taken back any more.
        var receipts = vote is { IsSecret: true, IsCounted: true, State: VoteState.Closed }
            ? await db.SecretBallots.AsNoTracking().Where(b => b.VoteId == vote.Id).OrderBy(b => b.Receipt).ToListAsync(cancellationToken) : [];
        var corrections = await db.VoteCorrections.AsNoTracking().Where(c => c.VoteId == vote.Id).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        List<long> people = [.. presences.Select(p => p.PersonId).OfType<long>(), .. ballots.Values.Select(b => b.PersonId), .. corrections.Select(c => c.By)];
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var labels = room.Roll.Seats.ToDictionary(s => s.SeatId, s => s.Label);
        string? PersonOf(long seat) => (ballots.GetValueOrDefault(seat)?.PersonId ?? presences.Find(p => p.SeatId == seat)?.PersonId) is { } id ? names.GetValueOrDefault(id) : null;
        return new(
            roomVote,
            room,
            standing,
            [.. presences.Select(p => new VoteSeatLine(
                p.SeatId, labels.GetValueOrDefault(p.SeatId, ""), PersonOf(p.SeatId), ballots.GetValueOrDefault(p.SeatId)?.Mark, ballots.GetValueOrDefault(p.SeatId)?.Source,
                ballots.ContainsKey(p.SeatId) || participations.Contains(p.SeatId), recused.Contains(p.SeatId)))
                .OrderBy(l => room.Roll.Seats.TakeWhile(s => s.SeatId != l.SeatId).Count())],
            [.. receipts.Select(r => (r.Receipt, new Mark(r.Choice, Mark.Read(r.Options))))],
            [.. corrections.Select(c => new CorrectionLine(
                c.At, names.GetValueOrDefault(c.By, ""), c.Reason, HandCount.Parse(c.Before), HandCount.Parse(c.After),
                [.. VoteCorrection.Read(c.Changes).Select(change => new BallotChange(PersonOf(change.SeatId) ?? labels.GetValueOrDefault(change.SeatId, ""), change.Before, change.After))]))],
            [.. votes.All.Where(v => v.Vote.RepeatsId == vote.Id || v.Id == vote.RepeatsId)]);
    }
}
