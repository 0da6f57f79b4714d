using System.Collections.Concurrent;

namespace Workspace.Web.Live;

/// <summary>
/// What many people look at in the same moment, read once per server and change and shared by all: five hundred watchers
/// cost one read. What is announced before a read has ended makes that read stale, so that nobody is answered from before.
/// </summary>
public sealed class SharedReadings<T> : IDisposable
    where T : class
{
    public const long All = -1;

    private const int MostKept = 200;

    /// <summary>An announcement of another server can be missed while the connection to it is lost.</summary>
    private static readonly TimeSpan LongestTrust = TimeSpan.FromSeconds(15);

    private readonly LiveUpdates updates;
    private readonly TimeProvider time;
    private readonly Func<LiveTopic, long?> concerns;
    private readonly Func<long, Task<T?>> read;
    private readonly ConcurrentDictionary<long, Reading> readings = new();

    /// <param name="updates">Where announcements are heard.</param>
    /// <param name="time">The clock.</param>
    /// <param name="concerns">Which reading an announcement makes stale: its id, null for none, <see cref="All"/> for every one.</param>
    /// <param name="read">Reads; null where there is nothing of that id. What it yields is never altered.</param>
    public SharedReadings(LiveUpdates updates, TimeProvider time, Func<LiveTopic, long?> concerns, Func<long, Task<T?>> read)
    {
        (this.updates, this.time, this.concerns, this.read) = (updates, time, concerns, read);
        updates.Announced += Forget;
    }

    public async Task<T?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        if (readings.Count > MostKept)
            readings.Clear();
        var reading = readings.AddOrUpdate(id, Begin, (key, kept) => time.GetElapsedTime(kept.Begun) > LongestTrust || kept.HasFailed ? Begin(key) : kept);
        var value = await reading.Value.Value.WaitAsync(cancellationToken);
        if (value is null)
            readings.TryRemove(new(id, reading));
        return value;
    }

    /// <summary>What is read of it from now on is read anew.</summary>
    public void Forget(long id) => readings.TryRemove(id, out _);

    public void Dispose() => updates.Announced -= Forget;

    private void Forget(LiveTopic topic)
    {
        var id = concerns(topic);
        if (id == All)
            readings.Clear();
        else if (id is { } one)
            Forget(one);
    }

    private Reading Begin(long id) => new(new(() => read(id)), time.GetTimestamp());

    private sealed record Reading(Lazy<Task<T?>> Value, long Begun)
    {
        public bool HasFailed => Value is { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } };
    }
}
