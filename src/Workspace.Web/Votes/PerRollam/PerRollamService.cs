using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Meetings;
using Workspace.Web.Minutes;
using Workspace.Web.Notifications;

namespace Workspace.Web.Votes.PerRollam;

/// <summary>
/// Votes outside a meeting (V11, R18): a meeting of that form carries the texts and materials, its end is the deadline. All its
/// votes are opened together by one call and are closed together by the deadline, on any server, exactly once.
/// </summary>
public sealed class PerRollamService(MeetingChanges changes, NotificationService notifications, MinutesBlockService blocks, IStringLocalizer<VoteStrings> strings)
{
    /// <summary>When those who have not voted are reminded.</summary>
    public static readonly TimeSpan ReminderBefore = TimeSpan.FromHours(24);

    /// <summary>Calls everybody to vote until the meeting's end.</summary>
    public Task<Outcome> OpenAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, meetingId, standing => standing.CanLead, async change =>
        {
            var (db, meeting) = (change.Db, change.Meeting);
            if (meeting.Form != MeetingForm.PerRollam)
                return new("PerRollamOnly");
            if (meeting.State is not (MeetingState.Planned or MeetingState.Invited))
                return new("MeetingNotStartable");
            if (await RulesService.RulesOf(db, meeting, cancellationToken) is not { } rules)
                return new("MeetingWithoutRules");
            if (!rules.Values.IsPerRollamAllowed)
                return new("PerRollamNotAllowed");
            if (meeting.EndsAt - change.Now < TimeSpan.FromHours(rules.Values.PerRollamShortestHours))
                return new("PerRollamTooShort", rules.Values.PerRollamShortestHours);
            var votes = await db.Votes.Include(v => v.Options).Where(v => v.MeetingId == meetingId && v.State == VoteState.Prepared).OrderBy(v => v.Id).ToListAsync(cancellationToken);
            if (votes.Count == 0)
                return new("PerRollamNothingPrepared");
            meeting.Start(change.Now, rules.Id, null);
            change.Record(MeetingEventKind.Started);
            var electorate = await Electorate.ReadAsync(db, meeting, change.Now, cancellationToken);
            var number = 0;
            foreach (var vote in votes)
                vote.Open(by, change.Now, ++number, electorate.Seats.Count, electorate.Members);
            await TellAsync(change, electorate, NotificationKind.PerRollamOpened, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Objects to the form, or takes that back; enough objections make the vote fall at once.</summary>
    public Task<Outcome> ObjectAsync(long by, long meetingId, long seatId, bool isObjecting, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, meetingId, standing => standing.CanRead, async change =>
        {
            var (db, meeting) = (change.Db, change.Meeting);
            if (meeting.Form != MeetingForm.PerRollam || meeting.State != MeetingState.Live || change.Now >= meeting.EndsAt)
                return new("VoteNotOpen");
            var electorate = await Electorate.ReadAsync(db, meeting, change.Now, cancellationToken);
            if (electorate.Seats.FirstOrDefault(s => s.SeatId == seatId)?.People.Contains(by) != true)
                return new("NotPresentForSeat");
            var objections = await db.FormObjections.Where(o => o.MeetingId == meetingId).ToListAsync(cancellationToken);
            var own = objections.Find(o => o.SeatId == seatId);
            if (isObjecting && own is null)
                db.Add(new FormObjection(meetingId, seatId, by, change.Now));
            if (!isObjecting && own is not null)
                db.Remove(own);
            await db.AnnounceAsync([LiveTopic.Meeting(meetingId), LiveTopic.Votes(meetingId)], cancellationToken);
            var rules = await db.RulesAsync(meeting, cancellationToken);
            if (isObjecting && own is null && objections.Count + 1 >= rules.PerRollamObjection.FewestOf(electorate.Members))
                await FallAsync(change, electorate, by, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Closes what has reached its deadline, or reminds who has not voted; both are no news where they are done already.</summary>
    public async Task<Outcome> KeepAsync(long meetingId, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Vote> closed = [];
        var outcome = await changes.KeepAsync(meetingId, async change =>
        {
            var meeting = change.Meeting;
            if (meeting.Form != MeetingForm.PerRollam || meeting.State != MeetingState.Live)
                return;
            var electorate = await Electorate.ReadAsync(change.Db, meeting, change.Now, cancellationToken);
            if (change.Now >= meeting.EndsAt)
                closed = await CloseAsync(change, electorate, cancellationToken);
            else if (meeting.EndsAt - change.Now <= ReminderBefore)
                await TellAsync(change, electorate with { Seats = await SilentAsync(change, electorate, cancellationToken) }, NotificationKind.PerRollamReminder, cancellationToken);
        }, cancellationToken);
        foreach (var vote in closed)
            await blocks.InsertClosedAsync(vote.OpenedBy!.Value, vote.Id);
        return outcome;
    }

    private async Task<IReadOnlyList<Vote>> CloseAsync(MeetingChange change, Electorate electorate, CancellationToken cancellationToken)
    {
        var db = change.Db;
        var closed = new List<Vote>();
        foreach (var id in await db.Votes.Where(v => v.MeetingId == change.Meeting.Id && v.State == VoteState.Open).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync(cancellationToken))
        {
            var vote = (await db.HoldVoteAsync(id, isShared: false, cancellationToken))!;
            await VoteCounting.CloseAsync(change, vote, vote.OpenedBy!.Value, null, cancellationToken);
            closed.Add(vote);
        }
        await db.SaveChangesAsync(cancellationToken);
        await Announcing.AnnounceClosedAsync(change, cancellationToken);
        change.Meeting.Close(change.Meeting.EndsAt);
        change.Record(MeetingEventKind.Closed);
        await TellAsync(change, electorate, NotificationKind.PerRollamClosed, cancellationToken);
        return closed;
    }

    private async Task FallAsync(MeetingChange change, Electorate electorate, long by, CancellationToken cancellationToken)
    {
        var ids = await change.Db.Votes.Where(v => v.MeetingId == change.Meeting.Id && v.State == VoteState.Open).Select(v => v.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
            (await change.Db.HoldVoteAsync(id, isShared: false, cancellationToken))!.Annul(by, change.Now, strings["PerRollamFellReason"]);
        change.Meeting.Close(change.Now);
        change.Record(MeetingEventKind.Closed);
        await TellAsync(change, electorate, NotificationKind.PerRollamFell, cancellationToken);
    }

    private Task TellAsync(MeetingChange change, Electorate electorate, NotificationKind kind, CancellationToken cancellationToken) => notifications.TellAsync(
        change.Db, [.. electorate.Seats.SelectMany(s => s.People).Distinct()], kind, $"{kind}:{change.Meeting.Id}", $"/meetings/{change.Meeting.Id}",
        change.Meeting.Title, change.Meeting.EndsAt, change.Meeting.TimeZone, cancellationToken);

    /// <summary>Seats that owe an answer to any of the open votes.</summary>
    private static async Task<IReadOnlyList<Elector>> SilentAsync(MeetingChange change, Electorate electorate, CancellationToken cancellationToken)
    {
        var db = change.Db;
        var open = await db.Votes.Where(v => v.MeetingId == change.Meeting.Id && v.State == VoteState.Open).Select(v => v.Id).ToListAsync(cancellationToken);
        var answers = await db.Ballots.Where(b => open.Contains(b.VoteId)).Select(b => b.SeatId)
            .Concat(db.VoteParticipations.Where(p => open.Contains(p.VoteId)).Select(p => p.SeatId))
            .Concat(db.Recusals.Where(r => open.Contains(r.VoteId)).Select(r => r.SeatId)).ToListAsync(cancellationToken);
        return [.. electorate.Seats.Where(s => answers.Count(a => a == s.SeatId) < open.Count)];
    }
}
