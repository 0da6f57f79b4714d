using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Texts.Comments;

/// <summary>A thread held for a change until the transaction ends.</summary>
public sealed record ThreadChange(WorkspaceDb Db, TextComment Comment, TextRights Rights, DateTimeOffset Now)
{
    public Task<TextCommentReply?> FindReplyAsync(long replyId, CancellationToken cancellationToken) =>
        Db.CommentReplies.SingleOrDefaultAsync(r => r.Id == replyId && r.CommentId == Comment.Id && r.WithdrawnAt == null, cancellationToken);
}

/// <summary>Reading threads, and changing one of them in turn with everybody else who changes it.</summary>
public sealed class CommentThreads(IDbContextFactory<WorkspaceDb> factory, TextAccess access, TextPassages passages, TimeProvider time)
{
    /// <summary>How far a stored anchor may fall behind before it is stored anew; reading maps it over the rest.</summary>
    private const int MostBehind = 200;

    /// <summary>All threads of a text, each with where its passage is in the newest version; null where the person may not read the text.</summary>
    public async Task<(TextRights Rights, IReadOnlyList<CommentThread> Threads)?> ReadAsync(long by, long textId, CancellationToken cancellationToken = default)
    {
        var rights = await access.FindAsync(textId, by, cancellationToken);
        if (!rights.CanRead)
            return null;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var comments = await db.Comments.AsNoTracking().Where(c => c.TextId == textId && c.WithdrawnAt == null).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        if (comments.Count == 0)
            return (rights, []);
        await MoveAsync(db, textId, comments, cancellationToken);
        return (rights, await ThreadsOfAsync(db, comments, cancellationToken));
    }

    /// <summary>The text of a thread, and the thread as it is now; null if there is none.</summary>
    public async Task<(long TextId, CommentThread Thread)?> FindAsync(long commentId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == commentId, cancellationToken) is { } comment
            ? (comment.TextId, (await ThreadsOfAsync(db, [comment], cancellationToken))[0])
            : null;
    }

    /// <summary>Changes a thread of a text that the person may read; what is refused changes nothing.</summary>
    public async Task<Outcome> ChangeAsync(long by, long commentId, Func<ThreadChange, Task<Outcome>> act, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // Rights are asked for outside of the transaction: they have a connection of their own.
        var textId = await db.Comments.Where(c => c.Id == commentId).Select(c => (long?)c.TextId).SingleOrDefaultAsync(cancellationToken);
        if (textId is null || await access.FindAsync(textId.Value, by, cancellationToken) is not { CanRead: true } rights)
            return Refusal.NotFound;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var comment = await db.HoldAsync<TextComment>(commentId, cancellationToken);
        if (comment is null or { WithdrawnAt: not null })
            return Refusal.NotFound;
        var outcome = await act(new(db, comment, rights, time.GetUtcNow()));
        if (!outcome.IsDone)
            return outcome;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Takes the anchors to the newest version.</summary>
    private async Task MoveAsync(WorkspaceDb db, long textId, List<TextComment> comments, CancellationToken cancellationToken)
    {
        var recent = await passages.ReadAboveAsync(textId, comments.Min(c => c.AnchorVersion), comments.Max(c => c.AnchorVersion));
        if (recent is null)
            return;
        foreach (var comment in comments)
        {
            var behind = recent.Version - comment.AnchorVersion;
            comment.MoveTo(recent.Version, comment.Anchor.Map(recent.Above(comment.AnchorVersion)));
            if (behind > MostBehind)
                await StoreAnchorAsync(db, comment, cancellationToken);
        }
    }

    private static Task StoreAnchorAsync(WorkspaceDb db, TextComment comment, CancellationToken cancellationToken) => db.Comments
        .Where(c => c.Id == comment.Id && c.AnchorVersion < comment.AnchorVersion)
        .ExecuteUpdateAsync(set => set
            .SetProperty(c => c.AnchorVersion, comment.AnchorVersion)
            .SetProperty(c => c.AnchorFrom, comment.AnchorFrom)
            .SetProperty(c => c.AnchorTo, comment.AnchorTo), cancellationToken);

    private static async Task<IReadOnlyList<CommentThread>> ThreadsOfAsync(WorkspaceDb db, List<TextComment> comments, CancellationToken cancellationToken)
    {
        var ids = comments.Select(c => c.Id).ToList();
        var replies = await db.CommentReplies.AsNoTracking().Where(r => ids.Contains(r.CommentId) && r.WithdrawnAt == null).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var personIds = comments.SelectMany(c => new[] { c.AuthorId, c.ResolvedBy, c.DecidedBy }.OfType<long>()).Concat(replies.Select(r => r.AuthorId)).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new TextPerson(p.Id, p.Name), cancellationToken);
        TextPerson? Person(long? id) => id is null ? null : people.GetValueOrDefault(id.Value) ?? new(id.Value, "");
        return
        [
            .. comments.Select(c => new CommentThread(
                c.Id, c.Key, c.Changes, c.WithdrawnAt is not null, Person(c.AuthorId)!, c.At, c.EditedAt, c.Body, c.CreatedVersion, c.Quotation, c.IsQuotationCut,
                new(c.AnchorVersion, c.AnchorFrom, c.AnchorTo), Person(c.ResolvedBy), c.ResolvedAt,
                c.SuggestedWording is { } wording ? new(wording, c.Outcome, Person(c.DecidedBy), c.DecidedAt, c.RejectionReason) : null,
                [.. replies.Where(r => r.CommentId == c.Id).Select(r => new ReplyMessage(r.Id, r.Key, Person(r.AuthorId)!, r.At, r.EditedAt, r.Body))])),
        ];
    }
}
