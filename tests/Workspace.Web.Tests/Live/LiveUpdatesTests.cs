using Microsoft.Extensions.Logging.Abstractions;
using Workspace.Web.Live;

namespace Workspace.Web.Tests.Live;

public sealed class LiveUpdatesTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly LiveUpdates live = new(TimeProvider.System, NullLogger<LiveUpdates>.Instance);

    [Fact]
    public async Task Announcement_ReachesWhoWatchesTheTopic_AndNobodyElse()
    {
        var heard = new TaskCompletionSource();
        var others = 0;
        using var one = live.Subscribe(LiveTopic.Meeting(1), Done(heard.SetResult));
        using var two = live.Subscribe(LiveTopic.Meeting(2), Done(() => others++));
        live.Announce([LiveTopic.Meeting(1)]);
        await heard.Task.WaitAsync(Longest);
        Assert.Equal(0, others);
    }

    [Fact]
    public async Task Burst_IsMerged_AndTheLastChangeIsHeard()
    {
        int state = 0, calls = 0;
        var seen = new TaskCompletionSource();
        using var watching = live.Subscribe(LiveTopic.Meeting(1), Done(() =>
        {
            Interlocked.Increment(ref calls);
            if (Volatile.Read(ref state) == 1_000)
                seen.TrySetResult();
        }));
        for (var i = 0; i < 1_000; i++)
        {
            Interlocked.Increment(ref state);
            live.Announce([LiveTopic.Meeting(1)]);
        }
        await seen.Task.WaitAsync(Longest);
        Assert.InRange(calls, 1, 100);
    }

    [Fact]
    public async Task ListenerThatFails_DoesNotStopTheOthers_NorItself()
    {
        var calls = 0;
        var heard = new SemaphoreSlim(0);
        using var failing = live.Subscribe(LiveTopic.Meeting(1), () =>
        {
            Interlocked.Increment(ref calls);
            throw new InvalidOperationException("It fails on purpose.");
        });
        using var other = live.Subscribe(LiveTopic.Meeting(1), Done(() => heard.Release()));
        for (var round = 0; round < 2; round++)
        {
            live.Announce([LiveTopic.Meeting(1)]);
            Assert.True(await heard.WaitAsync(Longest));
        }
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task SlowListener_IsNotCalledAgainBeforeItHasAnswered()
    {
        int running = 0, most = 0, calls = 0;
        var thrice = new TaskCompletionSource();
        using var watching = live.Subscribe(LiveTopic.Meeting(1), async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(150);
            Interlocked.Decrement(ref running);
            if (Interlocked.Increment(ref calls) == 3)
                thrice.TrySetResult();
        });
        while (!thrice.Task.IsCompleted)
        {
            live.Announce([LiveTopic.Meeting(1)]);
            await Task.Delay(5);
        }
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Disposed_HearsNothingMore_AndOthersMaySubscribeAnew()
    {
        var calls = 0;
        live.Subscribe(LiveTopic.Meeting(1), Done(() => calls++)).Dispose();
        var heard = new TaskCompletionSource();
        using var again = live.Subscribe(LiveTopic.Meeting(1), Done(heard.SetResult));
        live.Announce([LiveTopic.Meeting(1)]);
        await heard.Task.WaitAsync(Longest);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task AfterMissedAnnouncements_EverythingWatchedIsReadAgain()
    {
        var heard = new TaskCompletionSource();
        var isTold = false;
        live.MissedSome += () => isTold = true;
        using var watching = live.Subscribe(LiveTopic.Group(5), Done(heard.SetResult));
        live.AnnounceAll();
        await heard.Task.WaitAsync(Longest);
        Assert.True(isTold);
    }

    private static Func<Task> Done(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
