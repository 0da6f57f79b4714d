using Workspace.Text;

namespace Workspace.Web.Texts;

/// <summary>Stores the text of a session from time to time, beside its work. Losing a snapshot loses nothing but time.</summary>
public sealed class TextSnapshot(long textId, long storedVersion, RevisionLog log, ILogger logger)
{
    private const int Every = 500;
    private Task saving = Task.CompletedTask;
    private long version = storedVersion;

    /// <summary>Begins to store the text if the last snapshot is old and none is being stored.</summary>
    public void Consider(long current, TextDocument document)
    {
        if (current - version >= Every && saving.IsCompleted)
            saving = Task.Run(() => SaveAsync(current, document));
    }

    /// <summary>Stores the last state of the text.</summary>
    public async Task FinishAsync(long current, TextDocument document)
    {
        await saving;
        if (current > version)
            await SaveAsync(current, document);
    }

    private async Task SaveAsync(long current, TextDocument document)
    {
        // Also where it fails: the next try is due as late as after a success.
        version = current;
        try
        {
            await log.SaveSnapshotAsync(textId, current, document.ToString());
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "No snapshot of text {TextId} was stored; opening it takes longer", textId);
        }
    }
}
