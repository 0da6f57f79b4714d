using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Rounds.Comments;

public sealed record SavedDraft(long Id, DateTimeOffset SavedAt);

/// <param name="IsLate">It came after the deadline: it was taken, and is marked and kept apart.</param>
public sealed record SentComment(long Id, bool IsLate);

/// <summary>One's own comments: drafts that save by themselves, sending, taking back, withdrawing (C5).</summary>
public sealed class RoundCommentService(RoundChanges rounds)
{
    /// <summary>Comments and drafts of one person in one round.</summary>
    public const int MostPerPerson = 2_000;

    /// <summary>Of stored moments.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(1);

    /// <summary>Saves a draft, which nobody but its author reads. However often it is sent, one draft id is one comment.</summary>
    /// <param name="by">Its author.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="itemId">The round's item; null for the whole document.</param>
    /// <param name="input">What is written so far.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome<SavedDraft>> SaveDraftAsync(long by, long roundId, long? itemId, CommentInput input, CancellationToken cancellationToken = default) =>
        rounds.ChangeAsync<SavedDraft>(by, RoundChanges.Of(roundId), _ => true, async change =>
        {
            var admitted = await RoundRights.AdmitAsync(change, cancellationToken);
            if (admitted.Refusal is { } refusal)
                return refusal;
            var written = await WriteAsync(change, itemId, input, isSending: false, cancellationToken);
            if (written.Refusal is { } unfit)
                return unfit;
            var comment = written.Value!;
            if (comment.State != CommentState.Draft)
                return new Refusal("RoundCommentSent");
            await change.Db.SaveChangesAsync(cancellationToken);
            return new SavedDraft(comment.Id, comment.SavedAt);
        }, cancellationToken);

    /// <summary>Sends what is written. The moment that counts is the server's, while the round stands still (R29).</summary>
    /// <inheritdoc cref="SaveDraftAsync"/>
    public Task<Outcome<SentComment>> SendAsync(long by, long roundId, long? itemId, CommentInput input, CancellationToken cancellationToken = default) =>
        rounds.ChangeAsync<SentComment>(by, RoundChanges.Of(roundId), _ => true, async change =>
        {
            var admitted = await RoundRights.AdmitAsync(change, cancellationToken);
            if (admitted.Refusal is { } refusal)
                return refusal;
            var written = await WriteAsync(change, itemId, input, isSending: true, cancellationToken);
            if (written.Refusal is { } unfit)
                return unfit;
            var comment = written.Value!;
            if (comment.State == CommentState.Withdrawn)
                return new Refusal("RoundCommentNotSent");
            if (comment.State == CommentState.Draft)
            {
                if (CommentCheck.OfSent(CommentCheck.Plain(input, null, false) with { ProposedWording = comment.ProposedWording }, change.Round.MayMarkEssential(change.Standing.IsMember)) is { } incomplete)
                    return incomplete;
                var receivedAt = Arrival(change);
                comment.Send(await RoundRights.AuthorAsync(change.Db, by, admitted.Value!.Organisations, cancellationToken), receivedAt, change.Round.IsLate(receivedAt), change.Now);
                await ReplaceNoCommentsAsync(change, by, itemId, cancellationToken);
                await change.Db.SaveChangesAsync(cancellationToken);
            }
            return new SentComment(comment.Id, comment.IsLate);
        }, cancellationToken);

    public Task<Outcome> DropDraftAsync(long by, long commentId, CancellationToken cancellationToken = default) =>
        OwnAsync(by, commentId, (change, comment) =>
        {
            if (comment.State != CommentState.Draft)
                return Task.FromResult<Refusal?>(new("RoundCommentSent"));
            change.Db.Remove(comment);
            return Task.FromResult<Refusal?>(null);
        }, cancellationToken);

