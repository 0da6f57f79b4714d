using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>What is entered to prepare a vote; basis and threshold are the rules of procedure's where they are left out.</summary>
public sealed record VoteInput(long AgendaItemId, string Question, MajorityBasis? Basis = null, Share? Threshold = null)
{
    public Refusal? Check() => string.IsNullOrWhiteSpace(Question) ? new("VoteQuestionMissing")
        : Question.Trim().Length > Vote.QuestionLength ? new("VoteQuestionTooLong", Vote.QuestionLength)
        : Threshold is { IsValid: false } || (Basis is { } basis && !Enum.IsDefined(basis)) ? new("VoteThresholdInvalid")
        : null;
}

/// <summary>
/// Votes by device: prepared, opened and closed by whoever leads the meeting (V1), one ballot for each seat that is present
/// (V8). All steps of one meeting follow one another, so that a ballot is either in the tally or was refused.
/// </summary>
public sealed class VoteService(IDbContextFactory<WorkspaceDb> factory, MeetingChanges changes, GroupAccess access, TimeProvider time) : IDisposable
{
    /// <summary>Ballots follow one another anyhow; waiting here, they do not take the connections of everything else.</summary>
    private readonly SemaphoreSlim casting = new(4);

    public void Dispose() => casting.Dispose();

    public Task<Outcome<long>> PrepareAsync(long by, long meetingId, VoteInput input, CancellationToken cancellationToken = default) =>
        changes.ChangeAsync<long>(by, meetingId, standing => standing.CanLead, async change =>
        {
            var (db, meeting) = (change.Db, change.Meeting);
            if (input.Check() is { } wrong)
                return wrong;
            if (meeting.State is MeetingState.Closed or MeetingState.Cancelled)
                return new Refusal("MeetingEnded");
            if (!await db.AgendaItems.AnyAsync(i => i.Id == input.AgendaItemId && i.MeetingId == meetingId && i.State != AgendaItemState.Removed, cancellationToken))
                return new Refusal("VoteItemMissing");
            var rules = await RulesOfAsync(change, cancellationToken);
            var isByRules = input.Basis is null && input.Threshold is null;
            VoteRule rule = new(
                input.Basis ?? rules?.Values.MajorityBasis ?? MajorityBasis.Present,
                input.Threshold ?? rules?.Values.Majority ?? new(1, 2, true),
                RulesVersion: isByRules ? rules?.Version : null);
            var number = (await db.Votes.Where(v => v.MeetingId == meetingId).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0) + 1;
            Vote vote = new(meetingId, input.AgendaItemId, number, input.Question, rule, by, change.Now);
            db.Add(vote);
            await db.SaveChangesAsync(cancellationToken);
            return vote.Id;
        }, cancellationToken);

    /// <summary>Opens a prepared vote where there is a quorum, whose numbers are kept with it (R11).</summary>
    public Task<Outcome> OpenAsync(long by, long voteId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, voteId, async (change, vote) =>
        {
            if (vote.State != VoteState.Prepared)
                return new("VoteNotPrepared");
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            var (members, present) = await SeatsAsync(change, cancellationToken);
            var rules = await RulesOfAsync(change, cancellationToken);
            var quorum = Quorum.Of(rules?.Values.Quorum ?? new(1, 2, true), present.Count, members);
            if (!quorum.Holds)
                return new("QuorumMissing", quorum.Present, quorum.Members, quorum.Needed);
            vote.Open(by, change.Now, quorum);
            return null;
        }, cancellationToken);

    /// <summary>Closes an open vote and counts it. Ballots of seats that are no longer present do not count.</summary>
    public Task<Outcome> CloseAsync(long by, long voteId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, voteId, async (change, vote) =>
        {
            if (vote.State != VoteState.Open)
                return new("VoteNotOpen");
            var (members, present) = await SeatsAsync(change, cancellationToken);
            var choices = await change.Db.Ballots.Where(b => b.VoteId == voteId && present.Contains(b.SeatId)).Select(b => b.Choice).ToListAsync(cancellationToken);
            vote.Close(by, change.Now, new(
                members, present.Count, choices.Count(c => c == Choice.For), choices.Count(c => c == Choice.Against), choices.Count(c => c == Choice.Abstain)));
            return null;
        }, cancellationToken);

