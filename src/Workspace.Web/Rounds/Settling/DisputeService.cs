using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Notifications;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>What authors say to the settlement of their comments, and disputes over essential ones (R33).</summary>
public sealed class DisputeService(
    RoundChanges rounds, MeetingChanges meetings, AgendaService agenda, RoundTelling telling, IStringLocalizer<RoundStrings> strings)
{
    public const int WordsLength = 5_000;

    /// <summary>Of what each side says, on the agenda.</summary>
    private const int PartLength = 4_000;

    /// <summary>The author takes the comment as settled or, of an essential one that was not accepted, insists on it. For an author without an account the secretary says it.</summary>
    public Task<Outcome> AnswerAsync(long by, long commentId, SettlementAnswer answer, string? words = null, CancellationToken cancellationToken = default) =>
        rounds.StepAsync(by, db => db.RoundComments.Where(c => c.Id == commentId && c.State != CommentState.Draft).Select(c => c.RoundId), _ => true, async change =>
        {
            var comment = await change.Db.RoundComments.AsNoTracking().SingleAsync(c => c.Id == commentId, cancellationToken);
            if (comment.AuthorId != by && !(comment.EnteredById is not null && change.Standing.CanPrepare))
                return Refusal.NotAllowed;
            var settlement = await change.Db.Settlements.SingleOrDefaultAsync(s => s.CommentId == commentId, cancellationToken);
            var refusal = Enum.IsDefined(answer) ? Refuse(comment, settlement, answer, words) : new("RoundAnswerUnknown");
            if (refusal is not null)
                return refusal;
            settlement!.Take(answer, words, change.Now);
            if (answer == SettlementAnswer.Insists)
                await telling.TellLeadersAsync(change, NotificationKind.CommentInsisted, cancellationToken);
            await change.Db.AnnounceAsync([LiveTopic.Round(change.Round.Id)], cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Puts what is insisted on, each once, on the agenda of a meeting that is still to come.</summary>
    /// <returns>How many items were added.</returns>
    public Task<Outcome<int>> PutOnAgendaAsync(long by, long roundId, long meetingId, CancellationToken cancellationToken = default) =>
        meetings.ChangeAsync<int>(by, meetingId, standing => standing.CanPrepare, async change =>
        {
            var db = change.Db;
            // Held, so that two meetings do not take the same.
            if (await db.HoldAsync<CommentRound>(roundId, cancellationToken) is not { } round || round.GroupId != change.Meeting.GroupId)
                return Refusal.NotFound;
            if (change.Meeting.State is not (MeetingState.Planned or MeetingState.Invited) || change.Meeting.Form == MeetingForm.PerRollam)
                return new Refusal("RoundMeetingNotPlanned");
            var disputes = await db.Settlements.Where(s => s.RoundId == roundId && s.AgendaItemId == null && s.Answer == SettlementAnswer.Insists)
                .Join(db.RoundComments, s => s.CommentId, c => c.Id, (s, c) => new { Settlement = s, Comment = c, Item = db.RoundItems.FirstOrDefault(i => i.Id == c.ItemId) })
                .OrderBy(d => d.Item == null ? -1 : d.Item.Position).ThenBy(d => d.Comment.Id).ToListAsync(cancellationToken);
            if (disputes.Count == 0)
                return new Refusal("RoundNothingInsisted");
            foreach (var dispute in disputes)
            {
                // The agenda is the group's, so it is written in its language whoever presses the button.
                var details = Cultures.In(CultureInfo.GetCultureInfo(Cultures.Default), () => Details(dispute.Settlement, dispute.Comment, dispute.Item));
                var added = await agenda.AddAsync(change, null, details, cancellationToken);
                if (added.Refusal is { } refusal)
                    return refusal;
                dispute.Settlement.PutOnAgenda(added.Value);
            }
            await db.AnnounceAsync([LiveTopic.Round(roundId)], cancellationToken);
            return disputes.Count;
        }, cancellationToken);

    private static Refusal? Refuse(RoundComment comment, Settlement? settlement, SettlementAnswer answer, string? words) =>
        settlement?.ToldAt is null ? new("RoundSettlementNotTold")
        : settlement.AgendaItemId is not null ? new("RoundDisputeOnAgenda")
        : answer == SettlementAnswer.Insists && (!comment.IsEssential || settlement.Outcome == SettlementOutcome.Accepted) ? new("RoundInsistEssential")
        : words?.Trim().Length > WordsLength ? new("RoundAnswerTooLong", WordsLength)
        : !PlainText.IsStorable(words) ? new("TextNotStorable")
        : null;

    private AgendaItemDetails Details(Settlement settlement, RoundComment comment, RoundItem? item)
    {
        var place = item is null ? strings["WholeDocument"].Value : item.Citation;
        string[] parts =
        [
            strings["DisputeAuthor", string.Join(", ", new[] { comment.AuthorName, comment.OrganisationName }.Where(n => n.Length > 0))],
            comment.Reason.Length > 0 ? strings["DisputeReason", Excerpt.Shortened(comment.Reason, PartLength)] : "",
            comment.ProposedWording is { } wording ? strings["DisputeWording", Excerpt.Shortened(wording, PartLength)] : "",
            strings["DisputeOutcome", strings[$"Outcome_{settlement.Outcome}"].Value, Excerpt.Shortened(settlement.Reason, PartLength)],
            settlement.AnswerWords is { } words ? strings["DisputeInsists", Excerpt.Shortened(words, PartLength)] : "",
        ];
        return new(Excerpt.Shortened(strings["DisputeTitle", place, comment.Party], AgendaRules.TitleLimit - 1), AgendaItemKind.Decision, Background: string.Join("\n\n", parts.Where(p => p.Length > 0)));
    }
}
