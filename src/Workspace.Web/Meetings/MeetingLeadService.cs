using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Votes;
using Workspace.Web.Meetings.Speakers;
using Workspace.Web.Minutes;

namespace Workspace.Web.Meetings;

/// <summary>Leading a meeting: start, from item to item, adjourn and resume, close. Each step is recorded.</summary>
public sealed class MeetingLeadService(MeetingChanges changes, MinutesBlockService blocks)
{
    /// <summary>Starts the meeting at its first item. From now on the rules that hold on its day are its rules (P3).</summary>
    public Task<Outcome> StartAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, meetingId, async change =>
        {
            if (change.Meeting.State is not (MeetingState.Planned or MeetingState.Invited))
                return new("MeetingNotStartable");
            if (change.Meeting.Form == MeetingForm.PerRollam)
                return new("PerRollamOpensTogether");
            var day = change.Meeting.StartsAt.DayIn(change.Meeting.TimeZone);
            if (await RulesService.RulesOn(change.Db, change.Meeting.GroupId, day, cancellationToken) is not { } rules)
                return new("MeetingWithoutRules");
            var first = (await OrderAsync(change, cancellationToken)).FirstOrDefault();
            change.Meeting.Start(change.Now, rules.Id, first?.Id);
            change.Record(MeetingEventKind.Started);
            if (first is not null)
                change.Record(MeetingEventKind.ItemBegan, first.Id);
            await AnswerService.ExcuseAsync(change, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>
    /// Marks the current item as done and goes on to the next that is not. Where the current item is no longer
    /// <paramref name="expectedItemId"/>, somebody else has gone on already and nothing changes.
    /// </summary>
    public Task<Outcome> NextAsync(long by, long meetingId, long? expectedItemId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, meetingId, async change =>
        {
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            if (change.Meeting.CurrentItemId != expectedItemId)
                return null;
            var order = await OrderAsync(change, cancellationToken);
            var at = order.FindIndex(i => i.Id == expectedItemId);
            if (order.Skip(at + 1).FirstOrDefault(i => i.State == AgendaItemState.Pending) is not { } next)
                return new("MeetingNoNextItem");
            if (at >= 0)
                order[at].MarkDone();
            Begin(change, next);
            return null;
        }, cancellationToken);

    /// <summary>
    /// Goes to any item. Going on to a later one marks the current item as done; going back leaves it to be returned to.
    /// </summary>
    public Task<Outcome> GoToAsync(long by, long meetingId, long itemId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, meetingId, async change =>
        {
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            if (change.Meeting.CurrentItemId == itemId)
                return null;
            var order = await OrderAsync(change, cancellationToken);
            var from = order.FindIndex(i => i.Id == change.Meeting.CurrentItemId);
            var to = order.FindIndex(i => i.Id == itemId);
            if (to < 0)
                return Refusal.NotFound;
            if (from >= 0 && to > from)
                order[from].MarkDone();
            Begin(change, order[to]);
            return null;
        }, cancellationToken);

    public Task<Outcome> AdjournAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, meetingId, async change => await IsVotingAsync(change, cancellationToken)
            ? new("MeetingVoteOpen")
            : Step(change, change.Meeting.Adjourn(), MeetingEventKind.Adjourned, "MeetingNotLive"), cancellationToken);

    public Task<Outcome> ResumeAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, meetingId, change => Task.FromResult(Step(change, change.Meeting.Resume(), MeetingEventKind.Resumed, "MeetingNotAdjourned")), cancellationToken);

    /// <summary>
    /// Ends the meeting; the item under discussion is done with it, and results not announced yet are. Items whose turn did
    /// not come stay unfinished. An open vote is closed first, by a step of its own.
    /// </summary>
    public Task<Outcome> CloseAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, meetingId, async change =>
        {
            if (await IsVotingAsync(change, cancellationToken))
                return new("MeetingVoteOpen");
            var current = await change.Db.AgendaItems.SingleOrDefaultAsync(i => i.Id == change.Meeting.CurrentItemId, cancellationToken);
            if (!change.Meeting.Close(change.Now))
                return new("MeetingNotOpen");
            current?.MarkDone();
            await Announcing.AnnounceClosedAsync(change, cancellationToken);
            await change.EndSpeechesAsync(cancellationToken);
            change.Record(MeetingEventKind.Closed, current?.Id);
            return null;
        }, cancellationToken);

    /// <summary>Takes back a closing made by mistake: the meeting goes on at the item at which it was closed.</summary>
    public Task<Outcome> ReopenAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        LeadAsync(by, meetingId, async change =>
        {
            var itemId = await change.Db.MeetingEvents.Where(e => e.MeetingId == meetingId && e.Kind == MeetingEventKind.Closed)
                .OrderByDescending(e => e.Id).Select(e => e.ItemId).FirstOrDefaultAsync(cancellationToken);
            var order = await OrderAsync(change, cancellationToken);
            var item = order.Find(i => i.Id == itemId) ?? order.FirstOrDefault();
            if (!change.Meeting.Reopen(item?.Id))
                return new("MeetingNotClosed");
            item?.MarkPending();
            change.Record(MeetingEventKind.Reopened, item?.Id);
            return null;
        }, cancellationToken);

    private async Task<Outcome> LeadAsync(long by, long meetingId, Func<MeetingChange, Task<Refusal?>> step, CancellationToken cancellationToken)
    {
        long? left = null;
        var outcome = await changes.StepAsync(by, meetingId, standing => standing.CanLead, async change =>
        {
            var before = change.Meeting.CurrentItemId;
            var refusal = await step(change);
            left = change.Meeting.CurrentItemId == before ? null : before;
            return refusal;
        }, cancellationToken);
        if (outcome.IsDone && left is { } itemId)
            await blocks.InsertMovementsAsync(by, meetingId, itemId);
        return outcome;
    }

    private static Task<bool> IsVotingAsync(MeetingChange change, CancellationToken cancellationToken) =>
        change.Db.Votes.AnyAsync(v => v.MeetingId == change.Meeting.Id && v.State == VoteState.Open, cancellationToken);

    private static Refusal? Step(MeetingChange change, bool isDone, MeetingEventKind kind, string refusal)
    {
        if (!isDone)
            return new(refusal);
        change.Record(kind);
        return null;
    }

    private static void Begin(MeetingChange change, AgendaItem item)
    {
        item.MarkPending();
        change.Meeting.GoTo(item.Id);
        change.Record(MeetingEventKind.ItemBegan, item.Id);
    }

    private static async Task<List<AgendaItem>> OrderAsync(MeetingChange change, CancellationToken cancellationToken)
    {
        var items = await change.Db.AgendaItems.Where(i => i.MeetingId == change.Meeting.Id && i.State != AgendaItemState.Removed).ToListAsync(cancellationToken);
        var byId = items.ToDictionary(i => i.Id);
        return [.. AgendaNumbering.Number(items.Select(i => new AgendaPlace(i.Id, i.ParentId, i.Position))).Select(n => byId[n.Id])];
    }
}
