using System.Diagnostics;
using System.Text;

namespace Workspace.Load;

/// <summary>
/// Many look on while the chair opens a vote, all cast their ballots at once, and the chair closes it: how long until the
/// card, and the result, is on every screen. Most are anywhere in the application, one in ten is in the meeting's room.
/// </summary>
public static class WatchersScenario
{
    private const int First = 20;
    private const int Rounds = 3;
    private const double Target = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(LoadOptions options, ServerUnderLoad server, Report report)
    {
        var count = Math.Max(2 * First, options.ChosenClients ?? 500);
        report.Section($"Watchers: {count} pages open, {count / 10} of them in the room, while {Rounds} votes are held");
        BlazorPack.CheckItself();
        using var voting = await DemoVoting.JoinAsync(server);
        var watchers = new List<Watcher>();
        try
        {
            await OpenAsync(First);
            await VoteAsync(0);
            var before = server.Use();
            var opening = Stopwatch.StartNew();
            await OpenAsync(count - First);
            report.Row("pages opened in", $"{opening.Elapsed.TotalSeconds:0.0} s");
            await Task.Delay(TimeSpan.FromSeconds(5));
            if (before is { } from && server.Use() is { } to)
                report.Row("server memory per watcher", $"{(to.Bytes - from.Bytes) / 1e3 / (count - First):0} KB", $"{from.Bytes / 1e6:0} MB with {First}, {to.Bytes / 1e6:0} MB with {count}");
            for (var round = 1; round <= Rounds; round++)
                await VoteAsync(round);
            report.MustBeNone("faults in the server's log", server.FaultsLogged());
            report.MustBeNone("circuits that ended", [.. watchers.Select(watcher => watcher.Fault).OfType<string>()]);
        }
        finally
        {
            foreach (var watcher in watchers)
                await watcher.DisposeAsync();
        }

        async Task OpenAsync(int more)
        {
            var numbers = Enumerable.Range(watchers.Count, more).ToList();
            await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) =>
            {
                var watcher = await Watcher.OpenAsync(voting.Voters[n % voting.Voters.Count].Person, n % 10 == 0 ? $"/meetings/{voting.MeetingId}" : "/");
                lock (watchers)
                    watchers.Add(watcher);
            });
            _ = PingAsync([.. watchers.TakeLast(more)]);
        }

        // The first vote only brings the server to its pace. In each, other numbers make the sentence of the result another.
        async Task VoteAsync(int round)
        {
            var name = $"vote {round}";
            var question = $"Souhlasíte s návrhem {Guid.NewGuid():N}?";
            var vote = await voting.PrepareAsync(question);
            await Task.Delay(TimeSpan.FromSeconds(2));
            await ShowAsync($"{name}: to the card", () => voting.OpenAsync(vote), () => Task.FromResult(question));

            var ballots = await Task.WhenAll(voting.Voters.Select(async (voter, n) =>
            {
                var clock = Stopwatch.StartNew();
                if (await DemoVoting.CastAsync(voter, vote, n < round ? "against" : "for") is { } refusal)
                    throw new LoadFailure($"A ballot was refused: {refusal}");
                return clock.Elapsed.TotalMilliseconds;
            }));
            if (round > 0)
                report.Row($"{name}: {ballots.Length} ballots at once, stored", $"{ballots.Max():0} ms", "the last one");
            await ShowAsync($"{name}: to the result", () => voting.CloseAsync(vote), async () => (await voting.ReadAsync(vote)).Verdict);

            async Task ShowAsync(string what, Func<Task> click, Func<Task<string>> text)
            {
                watchers.ForEach(watcher => watcher.Listen());
                var worked = server.Use()?.Processor;
                var clicked = Stopwatch.GetTimestamp();
                await click();
                var answered = Stopwatch.GetElapsedTime(clicked);
                var words = await text();
                if (words.Length == 0)
                    throw new LoadFailure($"{what}: there is nothing to wait for.");
                var expected = Encoding.UTF8.GetBytes(words);
                while (watchers.Any(watcher => watcher.Fault is null && watcher.SeenAt(expected) is null) && Stopwatch.GetElapsedTime(clicked) < Patience)
                    await Task.Delay(250);
                if (round == 0)
                    return;
                await Task.Delay(500);
                var seen = watchers.Select(watcher => watcher.SeenAt(expected)).OfType<long>().Select(at => Stopwatch.GetElapsedTime(clicked, at).TotalMilliseconds).Order().ToList();
                report.Row(what, $"{seen.Percentile(0.5):0} / {seen.Percentile(0.95):0} / {seen.Percentile(1):0} ms", $"p50/p95/max, p95 under {Target:0} ms; answered in {answered.TotalMilliseconds:0} ms, processor {(server.Use()?.Processor - worked)?.TotalMilliseconds:0} ms");
                if (seen.Count < watchers.Count || seen.Percentile(0.95) >= Target)
                    report.Fail($"{what}: {seen.Count} of {watchers.Count} saw it");
            }
        }
    }

    private static async Task PingAsync(IReadOnlyList<Watcher> watchers)
    {
        while (watchers.Any(watcher => watcher.Fault is null))
        {
            foreach (var watcher in watchers)
            {
                await watcher.PingAsync();
                await Task.Delay(TimeSpan.FromSeconds(10) / watchers.Count);
            }
        }
    }
}
