namespace Workspace.Web.Rounds.Comments;

/// <summary>What was typed in this browser and never came to be saved.</summary>
public sealed record LeftDraft(string DraftId, long Item, int? From, int? To, string? Kind, string? Wording, string? Reason);

/// <summary>The drafts of one person in one round, as an open page holds them: those stored, and those just begun.</summary>
public sealed class RoundDrafts(CommentWriter writer)
{
    private readonly List<CommentDraft> drafts = [];

    /// <summary>Sent or thrown away here; what was read before that still has them.</summary>
    private readonly HashSet<string> gone = [];

    public long RoundId => writer.RoundId;

    /// <summary>Ids of those that are stored.</summary>
    public IEnumerable<long> Stored => drafts.Select(d => d.CommentId).OfType<long>();

    /// <param name="itemId">Null for the whole document.</param>
    public IEnumerable<CommentDraft> Of(long? itemId) => drafts.Where(d => d.ItemId == itemId);

    public CommentDraft Begin(long? itemId, CommentPassage? passage)
    {
        var draft = new CommentDraft(writer, itemId, $"{Guid.NewGuid():N}") { Passage = passage };
        drafts.Add(draft);
        return draft;
    }

    /// <summary>Takes what is stored now.</summary>
    /// <param name="stored">As it was read.</param>
    /// <param name="before">Ids of those that were stored before it was read: what is not there any more was sent or thrown away elsewhere.</param>
    public void Take(IReadOnlyList<RoundComment> stored, IReadOnlySet<long> before)
    {
        drafts.RemoveAll(d => d.IsClean && d.CommentId is { } id && before.Contains(id) && stored.All(s => s.Id != id));
        foreach (var comment in stored.Where(s => !gone.Contains(s.DraftId)))
        {
            if (drafts.Find(d => d.DraftId == comment.DraftId) is not { } draft)
                drafts.Add(draft = new(writer, comment.ItemId, comment.DraftId));
            draft.Take(comment);
        }
    }

    /// <summary>Goes on with what was typed and never saved.</summary>
    public void Restore(LeftDraft left)
    {
        long? itemId = left.Item == 0 ? null : left.Item;
        if (gone.Contains(left.DraftId))
            return;
        if (drafts.Find(d => d.DraftId == left.DraftId) is not { } draft)
            drafts.Add(draft = new(writer, itemId, left.DraftId));
        if (draft.ItemId != itemId || !draft.IsClean)
            return;
        (draft.ProposedWording, draft.Reason) = (left.Wording, left.Reason ?? "");
        draft.Kind = Enum.TryParse<CommentKind>(left.Kind, out var kind) ? kind : draft.Kind;
        draft.Passage = left is { From: { } from, To: { } to } ? new(from, to) : draft.Passage;
        _ = draft.WriteAsync();
    }

    public void Remove(CommentDraft draft)
    {
        drafts.Remove(draft);
        gone.Add(draft.DraftId);
    }

    /// <summary>A sent comment is a draft again.</summary>
    public void Reopen(string draftId) => gone.Remove(draftId);

    /// <summary>Saves now what is not saved.</summary>
    public Task SaveAsync() => Task.WhenAll(drafts.Where(d => !d.IsGone).Select(d => d.SaveAsync()));
}
