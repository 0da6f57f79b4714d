using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>A choice that is stored.</summary>
/// <param name="Receipt">The code of a secret ballot; null for any other.</param>
public sealed record CastBallot(string? Receipt);

/// <summary>
/// Takes ballots: one a seat, none after closing (V8). Ballots of one vote are cast side by side, while closing waits for
/// those that are being stored and refuses what comes later.
/// </summary>
public sealed class BallotService(IDbContextFactory<WorkspaceDb> factory, MeetingChanges changes, GroupAccess access, TimeProvider time) : IDisposable
{
    /// <summary>SQLite writes one after another anyhow; waiting here, ballots do not take the connections of everything else.</summary>
    private readonly SemaphoreSlim casting = new(4);

    public void Dispose() => casting.Dispose();

    /// <summary>Stores the choice of a seat for which the person is present; again, while the vote is open, to change it (V7).</summary>
    /// <param name="by">The holder, or the alternate who is there for the seat.</param>
    /// <param name="voteId">An open vote on devices.</param>
    /// <param name="seatId">The seat; anything in an advisory vote, which is by person.</param>
    /// <param name="mark">The choice.</param>
    /// <param name="receipt">Of one's own secret ballot, to change it.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<Outcome<CastBallot>> CastAsync(long by, long voteId, long seatId, Mark mark, string? receipt = null, CancellationToken cancellationToken = default)
    {
        await casting.WaitAsync(cancellationToken);
        try
        {
            try
            {
                return await StoreAsync(by, voteId, seatId, mark, receipt, cancellationToken);
            }
            catch (DbUpdateException)
            {
                // The same seat from another window at the same moment: it is there now, and this one changes it.
                return await StoreAsync(by, voteId, seatId, mark, receipt, cancellationToken);
            }
        }
        finally
        {
            casting.Release();
        }
    }

