using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Notifications;
using Workspace.Web.Plans;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Texts;

namespace Workspace.Web.Rounds;

/// <summary>Chair and secretary open a round, move its deadline on and may close it early; the deadline closes it by itself, on any server, once.</summary>
public sealed class RoundLeadService(RoundChanges rounds, RoundTelling telling)
{
    /// <summary>Freezes the plan as it is committed now and asks everybody (C4).</summary>
    public Task<Outcome> OpenAsync(long by, long roundId, CancellationToken cancellationToken = default) =>
        StepAsync(by, roundId, change => OpenAsync(change, by, cancellationToken), cancellationToken);

    /// <summary>Moves the deadline on, with a reason; a round that has closed is open again, as long as no comment is settled.</summary>
    public Task<Outcome> ExtendAsync(long by, long roundId, DateTimeOffset closesAt, string reason, CancellationToken cancellationToken = default) =>
        StepAsync(by, roundId, async change =>
        {
            var (db, round) = (change.Db, change.Round);
            if (round.State is not (RoundState.Open or RoundState.Closed))
                return new(round.State == RoundState.Prepared ? "RoundNotOpen" : "RoundSettled");
            if (RoundDeadline.ToMinute(closesAt) <= round.ClosesAt)
                return new("RoundExtensionNotLater");
            if ((RoundCheck.OfDeadline(closesAt, change.Now) ?? RoundCheck.OfReason(reason)) is { } refusal)
                return refusal;
            if (await db.Settlements.AnyAsync(s => s.RoundId == roundId, cancellationToken))
                return new("RoundSettlingBegun");
            if (await IsAnotherOpenAsync(change, cancellationToken))
                return new("RoundAlreadyOpen");
            round.Extend(closesAt, reason, by, change.Now);
            // What came after the old deadline is in time by the new one.
            foreach (var comment in await db.RoundComments.Where(c => c.RoundId == roundId && c.IsLate && c.State == CommentState.Sent).ToListAsync(cancellationToken))
                comment.Judge(round.IsLate(comment.ReceivedAt!.Value));
            await telling.TellAskedAsync(change, NotificationKind.RoundExtended, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Closes before the deadline, with a reason.</summary>
    public Task<Outcome> CloseAsync(long by, long roundId, string reason, CancellationToken cancellationToken = default) =>
        StepAsync(by, roundId, change =>
        {
            var refusal = change.Round.State != RoundState.Open || change.Now >= change.Round.ClosesAt ? new("RoundNotOpen") : RoundCheck.OfReason(reason);
            if (refusal is null)
                change.Round.Close(change.Now, by, reason);
            return Task.FromResult(refusal);
        }, cancellationToken);

    /// <summary>Does what is due: opens, closes, or reminds. No news where it is done already.</summary>
    public Task KeepAsync(long roundId, CancellationToken cancellationToken = default) => rounds.KeepAsync(roundId, async change =>
    {
        var (round, now) = (change.Round, change.Now);
        if (round.State == RoundState.Prepared && round.OpensAt <= now && await OpenAsync(change, round.CreatedBy, cancellationToken) is not null)
        {
            round.ForgetOpening();
            await telling.TellLeadersAsync(change, NotificationKind.RoundNotOpened, cancellationToken);
        }
        else if (round.State == RoundState.Open && now >= round.ClosesAt)
        {
            round.Close(round.ClosesAt);
            await telling.TellLeadersAsync(change, NotificationKind.RoundClosed, cancellationToken);
        }
        else if (round is { State: RoundState.Open, RemindedAt: null } && now >= RoundTelling.RemindsAt(round.OpenedAt!.Value, round.ClosesAt))
        {
            round.MarkReminded(now);
            await telling.RemindAsync(change, cancellationToken);
        }
    }, cancellationToken);

    private async Task<Refusal?> OpenAsync(RoundChange change, long by, CancellationToken cancellationToken)
    {
        var (db, round) = (change.Db, change.Round);
        if (round.State != RoundState.Prepared)
            return new("RoundNotPrepared");
        if (RoundCheck.OfDeadline(round.ClosesAt, change.Now) is { } refusal)
            return refusal;
        // Held, so that of two rounds of one plan one finds the other open.
        var plan = (await db.HoldAsync<Plan>(round.PlanId, cancellationToken))!;
        if (plan.IsApproved)
            return new("PlanApproved");
        if (await IsAnotherOpenAsync(change, cancellationToken))
            return new("RoundAlreadyOpen");
        var content = (await PlanRooms.ReadAsync(db, plan.Id))!;
        if (content.Items.Count == 0)
            return new("RoundPlanEmpty");
        await change.LoadInviteesAsync(cancellationToken);
        if (!round.IsPublic && (await AskedParties.ReadAsync(db, round, change.Today, cancellationToken)).Count == 0)
            return new("RoundNobodyAsked");
        var texts = await CommittedTexts.ReadAsync(db, db.PlanItems.Where(i => i.PlanId == plan.Id && !i.IsRemoved).Select(i => i.TextId), cancellationToken);
        var areas = content.Areas.ToDictionary(a => a.Id);
        db.AddRange(content.Items.Index().Select(pair => new RoundItem(
            round.Id, pair.Index, pair.Item.AreaId is { } area ? areas.GetValueOrDefault(area) : null, pair.Item, texts[pair.Item.TextId])));
        round.Open(by, change.Now);
        await telling.TellAskedAsync(change, NotificationKind.RoundOpened, cancellationToken);
        return null;
    }

    private static Task<bool> IsAnotherOpenAsync(RoundChange change, CancellationToken cancellationToken) => change.Db.Rounds.AnyAsync(
        r => r.PlanId == change.Round.PlanId && r.Audience == change.Round.Audience && r.Id != change.Round.Id && r.State == RoundState.Open, cancellationToken);

    private Task<Outcome> StepAsync(long by, long roundId, Func<RoundChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        rounds.StepAsync(by, RoundChanges.Of(roundId), RoundPrepareService.MayLead, step, cancellationToken);
}