    /// <summary>Stores the choice of a seat for which the person is present; again, while the vote is open, to change it.</summary>
    public async Task<Outcome> CastAsync(long by, long voteId, long seatId, Choice choice, CancellationToken cancellationToken = default)
    {
        await casting.WaitAsync(cancellationToken);
        try
        {
            return await StoreAsync(by, voteId, seatId, choice, cancellationToken);
        }
        finally
        {
            casting.Release();
        }
    }

    private Task<Outcome> StoreAsync(long by, long voteId, long seatId, Choice choice, CancellationToken cancellationToken) =>
        ChangeAsync(by, voteId, standing => standing.CanRead, async (change, vote) =>
        {
            if (!Enum.IsDefined(choice))
                return new("ChoiceUnknown");
            if (vote.State != VoteState.Open)
                return new("VoteNotOpen");
            if (!await change.Db.Roll.Here().AnyAsync(r => r.MeetingId == vote.MeetingId && r.SeatId == seatId && r.PersonId == by, cancellationToken))
                return new("NotPresentForSeat");
            if (await change.Db.Ballots.SingleOrDefaultAsync(b => b.VoteId == voteId && b.SeatId == seatId, cancellationToken) is { } cast)
                cast.Cast(by, choice, change.Now);
            else
                change.Db.Add(new Ballot(voteId, seatId, by, choice, change.Now));
            return null;
        }, cancellationToken);

    public async Task<Outcome<Vote>> FindAsync(long by, long voteId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Votes.AsNoTracking().SingleOrDefaultAsync(v => v.Id == voteId, cancellationToken) is not { } vote)
            return Refusal.NotFound;
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(m => m.Id == vote.MeetingId, cancellationToken);
        var standing = await access.FindAsync(db, meeting.GroupId, by, time.GetUtcNow().DayIn(meeting.TimeZone), cancellationToken);
        return standing.CanRead ? vote : Refusal.NotFound;
    }

    private static async Task<RulesOfProcedure?> RulesOfAsync(MeetingChange change, CancellationToken cancellationToken) => change.Meeting.RulesId is { } id
        ? await change.Db.Rules.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken)
        : await RulesService.RulesOn(change.Db, change.Meeting.GroupId, change.Meeting.StartsAt.DayIn(change.Meeting.TimeZone), cancellationToken);

    private static async Task<(int Members, List<long> Present)> SeatsAsync(MeetingChange change, CancellationToken cancellationToken)
    {
        var (db, meeting) = (change.Db, change.Meeting);
        var day = meeting.StartsAt.DayIn(meeting.TimeZone);
        var seats = await db.Seats.Where(s => s.GroupId == meeting.GroupId && s.From <= day && (s.To == null || day <= s.To)).Select(s => s.Id).ToListAsync(cancellationToken);
        var present = await db.Roll.Here().Where(r => r.MeetingId == meeting.Id && r.SeatId != null)
            .Select(r => r.SeatId!.Value).ToListAsync(cancellationToken);
        return (seats.Count, [.. present.Intersect(seats)]);
    }

    private Task<Outcome> LeadAsync(long by, long voteId, Func<MeetingChange, Vote, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        ChangeAsync(by, voteId, standing => standing.CanLead, step, cancellationToken);

    private Task<Outcome> ChangeAsync(
        long by, long voteId, Func<GroupStanding, bool> may, Func<MeetingChange, Vote, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        changes.StepAsync(by, db => db.Votes.Where(v => v.Id == voteId).Select(v => v.MeetingId), may, async change =>
            await step(change, await change.Db.Votes.SingleAsync(v => v.Id == voteId, cancellationToken)), cancellationToken);
}
