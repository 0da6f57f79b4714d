using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Notifications;

namespace Workspace.Web.Meetings.Proposals;

/// <summary>
/// Members propose items of a coming meeting's agenda until the day that the rules set; who leads the meeting decides (R6).
/// A guest never proposes (R1).
/// </summary>
public sealed class ItemProposalService(
    IDbContextFactory<WorkspaceDb> factory, GroupAccess access, MeetingChanges changes, AgendaService agenda, NotificationService notifications, TimeProvider time)
{
    /// <summary>The most that one person may have waiting for one meeting.</summary>
    public const int MostWaiting = 10;

    /// <summary>The proposals, for who may read the group's matters.</summary>
    public async Task<Outcome<ItemProposals>> ReadAsync(long by, long meetingId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == meetingId, cancellationToken) is not { } meeting
            || await access.FindAsync(db, meeting.GroupId, by, now.DayIn(meeting.TimeZone), cancellationToken) is not { CanRead: true } standing)
            return Refusal.NotFound;
        var all = await db.ItemProposals.AsNoTracking().Where(p => p.MeetingId == meetingId).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var people = all.Select(p => (long?)p.ProposedBy).Concat(all.Select(p => p.DecidedBy)).OfType<long>().Distinct().ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return new ItemProposals(
            meeting.Form == MeetingForm.PerRollam ? null : await DeadlinesAsync(db, meeting, cancellationToken),
            [.. all.Select(p => new ProposedItem(p, names[p.ProposedBy], p.DecidedBy is { } decider ? names[decider] : null))],
            standing.IsMember && await RefuseNowAsync(db, meeting, now, cancellationToken) is null,
            standing.CanLead && !meeting.IsEnded);
    }

    public Task<Outcome<long>> ProposeAsync(long by, long meetingId, AgendaItemDetails details, CancellationToken cancellationToken = default) =>
        changes.ChangeAsync<long>(by, meetingId, standing => standing.IsMember, async change =>
        {
            if ((DetailsCheck.Of(details) ?? await RefuseNowAsync(change.Db, change.Meeting, change.Now, cancellationToken)) is { } refusal)
                return refusal;
            if (await change.Db.ItemProposals.CountAsync(p => p.MeetingId == meetingId && p.ProposedBy == by && p.State == ItemProposalState.Waiting, cancellationToken) >= MostWaiting)
                return new Refusal("ItemProposalsTooMany", MostWaiting);
            var proposal = new ItemProposal(meetingId, by, change.Now, details);
            change.Db.Add(proposal);
            await change.Db.SaveChangesAsync(cancellationToken);
            await TellAsync(change, proposal, NotificationKind.ItemProposed, await LeadersAsync(change, cancellationToken), cancellationToken);
            return proposal.Id;
        }, cancellationToken);

    /// <summary>Puts the item at the end of the agenda.</summary>
    public Task<Outcome> AcceptAsync(long by, long proposalId, CancellationToken cancellationToken = default) =>
        DecideAsync(by, proposalId, standing => standing.CanLead, async (change, proposal) =>
        {
            var added = await agenda.AddAsync(change, null, proposal.Details, cancellationToken);
            if (added.Refusal is { } refusal)
                return refusal;
            proposal.Accept(by, change.Now, added.Value);
            await TellAsync(change, proposal, NotificationKind.ItemAccepted, [proposal.ProposedBy], cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Leaves it off the agenda, for a reason that its author is told.</summary>
    public Task<Outcome> DeclineAsync(long by, long proposalId, string reason, CancellationToken cancellationToken = default) =>
        DecideAsync(by, proposalId, standing => standing.CanLead, async (change, proposal) =>
        {
            if (string.IsNullOrWhiteSpace(reason))
                return new("ItemProposalReasonMissing");
            if (reason.Trim().Length > ItemProposal.ReasonLength)
                return new("ItemProposalReasonTooLong", ItemProposal.ReasonLength);
            if (!PlainText.IsStorable(reason))
                return new("TextNotStorable");
            proposal.Decline(by, change.Now, reason);
            await TellAsync(change, proposal, NotificationKind.ItemDeclined, [proposal.ProposedBy], cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Takes one's own proposal back before it is decided.</summary>
    public Task<Outcome> WithdrawAsync(long by, long proposalId, CancellationToken cancellationToken = default) =>
        DecideAsync(by, proposalId, _ => true, (change, proposal) =>
        {
            if (proposal.ProposedBy != by)
                return Task.FromResult<Refusal?>(Refusal.NotAllowed);
            proposal.Withdraw(by, change.Now);
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);

    private Task<Outcome> DecideAsync(
        long by, long proposalId, Func<GroupStanding, bool> may, Func<MeetingChange, ItemProposal, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        changes.StepAsync(by, db => db.ItemProposals.Where(p => p.Id == proposalId).Select(p => p.MeetingId), may, async change =>
        {
            var proposal = (await change.Db.ItemProposals.FindAsync([proposalId], cancellationToken))!;
            return change.Meeting.IsEnded ? new("MeetingEnded")
                : proposal.State != ItemProposalState.Waiting ? new("ItemProposalDecided")
                : await step(change, proposal);
        }, cancellationToken);

    /// <summary>Why nobody may propose now; null where a member may.</summary>
    private static async Task<Refusal?> RefuseNowAsync(WorkspaceDb db, Meeting meeting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (meeting.Form == MeetingForm.PerRollam)
            return new("ItemProposalPerRollam");
        if (meeting.State is not (MeetingState.Planned or MeetingState.Invited))
            return new("ItemProposalBegun");
        var last = (await DeadlinesAsync(db, meeting, cancellationToken)).Proposals;
        return now.DayIn(meeting.TimeZone) > last ? new("ItemProposalLate", last) : null;
    }

    private static async Task<AgendaDeadlines> DeadlinesAsync(WorkspaceDb db, Meeting meeting, CancellationToken cancellationToken) =>
        AgendaDeadlines.Of(meeting.StartsAt, meeting.TimeZone, (await RulesService.RulesOf(db, meeting, cancellationToken))?.Values ?? new());

    private static Task<List<long>> LeadersAsync(MeetingChange change, CancellationToken cancellationToken)
    {
        var day = change.Now.DayIn(change.Meeting.TimeZone);
        return change.Db.Officers.On(day).Where(o => o.GroupId == change.Meeting.GroupId)
            .Select(o => o.PersonId).Distinct().ToListAsync(cancellationToken);
    }

    private Task TellAsync(MeetingChange change, ItemProposal proposal, NotificationKind kind, IReadOnlyCollection<long> people, CancellationToken cancellationToken) =>
        notifications.TellAsync(
            change.Db, [.. people.Where(p => p != change.Standing.PersonId)], kind, $"{kind}:{proposal.Id}", $"/meetings/{change.Meeting.Id}/agenda",
            proposal.Title, null, change.Meeting.TimeZone, cancellationToken);
}
