using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Rounds.Comments;

/// <summary>Answers that are no comments of one's own: 'without comments' (R35), and agreeing with a colleague's comment.</summary>
public sealed class RoundAnswerService(RoundChanges rounds)
{
    /// <summary>Answers 'without comments' on one item.</summary>
    public Task<Outcome> NoCommentsAsync(long by, long itemId, CancellationToken cancellationToken = default) =>
        StepAsync(by, Of(itemId), async (change, _) =>
        {
            if ((await CommentedAsync(change, by, cancellationToken)).Contains(itemId))
                return new("RoundItemCommented");
            if (!await change.Db.NoComments.AnyAsync(a => a.ItemId == itemId && a.PersonId == by, cancellationToken))
                change.Db.Add(new NoComments(change.Round.Id, itemId, by, change.Now));
            return null;
        }, cancellationToken);

    /// <summary>Answers 'without comments' on every item that has no answer yet; drafts that were begun stay drafts and their items unanswered.</summary>
    /// <returns>How many items were answered so.</returns>
    public async Task<Outcome<int>> NoCommentsToRestAsync(long by, long roundId, CancellationToken cancellationToken = default)
    {
        var count = 0;
        var outcome = await StepAsync(by, RoundChanges.Of(roundId), async (change, _) =>
        {
            var answered = (await CommentedAsync(change, by, cancellationToken))
                .Union(await change.Db.NoComments.Where(a => a.RoundId == roundId && a.PersonId == by).Select(a => a.ItemId).ToListAsync(cancellationToken))
                .Union(await change.Db.RoundComments.Where(c => c.RoundId == roundId && c.WriterId == by && c.ItemId != null && c.State == CommentState.Draft).Select(c => c.ItemId!.Value).ToListAsync(cancellationToken))
                .ToHashSet();
            var rest = (await change.Db.RoundItems.Where(i => i.RoundId == roundId).Select(i => i.Id).ToListAsync(cancellationToken)).Where(i => !answered.Contains(i)).ToList();
            change.Db.AddRange(rest.Select(item => new NoComments(roundId, item, by, change.Now)));
            count = rest.Count;
            return null;
        }, cancellationToken);
        return outcome.Refusal is { } refusal ? refusal : count;
    }

    /// <summary>Takes 'without comments' on an item back.</summary>
    public Task<Outcome> TakeBackNoCommentsAsync(long by, long itemId, CancellationToken cancellationToken = default) =>
        StepAsync(by, Of(itemId), async (change, _) =>
        {
            await RoundCommentService.ReplaceNoCommentsAsync(change, by, itemId, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Agrees with a sent comment of a colleague of one's organisation, or takes that back.</summary>
    public Task<Outcome> SupportAsync(long by, long commentId, bool isSupporting, CancellationToken cancellationToken = default) =>
        StepAsync(by, db => db.RoundComments.Where(c => c.Id == commentId && c.State != CommentState.Draft).Select(c => c.RoundId), async (change, commenter) =>
        {
            var comment = await change.Db.RoundComments.AsNoTracking().SingleAsync(c => c.Id == commentId, cancellationToken);
            if (comment.State != CommentState.Sent)
                return new("RoundCommentNotSent");
            if (comment.AuthorId == by)
                return new("RoundSupportOwn");
            if (!commenter.Organisations.Any(o => o.Id == comment.OrganisationId))
                return new("RoundSupportColleagues");
            var support = await change.Db.CommentSupports.FindAsync([commentId, by], cancellationToken);
            if (isSupporting && support is null)
            {
                change.Db.Add(new CommentSupport(change.Round.Id, commentId, by, change.Now));
                await RoundCommentService.ReplaceNoCommentsAsync(change, by, comment.ItemId, cancellationToken);
            }
            else if (!isSupporting && support is not null)
            {
                change.Db.Remove(support);
            }
            return null;
        }, cancellationToken);

    /// <summary>Items on which the person has sent a comment or agrees with one.</summary>
    private static Task<List<long>> CommentedAsync(RoundChange change, long personId, CancellationToken cancellationToken)
    {
        var (db, roundId) = (change.Db, change.Round.Id);
        return db.RoundComments.Where(c => c.RoundId == roundId && c.State == CommentState.Sent && c.ItemId != null
                && (c.AuthorId == personId || db.CommentSupports.Any(s => s.CommentId == c.Id && s.PersonId == personId)))
            .Select(c => c.ItemId!.Value).Distinct().ToListAsync(cancellationToken);
    }

    private static Func<WorkspaceDb, IQueryable<long>> Of(long itemId) => db => db.RoundItems.Where(i => i.Id == itemId).Select(i => i.RoundId);

    /// <summary>These answers are given before the deadline; afterwards a comment may still come, and is late.</summary>
    private Task<Outcome> StepAsync(long by, Func<WorkspaceDb, IQueryable<long>> round, Func<RoundChange, Commenter, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        rounds.StepAsync(by, round, _ => true, async change =>
        {
            var admitted = await RoundRights.AdmitAsync(change, cancellationToken);
            if (admitted.Refusal is { } refusal)
                return refusal;
            if (change.Round.State != RoundState.Open || change.Round.IsLate(change.Now))
                return new("RoundClosed");
            if (await step(change, admitted.Value!) is { } refused)
                return refused;
            await change.Db.AnnounceAsync([LiveTopic.Round(change.Round.Id)], cancellationToken);
            return null;
        }, cancellationToken);
}
