using Workspace.Web.Data;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Texts;

public sealed partial class TextHub
{
    public async Task<CommentsRead> Comments(long textId) =>
        await threads.ReadAsync(PersonId, textId, Context.ConnectionAborted) is { } read
            ? new(null, read.Rights.CanComment, read.Rights.CanSuggest, read.Threads)
            : CommentsRead.Refuse(TextRefusals.NotAllowed);

    /// <summary>Comments on what stands between two places of a version; the key makes sending it twice harmless.</summary>
    public async Task<CommentAnswer> Comment(long textId, long version, int from, int to, string? key, string? body, string? suggestion)
    {
        var outcome = await comments.CommentAsync(PersonId, textId, new(version, from, to, key, body, suggestion), Context.ConnectionAborted);
        return outcome.IsDone ? await AnswerAsync(outcome.Value, null) : Refuse(outcome.Refusal!);
    }

    public async Task<CommentAnswer> Reply(long commentId, string? key, string? body) =>
        await AnswerAsync(commentId, await comments.ReplyAsync(PersonId, commentId, key, body, Context.ConnectionAborted));

    public async Task<CommentAnswer> RewriteComment(long commentId, long? replyId, string? body) =>
        await AnswerAsync(commentId, await comments.RewriteAsync(PersonId, commentId, replyId, body, Context.ConnectionAborted));

    public async Task<CommentAnswer> WithdrawComment(long commentId, long? replyId) =>
        await AnswerAsync(commentId, await comments.WithdrawAsync(PersonId, commentId, replyId, Context.ConnectionAborted));

    public async Task<CommentAnswer> Resolve(long commentId) =>
        await AnswerAsync(commentId, await comments.ResolveAsync(PersonId, commentId, Context.ConnectionAborted));

    public async Task<CommentAnswer> Reopen(long commentId) =>
        await AnswerAsync(commentId, await comments.ReopenAsync(PersonId, commentId, Context.ConnectionAborted));

    /// <param name="commentId">The comment with the suggestion.</param>
    /// <param name="seen">What the passage says before the eyes of who accepts.</param>
    public async Task<CommentAnswer> Accept(long commentId, string? seen) =>
        await AnswerAsync(commentId, await suggestions.AcceptAsync(PersonId, commentId, seen, Context.ConnectionAborted));

    public async Task<CommentAnswer> Reject(long commentId, string? reason) =>
        await AnswerAsync(commentId, await suggestions.RejectAsync(PersonId, commentId, reason, Context.ConnectionAborted));

    /// <summary>With the thread also where something of it was refused, but to nobody who may not know of it.</summary>
    private async Task<CommentAnswer> AnswerAsync(long commentId, Outcome? outcome)
    {
        if (outcome?.Refusal?.Code == Refusal.NotFound.Code)
            return Refuse(Refusal.NotFound);
        var thread = (await threads.FindAsync(commentId, Context.ConnectionAborted))?.Thread;
        return outcome?.Refusal is { } refusal ? Refuse(refusal) with { Thread = thread } : new(null, null, thread);
    }

    private CommentAnswer Refuse(Refusal refusal) => new(refusal.Code, refusals[refusal.Code, refusal.Arguments], null);
}
