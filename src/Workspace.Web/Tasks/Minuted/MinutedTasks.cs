using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Tasks.Minuted;

/// <summary>The tasks given under the items of a meeting, in the order of giving.</summary>
public sealed record TasksOnRecord(IReadOnlyList<TaskRow> All)
{
    public TaskRow? Find(long taskId) => All.FirstOrDefault(t => t.Id == taskId);

    /// <summary>
    /// Those of an item that belong into its text. A task that was cancelled need not: it is told where its line stands, and may
    /// go with it.
    /// </summary>
    public IEnumerable<TaskRow> Due => All.Where(t => t.Task.State != TaskState.Cancelled);
}

/// <summary>What the minutes of a meeting tell of its tasks, shared by all who read them. Rights are the caller's to check.</summary>
public sealed class MinutedTasks(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TimeProvider time) : IDisposable
{
    private readonly SharedReadings<TasksOnRecord> records = new(
        updates, time, t => t.IdAs(LiveTopic.MeetingTasks) ?? (t == LiveTopic.Directory ? SharedReadings<TasksOnRecord>.All : null), id => ReadAsync(factory, time, id));

    public async Task<TasksOnRecord> FindAsync(long meetingId, CancellationToken cancellationToken = default) => (await records.FindAsync(meetingId, cancellationToken))!;

    public void Dispose() => records.Dispose();

    private static async Task<TasksOnRecord?> ReadAsync(IDbContextFactory<WorkspaceDb> factory, TimeProvider time, long meetingId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return new(await TaskReading.ReadAsync(db, db.Tasks.Where(t => t.MeetingId == meetingId).OrderBy(t => t.Id), time.GetUtcNow()));
    }
}
