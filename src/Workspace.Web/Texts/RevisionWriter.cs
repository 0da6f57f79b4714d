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
    private readonly Channel<Waiting>? queue;
    private readonly Task worker = Task.CompletedTask;

    public RevisionWriter(IDbContextFactory<WorkspaceDb> factory, WorkspaceSettings settings)
    {
        this.factory = factory;
        if (settings.Database != DatabaseKind.Sqlite)
            return;
        queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
        worker = Task.Run(() => WorkAsync(queue.Reader));
    }

    /// <summary>
    /// Commits the revisions of one text, which follow each other. <see cref="AppendResult.Conflict"/> if another
    /// server was faster, or one of them is stored already; then none is stored.
    /// </summary>
    public async Task<AppendResult> AppendAsync(long textId, IReadOnlyList<KnownRevision> revisions)
    {
        try
        {
            if (queue is null)
                return await RevisionLog.AppendAsync(factory, textId, revisions);
            var waiting = new Waiting(textId, revisions, new(TaskCreationOptions.RunContinuationsAsynchronously));
            await queue.Writer.WriteAsync(waiting);
            return await waiting.Result.Task;
        }
        catch (DbException fault) when (RevisionLog.IsTaken(fault))
        {
            return AppendResult.Conflict;
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue?.Writer.TryComplete();
        await worker;
    }

    private async Task WorkAsync(ChannelReader<Waiting> reader)
    {
        SqliteAppender? appender = null;
        var batch = new List<Waiting>();
        while (await reader.WaitToReadAsync())
        {
            batch.Clear();
            while (reader.TryRead(out var waiting))
                batch.Add(waiting);
            try
            {
                appender ??= await SqliteAppender.OpenAsync(factory);
                Commit(appender, batch);
            }
            catch (Exception fault)
            {
                batch.ForEach(waiting => waiting.Result.TrySetException(fault));
                // Whatever is wrong with the connection, the next one is without it.
                await (appender?.DisposeAsync() ?? ValueTask.CompletedTask);
                appender = null;
            }
        }
        await (appender?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Commits all together; where one of them cannot be stored, each on its own.</summary>
    private static void Commit(SqliteAppender appender, IReadOnlyList<Waiting> batch)
    {
        try
        {
            var results = appender.Append([.. batch.Select(waiting => (waiting.TextId, waiting.Revisions))]);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Result.SetResult(results[i]);
        }
        catch (DbException) when (batch.Count > 1)
        {
            foreach (var waiting in batch)
                CommitAlone(appender, waiting);
        }
    }

    private static void CommitAlone(SqliteAppender appender, Waiting waiting)
    {
        try
        {
            Commit(appender, [waiting]);
        }
        catch (DbException fault)
        {
            waiting.Result.SetException(fault);
        }
    }

    private readonly record struct Waiting(long TextId, IReadOnlyList<KnownRevision> Revisions, TaskCompletionSource<AppendResult> Result);
}
