using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Texts;

/// <summary>
/// Commits revisions. SQLite has one writer, so whatever waits, of any text, shares one transaction and one flush to
/// the disk (group commit); PostgreSQL does that itself, and each text commits on its own.
/// </summary>
public sealed class RevisionWriter : IAsyncDisposable
{
    private readonly IDbContextFactory<WorkspaceDb> factory;
    private readonly Channel<Append>? waiting;
    private readonly Task worker = Task.CompletedTask;

    public RevisionWriter(IDbContextFactory<WorkspaceDb> factory, WorkspaceSettings settings)
    {
        this.factory = factory;
        if (settings.Database != DatabaseKind.Sqlite)
            return;
        waiting = Channel.CreateUnbounded<Append>(new() { SingleReader = true });
        worker = Task.Run(() => WorkAsync(waiting.Reader));
    }

    /// <summary>
    /// Commits the revisions of one text, which follow each other. <see cref="AppendResult.Conflict"/> if another
    /// server was faster, or one of them is stored already; then none is stored.
    /// </summary>
    public Task<AppendResult> AppendAsync(long textId, IReadOnlyList<KnownRevision> revisions)
    {
        var append = new Append(textId, revisions);
        if (waiting is null)
            return CommitOneAsync(append);
        if (!waiting.Writer.TryWrite(append))
            throw new ObjectDisposedException(nameof(RevisionWriter));
        return append.Result.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting?.Writer.TryComplete();
        await worker;
    }

    private async Task WorkAsync(ChannelReader<Append> reader)
    {
        var batch = new List<Append>();
        while (await reader.WaitToReadAsync())
        {
            batch.Clear();
            while (reader.TryRead(out var append))
                batch.Add(append);
            if (batch.Count > 1 && await TryCommitAllAsync(batch))
                continue;
            foreach (var append in batch)
            {
                try
                {
                    append.Result.SetResult(await CommitOneAsync(append));
                }
                catch (Exception fault)
                {
                    append.Result.SetException(fault);
                }
            }
        }
    }

    /// <summary>False where one of them could not be stored; then none was, and each is tried on its own.</summary>
    private async Task<bool> TryCommitAllAsync(List<Append> batch)
    {
        var results = new AppendResult[batch.Count];
        try
        {
            await using var db = await factory.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            for (var i = 0; i < batch.Count; i++)
                results[i] = await RevisionLog.AppendAsync(db, batch[i].TextId, batch[i].Revisions);
            await transaction.CommitAsync();
        }
        catch (Exception)
        {
            // Whose fault it is shows when each is tried on its own.
            return false;
        }
        for (var i = 0; i < batch.Count; i++)
            batch[i].Result.SetResult(results[i]);
        return true;
    }

    private async Task<AppendResult> CommitOneAsync(Append append)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var result = await RevisionLog.AppendAsync(db, append.TextId, append.Revisions);
            await transaction.CommitAsync();
            return result;
        }
        catch (DbException fault) when (RevisionLog.IsTaken(fault))
        {
            return AppendResult.Conflict;
        }
    }

    private sealed record Append(long TextId, IReadOnlyList<KnownRevision> Revisions)
    {
        public TaskCompletionSource<AppendResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
