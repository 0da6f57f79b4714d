using System.Collections.Concurrent;

namespace Workspace.Web.Live;

/// <summary>
/// Calls whoever watches a topic after it changed. A listener is called at most about ten times a second; the next
/// round of a topic begins when all its listeners have answered, so that the pace slows down instead of piling up.
/// </summary>
public sealed class LiveUpdates(TimeProvider time, ILogger<LiveUpdates> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly TimeProvider clock = time;
    private readonly ILogger log = log;
    private readonly ConcurrentDictionary<LiveTopic, Watch> watches = new();

    /// <summary>Heard at once and unmerged, within the announcing thread: for caches that must not answer from before the change.</summary>
    public event Action<LiveTopic>? Announced;

    /// <summary>Announcements may have been missed; who keeps something of what is announced must compare it with the database.</summary>
    public event Action? MissedSome;

    public IDisposable Subscribe(LiveTopic topic, Func<Task> listener)
    {
        while (true)
        {
            var watch = watches.GetOrAdd(topic, key => new Watch(this, key));
            if (watch.TryAdd(listener) is { } subscription)
                return subscription;
        }
    }

    public void Announce(IEnumerable<LiveTopic> topics)
    {
        foreach (var topic in topics)
        {
            Announced?.Invoke(topic);
            if (watches.TryGetValue(topic, out var watch))
                watch.Touch();
        }
    }

    /// <summary>After announcements may have been missed, everything that is watched is read again.</summary>
    public void AnnounceAll()
    {
        MissedSome?.Invoke();
        Announce([.. watches.Keys]);
    }

    private sealed class Watch(LiveUpdates owner, LiveTopic topic)
    {
        private readonly Lock gate = new();
        private readonly List<Subscription> listeners = [];
        private bool isDirty, isRunning, isGone;

        public Subscription? TryAdd(Func<Task> listener)
        {
            lock (gate)
            {
                if (isGone)
                    return null;
                var subscription = new Subscription(this, listener);
                listeners.Add(subscription);
                return subscription;
            }
        }

        public void Remove(Subscription subscription)
        {
            lock (gate)
            {
                listeners.Remove(subscription);
                isGone = listeners.Count == 0;
                if (isGone)
                    owner.watches.TryRemove(new(topic, this));
            }
        }

        public void Touch()
        {
            lock (gate)
            {
                isDirty = true;
                if (isRunning)
                    return;
                isRunning = true;
            }
            _ = Task.Run(RunAsync);
        }

        private async Task RunAsync()
        {
            while (true)
            {
                Subscription[] round;
                lock (gate)
                {
                    isRunning = isDirty && listeners.Count > 0;
                    if (!isRunning)
                        return;
                    isDirty = false;
                    round = [.. listeners];
                }
                await Task.WhenAll(round.Select(CallAsync));
                await Task.Delay(Pause, owner.clock);
            }
        }

        private async Task CallAsync(Subscription subscription)
        {
            try
            {
                await subscription.Listener();
            }
            catch (Exception fault)
            {
                owner.log.LogError(fault, "A listener of {Topic} failed", topic);
            }
        }

        public sealed class Subscription(Watch watch, Func<Task> listener) : IDisposable
        {
            public Func<Task> Listener => listener;

            public void Dispose() => watch.Remove(this);
        }
    }
}
