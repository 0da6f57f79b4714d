using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;

namespace Workspace.Web.Texts.Comments;

/// <summary>A comment as it came in.</summary>
public sealed record CommentInput(long Version, int From, int To, string? Key, string? Body, string? SuggestedWording);

/// <summary>
/// Comments on passages. Who reads the text may comment on it, guests where the rules of procedure say so; what is sent
/// twice under the same key is stored once.
/// </summary>
public sealed class TextCommentService(
    IDbContextFactory<WorkspaceDb> factory, TextAccess access, TextPassages passages, CommentThreads threads, TimeProvider time)
{
    /// <summary>The id of the comment, also where it was stored before.</summary>
    public async Task<Outcome<long>> CommentAsync(long by, long textId, CommentInput input, CancellationToken cancellationToken = default)
    {
        var rights = await access.FindAsync(textId, by, cancellationToken);
        if (!rights.CanRead)
            return Refusal.NotFound;
        if (!rights.CanComment)
            return new Refusal("CommentingNotAllowed");
        if (input.SuggestedWording is not null && !rights.CanSuggest)
            return new Refusal("SuggestingNotAllowed");
        if (!IsKey(input.Key))
            return new Refusal("CommentUnfit");
        if (await FindByKeyAsync(by, textId, input.Key!, cancellationToken) is { } known)
            return known;
        var body = Clean(input.Body);
        if (CheckBody(body, isNeeded: input.SuggestedWording is null) is { } refusal)
            return refusal;
        var anchor = new TextAnchor(input.From, input.To);
        if (anchor.Length > TextComment.MaxPassage)
            return new Refusal("PassageTooLong", TextComment.MaxPassage);
        if (await passages.FindAsync(textId, input.Version, anchor) is not { } passage)
            return new Refusal("PassageUnfit");
        var suggestion = input.SuggestedWording is { } wording ? TextRules.Normalise(wording) : null;
        if (suggestion is { Length: > 2 * TextComment.MaxPassage })
            return new Refusal("SuggestionTooLong", 2 * TextComment.MaxPassage);
        if (suggestion == passage.Quotation)
            return new Refusal("SuggestionSame");

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var comment = new TextComment(textId, by, input.Key!, time.GetUtcNow(), passage, body, suggestion);
        db.Add(comment);
        return await TryAddAsync(db, cancellationToken) || await FindByKeyAsync(by, textId, input.Key!, cancellationToken) is not { } winner
            ? comment.Id
            : winner;
    }

    public Task<Outcome> ReplyAsync(long by, long commentId, string? key, string? text, CancellationToken cancellationToken = default)
    {
        var body = Clean(text);
        return threads.ChangeAsync(by, commentId, async change =>
        {
            if (!change.Rights.CanComment)
                return new Refusal("CommentingNotAllowed");
            if (!IsKey(key))
                return new Refusal("CommentUnfit");
            if (CheckBody(body, isNeeded: true) is { } refusal)
                return refusal;
            // The thread is held, so that the same sent twice at once comes here one after the other.
            if (await change.Db.CommentReplies.AnyAsync(r => r.AuthorId == by && r.Key == key, cancellationToken))
                return Outcome.Done;
            change.Db.Add(new TextCommentReply(commentId, by, key!, change.Now, body));
            change.Comment.Touch();
            return Outcome.Done;
        }, cancellationToken);
    }

    /// <summary>Only what is one's own, and of a suggestion that was decided only the replies.</summary>
    public Task<Outcome> RewriteAsync(long by, long commentId, long? replyId, string? text, CancellationToken cancellationToken = default)
    {
        var body = Clean(text);
        return threads.ChangeAsync(by, commentId, async change =>
        {
            if (CheckBody(body, isNeeded: replyId is not null || change.Comment.SuggestedWording is null) is { } refusal)
                return refusal;
            if (replyId is null)
            {
                if (change.Comment.AuthorId != by)
                    return Refusal.NotAllowed;
                if (change.Comment.Outcome is not null)
                    return new Refusal("SuggestionDecided");
                change.Comment.Rewrite(body, change.Now);
                return Outcome.Done;
            }
            if (await change.FindReplyAsync(replyId.Value, cancellationToken) is not { } reply)
                return Refusal.NotFound;
            if (reply.AuthorId != by)
                return Refusal.NotAllowed;
            reply.Rewrite(body, change.Now);
            change.Comment.Touch();
            return Outcome.Done;
        }, cancellationToken);
    }

    /// <summary>Takes back what is one's own: a reply, or a comment that nobody else has answered and nobody has decided.</summary>
    public Task<Outcome> WithdrawAsync(long by, long commentId, long? replyId, CancellationToken cancellationToken = default) =>
        threads.ChangeAsync(by, commentId, async change =>
        {
            if (replyId is null)
            {
                if (change.Comment.AuthorId != by)
                    return Refusal.NotAllowed;
                if (change.Comment.Outcome is not null)
                    return new Refusal("SuggestionDecided");
                if (await change.Db.CommentReplies.AnyAsync(r => r.CommentId == commentId && r.AuthorId != by && r.WithdrawnAt == null, cancellationToken))
                    return new Refusal("CommentAnswered");
                change.Comment.Withdraw(change.Now);
                return Outcome.Done;
            }
            if (await change.FindReplyAsync(replyId.Value, cancellationToken) is not { } reply)
                return Refusal.NotFound;
            if (reply.AuthorId != by)
                return Refusal.NotAllowed;
            reply.Withdraw(change.Now);
            change.Comment.Touch();
            return Outcome.Done;
        }, cancellationToken);

    /// <summary>By the author of the comment, or by who may write the text.</summary>
    public Task<Outcome> ResolveAsync(long by, long commentId, CancellationToken cancellationToken = default) =>
        threads.ChangeAsync(by, commentId, change =>
        {
            if (change.Comment.AuthorId != by && !change.Rights.CanEdit)
                return Task.FromResult<Outcome>(Refusal.NotAllowed);
            if (change.Comment.ResolvedAt is null)
                change.Comment.Resolve(by, change.Now);
            return Task.FromResult(Outcome.Done);
        }, cancellationToken);

    public Task<Outcome> ReopenAsync(long by, long commentId, CancellationToken cancellationToken = default) =>
        threads.ChangeAsync(by, commentId, change =>
        {
            if (change.Comment.AuthorId != by && !change.Rights.CanEdit)
                return Task.FromResult<Outcome>(Refusal.NotAllowed);
            if (change.Comment.ResolvedAt is not null)
                change.Comment.Reopen();
            return Task.FromResult(Outcome.Done);
        }, cancellationToken);

    private async Task<long?> FindByKeyAsync(long by, long textId, string key, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Comments.Where(c => c.AuthorId == by && c.Key == key && c.TextId == textId)
            .Select(c => (long?)c.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <returns>False if the key is taken.</returns>
    private static async Task<bool> TryAddAsync(WorkspaceDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when (fault.InnerException is DbException inner && RevisionLog.IsTaken(inner))
        {
            return false;
        }
    }

    private static string Clean(string? text) => TextRules.Normalise(text ?? "").Trim();

    private static Refusal? CheckBody(string body, bool isNeeded) =>
        isNeeded && body.Length == 0 ? new("CommentMissing")
        : body.Length > TextComment.MaxBody ? new("CommentTooLong", TextComment.MaxBody) : null;

    private static bool IsKey(string? key) => key is { Length: >= 1 and <= 32 } && key.All(char.IsAsciiLetterOrDigit);
}