    /// <summary>Enters the choices of those in the room by name (V2); null takes one off again. Ballots from devices stay.</summary>
    public Task<Outcome> EnterAsync(long by, long voteId, IReadOnlyDictionary<long, Mark?> marks, CancellationToken cancellationToken = default) =>
        changes.VoteStepAsync(by, voteId, standing => standing.CanLead, async (change, vote) =>
        {
            if (vote.State != VoteState.Open)
                return new("VoteNotOpen");
            if (!vote.Way.IsByName())
                return new("VoteNotByName");
            if (marks.Values.Any(m => m is not null && !m.IsFor(vote)))
                return new("ChoiceUnknown");
            var electorate = (await Electorate.ReadAsync(change.Db, change.Meeting, change.Now, cancellationToken)).Seats.ToDictionary(s => s.SeatId);
            var ballots = (await change.Db.Ballots.Where(b => b.VoteId == voteId).ToListAsync(cancellationToken)).ToDictionary(b => b.SeatId);
            var recused = await change.Db.Recusals.Where(r => r.VoteId == voteId).Select(r => r.SeatId).ToListAsync(cancellationToken);
            foreach (var (seat, mark) in marks)
            {
                var cast = ballots.GetValueOrDefault(seat);
                if (cast is { Source: BallotSource.Device })
                    return new("SeatVotedItself");
                if (mark is null && cast is not null)
                    change.Db.Remove(cast);
                if (mark is null)
                    continue;
                if (!electorate.TryGetValue(seat, out var elector))
                    return new("SeatNotPresent");
                if (recused.Contains(seat))
                    return new("SeatRecused");
                if (cast is null)
                    change.Db.Add(cast = new(voteId, seat));
                cast.Cast(elector.People[0], mark, BallotSource.Chair, change.Now);
            }
            await change.Db.AnnounceAsync([LiveTopic.Votes(vote.MeetingId)], cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>
    /// Declares, or takes back, a conflict of interest (R19): by who is present for the seat, or by who leads. The seat's ballot
    /// goes with it; a secret one can no longer be taken out.
    /// </summary>
    public Task<Outcome> RecuseAsync(long by, long voteId, long seatId, bool isRecused, CancellationToken cancellationToken = default) =>
        changes.VoteStepAsync(by, voteId, standing => standing.CanRead, async (change, vote) =>
        {
            if (vote.State != VoteState.Open || vote.IsAdvisory)
                return new("VoteNotOpen");
            var elector = (await Electorate.ReadAsync(change.Db, change.Meeting, change.Now, cancellationToken)).Seats.FirstOrDefault(s => s.SeatId == seatId);
            if (elector is null || !(change.Standing.CanLead || elector.People.Contains(by)))
                return new("NotPresentForSeat");
            if (await change.Db.VoteParticipations.AnyAsync(p => p.VoteId == voteId && p.SeatId == seatId, cancellationToken))
                return new("SeatHasVotedSecretly");
            var recusal = await change.Db.Recusals.SingleOrDefaultAsync(r => r.VoteId == voteId && r.SeatId == seatId, cancellationToken);
            if (!isRecused && recusal is not null)
                change.Db.Remove(recusal);
            if (isRecused && recusal is null)
                change.Db.Add(new Recusal(voteId, seatId, elector.People[0], change.Now));
            if (isRecused && await change.Db.Ballots.SingleOrDefaultAsync(b => b.VoteId == voteId && b.SeatId == seatId, cancellationToken) is { } cast)
                change.Db.Remove(cast);
            await change.Db.AnnounceAsync([LiveTopic.Votes(vote.MeetingId)], cancellationToken);
            return null;
        }, cancellationToken);

    private async Task<Outcome<CastBallot>> StoreAsync(long by, long voteId, long seatId, Mark mark, string? receipt, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var known = await db.Votes.AsNoTracking().Where(v => v.Id == voteId)
            .Join(db.Meetings, v => v.MeetingId, m => m.Id, (v, m) => new { v.IsSecret, Meeting = m }).SingleOrDefaultAsync(cancellationToken);
        if (known is not { Meeting: var meeting })
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, meeting.GroupId, by, now.DayIn(meeting.TimeZone), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var vote = (await db.HoldVoteAsync(voteId, isShared: !known.IsSecret, cancellationToken))!;
        if (!mark.IsFor(vote))
            return new Refusal("ChoiceUnknown");
        if (vote.State != VoteState.Open)
            return new Refusal("VoteNotOpen");
        if (meeting.Form == MeetingForm.PerRollam && now >= meeting.EndsAt)
            return new Refusal("PerRollamOver");
        if (!vote.Way.IsOnDevices())
            return new Refusal("VoteNotOnDevices");
        var mine = meeting.Form == MeetingForm.PerRollam
            ? standing.HeldSeats.Contains(seatId) || standing.AlternateSeats.Contains(seatId)
            : await db.Roll.Here().AnyAsync(r => r.MeetingId == vote.MeetingId && r.SeatId == seatId && r.PersonId == by, cancellationToken);
        if (vote.IsAdvisory)
            await AdviseAsync(db, vote, by, mark, cancellationToken);
        else if (!mine)
            return new Refusal("NotPresentForSeat");
        else if (await db.Recusals.AnyAsync(r => r.VoteId == voteId && r.SeatId == seatId, cancellationToken))
            return new Refusal("SeatRecused");
        else if (vote.IsSecret)
        {
            var secret = await SecretBallotBox.CastAsync(db, vote, seatId, mark, receipt, cancellationToken);
            if (secret.Value is not { } code)
                return secret.Refusal!;
            receipt = code;
        }
        else if (await PutAsync(db, vote, by, seatId, mark, now, cancellationToken) is { } refusal)
            return refusal;
        await db.AnnounceAsync([LiveTopic.Votes(vote.MeetingId)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (vote.IsSecret)
            await SecretBallotBox.ForgetOrderAsync(db, voteId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CastBallot(vote.IsSecret ? receipt : null);
    }

    private static async Task<Refusal?> PutAsync(WorkspaceDb db, Vote vote, long by, long seatId, Mark mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ballot = await db.Ballots.SingleOrDefaultAsync(b => b.VoteId == vote.Id && b.SeatId == seatId, cancellationToken);
        // Holder and alternate never both vote (R4): the first ballot stands.
        if (ballot is not null && ballot.PersonId != by)
            return new("SeatHasVoted");
        if (ballot is null)
            db.Add(ballot = new(vote.Id, seatId));
        ballot.Cast(by, mark, BallotSource.Device, now);
        return null;
    }

    private static async Task AdviseAsync(WorkspaceDb db, Vote vote, long by, Mark mark, CancellationToken cancellationToken)
    {
        var ballot = await db.AdvisoryBallots.SingleOrDefaultAsync(b => b.VoteId == vote.Id && b.PersonId == by, cancellationToken);
        if (ballot is null)
        {
            var isMember = await db.Roll.Here().AnyAsync(r => r.MeetingId == vote.MeetingId && r.SeatId != null && r.PersonId == by, cancellationToken);
            db.Add(ballot = new(vote.Id, by, isMember));
        }
        ballot.Cast(mark);
    }
}