    /// <summary>Makes a sent comment a draft again, before the deadline and before colleagues have agreed with it.</summary>
    public Task<Outcome> TakeBackAsync(long by, long commentId, CancellationToken cancellationToken = default) =>
        OwnAsync(by, commentId, async (change, comment) =>
        {
            if (comment.State != CommentState.Sent || comment.WriterId != by || comment.AuthorId != by || comment.EnteredById is not null)
                return new("RoundCommentNotSent");
            if (change.Round.State != RoundState.Open || change.Round.IsLate(change.Now))
                return new("RoundClosed");
            if (await change.Db.CommentSupports.AnyAsync(s => s.CommentId == commentId, cancellationToken))
                return new("RoundCommentSupported");
            comment.TakeBack();
            await change.Db.AnnounceAsync([Live.LiveTopic.Round(comment.RoundId)], cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Withdraws a sent comment before it is settled; it is kept and counts no more. Where colleagues have agreed with it, it stays as theirs.</summary>
    public Task<Outcome> WithdrawAsync(long by, long commentId, CancellationToken cancellationToken = default) =>
        OwnAsync(by, commentId, async (change, comment) =>
        {
            if (comment.State != CommentState.Sent)
                return new("RoundCommentNotSent");
            if (await change.Db.Settlements.AnyAsync(s => s.CommentId == commentId, cancellationToken))
                return new("RoundCommentSettled");
            if (!await PassOnAsync(change, comment, cancellationToken))
                comment.Withdraw(change.Now);
            return null;
        }, cancellationToken);

    /// <summary>When something arrives that is sent now. A closed round stays closed for a server whose clock is behind.</summary>
    internal static DateTimeOffset Arrival(RoundChange change) =>
        change.Round.State != RoundState.Open && change.Now < change.Round.Deadline ? change.Round.Deadline : change.Now;

    /// <summary>The comment with what is written; as it is where it was sent already.</summary>
    internal static async Task<Outcome<RoundComment>> WriteAsync(RoundChange change, long? itemId, CommentInput input, bool isSending, CancellationToken cancellationToken)
    {
        var (db, writer) = (change.Db, change.Standing.PersonId);
        var item = itemId is null ? null : await db.RoundItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId && i.RoundId == change.Round.Id, cancellationToken);
        if (item is null && itemId is not null)
            return Refusal.NotFound;
        var plain = CommentCheck.Plain(input, item, isSending);
        if (CommentCheck.OfDraft(plain, item) is { } refusal)
            return refusal;
        var comment = await db.RoundComments.SingleOrDefaultAsync(c => c.RoundId == change.Round.Id && c.WriterId == writer && c.DraftId == plain.DraftId, cancellationToken);
        if (comment is not null && comment.ItemId != itemId)
            return Refusal.Conflict;
        if (comment is null)
        {
            if (await db.RoundComments.CountAsync(c => c.RoundId == change.Round.Id && c.WriterId == writer && c.EnteredById == null, cancellationToken) >= MostPerPerson)
                return new Refusal("RoundCommentsTooMany", MostPerPerson);
            comment = new(change.Round.Id, itemId, writer, plain.DraftId, change.Now);
            db.Add(comment);
        }
        if (!isSending && comment.State == CommentState.Draft && comment.SavedAt > input.Since + Precision && !comment.Says(plain))
            return new Refusal("RoundDraftElsewhere");
        if (comment.State == CommentState.Draft)
            comment.Save(plain, plain.Passage is { } passage ? CommentCheck.Quotation(item!.Wording, passage) : null, change.Now);
        return comment;
    }

    /// <summary>Who has a comment has no longer none (R35).</summary>
    internal static async Task ReplaceNoCommentsAsync(RoundChange change, long personId, long? itemId, CancellationToken cancellationToken) =>
        change.Db.RemoveRange(await change.Db.NoComments.Where(a => a.ItemId == itemId && a.PersonId == personId).ToListAsync(cancellationToken));

    /// <summary>Makes the comment that of the colleague who agreed with it first.</summary>
    private static async Task<bool> PassOnAsync(RoundChange change, RoundComment comment, CancellationToken cancellationToken)
    {
        var heir = await change.Db.CommentSupports.Where(s => s.CommentId == comment.Id).OrderBy(s => s.At).FirstOrDefaultAsync(cancellationToken);
        if (heir is null)
            return false;
        comment.PassTo(heir.PersonId, await change.Db.People.Where(p => p.Id == heir.PersonId).Select(p => p.Name).SingleAsync(cancellationToken));
        change.Db.Remove(heir);
        return true;
    }

    private Task<Outcome> OwnAsync(long by, long commentId, Func<RoundChange, RoundComment, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        rounds.StepAsync(by, db => db.RoundComments.Where(c => c.Id == commentId).Select(c => c.RoundId), _ => true, async change =>
        {
            var comment = await change.Db.RoundComments.SingleAsync(c => c.Id == commentId, cancellationToken);
            var isOwn = comment.AuthorId == by || (comment.WriterId == by && (comment.State == CommentState.Draft || comment.EnteredById is not null));
            return !isOwn && comment.State == CommentState.Draft ? Refusal.NotFound
                : !isOwn ? Refusal.NotAllowed
                : change.Round.State == RoundState.Settled ? new("RoundSettled")
                : await step(change, comment);
        }, cancellationToken);
}
