using Workspace.Web.Data;

namespace Workspace.Web.Rounds.Comments;

/// <summary>
/// Saves and sends what one person writes in one round. A fault is logged and answered by null: whoever is writing keeps
/// what they wrote, is told, and it is tried again.
/// </summary>
public sealed class CommentWriter(RoundCommentService service, long me, long roundId, TimeProvider time, ILogger log)
{
    public long RoundId => roundId;

    public Task<Outcome<SavedDraft>?> SaveAsync(long? itemId, CommentInput input) => TryAsync(() => service.SaveDraftAsync(me, roundId, itemId, input));

    public Task<Outcome<SentComment>?> SendAsync(long? itemId, CommentInput input) => TryAsync(() => service.SendAsync(me, roundId, itemId, input));

    public Task<Outcome> DropAsync(long commentId) => service.DropDraftAsync(me, commentId);

    public Task WaitAsync(TimeSpan length) => Task.Delay(length, time);

    private async Task<Outcome<T>?> TryAsync<T>(Func<Task<Outcome<T>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception fault)
        {
            log.LogError(fault, "A comment of round {Round} could not be stored", roundId);
            return null;
        }
    }
}
