using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>Prepares votes with the agenda, and finds them (V1). Only who leads the meeting may (R14); a guest never can (R1).</summary>
public sealed class VoteService(IDbContextFactory<WorkspaceDb> factory, MeetingChanges changes, GroupAccess access, MeetingRooms rooms, VoteRooms votes, TimeProvider time)
{
    /// <returns>Id of the vote.</returns>
    public Task<Outcome<long>> PrepareAsync(long by, long meetingId, VoteInput input, CancellationToken cancellationToken = default) =>
        changes.ChangeAsync<long>(by, meetingId, standing => standing.CanLead, async change =>
        {
            if (await RefuseAsync(change, input, null, cancellationToken) is { } refusal)
                return refusal;
            var vote = new Vote(change.Meeting.GroupId, meetingId, input, await RuleAsync(change, input, cancellationToken), by, change.Now);
            change.Db.Add(vote);
            await change.Db.SaveChangesAsync(cancellationToken);
            return vote.Id;
        }, cancellationToken);

    /// <summary>Changes a vote that is only prepared.</summary>
    public Task<Outcome> EditAsync(long by, long voteId, VoteInput input, CancellationToken cancellationToken = default) =>
        changes.VoteStepAsync(by, voteId, standing => standing.CanLead, async (change, vote) =>
        {
            if (vote.State != VoteState.Prepared)
                return new("VoteNotPrepared");
            if (await RefuseAsync(change, input, voteId, cancellationToken) is { } refusal)
                return refusal;
            // New options bear the numbers of old ones: those go first.
            var rule = await RuleAsync(change, input, cancellationToken);
            change.Db.RemoveRange(vote.Options);
            await change.Db.SaveChangesAsync(cancellationToken);
            vote.Describe(input, rule);
            return null;
        }, cancellationToken);

    /// <summary>Takes a vote back that was only prepared. It stays in the record, without a number.</summary>
    public Task<Outcome> WithdrawAsync(long by, long voteId, CancellationToken cancellationToken = default) =>
        changes.VoteStepAsync(by, voteId, standing => standing.CanLead, (change, vote) =>
        {
            if (vote.State != VoteState.Prepared)
                return Task.FromResult<Refusal?>(new("VoteNotPrepared"));
            vote.Annul(by, change.Now, null);
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);

    /// <summary>The vote, for who may read the group's matters.</summary>
    public async Task<Outcome<Vote>> FindAsync(long by, long voteId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Votes.AsNoTracking().Include(v => v.Options).SingleOrDefaultAsync(v => v.Id == voteId, cancellationToken) is not { } vote)
            return Refusal.NotFound;
        var zone = await db.Meetings.Where(m => m.Id == vote.MeetingId).Select(m => m.TimeZone).SingleAsync(cancellationToken);
        var standing = await access.FindAsync(db, vote.GroupId, by, time.GetUtcNow().DayIn(zone), cancellationToken);
        return standing.CanRead ? vote : Refusal.NotFound;
    }

    /// <summary>The whole record of the vote, for who may read the group's matters.</summary>
    public async Task<Outcome<VoteDetails>> DetailsAsync(long by, long voteId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Votes.Where(v => v.Id == voteId).Select(v => new { v.GroupId, v.MeetingId }).SingleOrDefaultAsync(cancellationToken) is not { } known
            || await rooms.FindAsync(known.MeetingId, cancellationToken) is not { } room)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, known.GroupId, by, time.GetUtcNow().DayIn(room.Meeting.TimeZone), cancellationToken);
        var all = await votes.FindAsync(known.MeetingId, cancellationToken);
        return standing.CanRead && all.Find(voteId) is { } vote
            ? await VoteDetails.ReadAsync(db, room, all, vote, standing, cancellationToken)
            : Refusal.NotFound;
    }

    private static async Task<Refusal?> RefuseAsync(MeetingChange change, VoteInput input, long? voteId, CancellationToken cancellationToken)
    {
        var (db, meeting) = (change.Db, change.Meeting);
        if (input.Check() is { } wrong)
            return wrong;
        if (meeting.IsEnded)
            return new("MeetingEnded");
        if (meeting.Form == MeetingForm.PerRollam && (input.Way != VoteWay.Device || input.IsAdvisory))
            return new("VotePerRollamWay");
        if (!await db.AgendaItems.AnyAsync(i => i.Id == input.AgendaItemId && i.MeetingId == meeting.Id && i.State != AgendaItemState.Removed, cancellationToken))
            return new("VoteItemMissing");
        var people = input.Options.Select(o => o.PersonId).OfType<long>().ToList();
        if (people.Count > 0 && await db.People.CountAsync(p => people.Contains(p.Id), cancellationToken) < people.Distinct().Count())
            return new("VoteCandidateUnknown");
        // The same matter comes to the vote again only where its first vote has ended (R15).
        return input.RepeatsId is { } first && !await db.Votes.AnyAsync(v => v.Id == first && v.Id != voteId && v.MeetingId == meeting.Id
            && (v.State == VoteState.Closed || v.State == VoteState.Annulled) && v.Number != null, cancellationToken)
            ? new("VoteRepeatsUnknown")
            : null;
    }

    private static async Task<VoteRule> RuleAsync(MeetingChange change, VoteInput input, CancellationToken cancellationToken)
    {
        var rules = await RulesService.RulesOf(change.Db, change.Meeting, cancellationToken);
        var values = rules?.Values ?? new();
        return new(
            input.Basis ?? values.MajorityBasis,
            input.Threshold ?? values.Majority,
            values.Tie,
            input.Basis is null && input.Threshold is null ? rules?.Version : null);
    }
}
