using Workspace.Web.Data;

namespace Workspace.Web.Rounds.Comments;

public enum DraftState { Begun, Unsaved, Saving, Saved, Failed }

/// <summary>A comment that is being written: what the page holds of it. It is saved by itself a moment after the writing has paused.</summary>
public sealed class CommentDraft(CommentWriter writer, long? itemId, string draftId)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Retry = TimeSpan.FromSeconds(10);

    private Task saving = Task.CompletedTask;
    private int written, saved;

    /// <summary>It looks different: it was saved, or could not be.</summary>
    public event Action? Changed;

    public long? ItemId => itemId;

    public string DraftId => draftId;

    /// <summary>Null as long as it was never saved.</summary>
    public long? CommentId { get; private set; }

    public CommentKind Kind { get; set; }

    public CommentPassage? Passage { get; set; }

    public string? ProposedWording { get; set; }

    public string Reason { get; set; } = "";

    public DraftState State { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Why it could not be saved or sent; null also where nobody knows why.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Sent or thrown away: it is saved no more.</summary>
    public bool IsGone { get; private set; }

    public bool IsClean => written == saved;

    public bool IsEmpty => Reason.Length == 0 && ProposedWording is null;

    public CommentInput Input => new(draftId) { Kind = Kind, Passage = Passage, ProposedWording = ProposedWording, Reason = Reason, Since = SavedAt };

    /// <summary>Something was written; ends when that is saved, or more was written.</summary>
    public async Task WriteAsync()
    {
        var at = ++written;
        Show(DraftState.Unsaved, null);
        await writer.WaitAsync(Pause);
        if (at == written)
            await SaveAsync();
    }

    /// <summary>Saves now what is not saved.</summary>
    public Task SaveAsync()
    {
        if (saving.IsCompleted)
            saving = SaveUntilCleanAsync();
        return saving;
    }

    /// <summary>Tries again; what another window has saved meanwhile, and this one was told of, is overwritten.</summary>
    public Task SaveAgainAsync()
    {
        if (Refusal?.Code == "RoundDraftElsewhere")
            SavedAt = null;
        return SaveAsync();
    }

    /// <summary>Something was chosen, and nothing more is typed.</summary>
    public Task SaveNowAsync()
    {
        _ = WriteAsync();
        return SaveAsync();
    }

    /// <returns>Null where nobody knows why it was not sent.</returns>
    public async Task<Outcome<SentComment>?> SendAsync()
    {
        IsGone = true;
        await saving;
        var sent = await writer.SendAsync(itemId, Input);
        if (sent is { IsDone: true })
            return sent;
        IsGone = false;
        // What was written must be kept all the more.
        await SaveAsync();
        Show(State, sent?.Refusal);
        return sent;
    }

    public async Task<Refusal?> DropAsync()
    {
        IsGone = true;
        await saving;
        var refusal = CommentId is { } id ? (await writer.DropAsync(id)).Refusal : null;
        IsGone = refusal is null;
        return refusal;
    }

    /// <summary>Takes what is stored, unless this page knows something newer.</summary>
    public void Take(RoundComment stored)
    {
        if (!IsClean || stored.SavedAt <= SavedAt + TimeSpan.FromMilliseconds(1))
            return;
        (CommentId, SavedAt, Kind, ProposedWording, Reason) = (stored.Id, stored.SavedAt, stored.Kind, stored.ProposedWording, stored.Reason);
        Passage = stored is { PassageFrom: { } from, PassageTo: { } to } ? new(from, to) : null;
        Show(DraftState.Saved, null);
    }

    private async Task SaveUntilCleanAsync()
    {
        while (!IsClean && !IsGone)
        {
            var at = written;
            Show(DraftState.Saving, Refusal);
            var outcome = await writer.SaveAsync(itemId, Input);
            if (outcome is not { Value: { } done })
            {
                Show(DraftState.Failed, outcome?.Refusal ?? Refusal);
                if (outcome is null)
                    _ = RetryAsync();
                return;
            }
            (saved, CommentId, SavedAt) = (at, done.Id, done.SavedAt);
            Show(IsClean ? DraftState.Saved : DraftState.Unsaved, Refusal);
        }
    }

    private async Task RetryAsync()
    {
        await writer.WaitAsync(Retry);
        if (State == DraftState.Failed)
            await SaveAsync();
    }

    private void Show(DraftState state, Refusal? refusal)
    {
        (State, Refusal) = (state, refusal);
        Changed?.Invoke();
    }
}
