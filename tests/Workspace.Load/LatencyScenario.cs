using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workspace.Load;

/// <summary>From the local edit to the moment in which another client has taken it into its text.</summary>
public static class LatencyScenario
{
    public static async Task RunAsync(LoadOptions options, ServerUnderLoad server, Report report)
    {
        report.Section($"Latency: {options.Clients} clients on {options.Texts} text(s), {options.Rate} edits/s each, {options.Seconds} s");
        var meeting = await DemoMeeting.JoinAsync(server, options.Clients);
        var edited = new ConcurrentDictionary<(string Client, long Sequence), long>();
        var arrivals = new ConcurrentBag<double>();
        await using var writers = await Writers.OpenAsync(meeting, options.Clients, options.Texts, (_, textId, clientId) => new(textId, clientId)
        {
            Edited = sequence => edited[(clientId, sequence)] = Stopwatch.GetTimestamp(),
            Arrived = (client, sequence) =>
            {
                if (client != clientId && edited.TryGetValue((client, sequence), out var at))
                    arrivals.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            },
        });

        // The first seconds are the runtime's, which still compiles.
        await TypeAsync(TimeSpan.FromSeconds(3));
        edited.Clear();
        arrivals.Clear();
        var before = server.Use();
        var clock = Stopwatch.StartNew();
        await TypeAsync(TimeSpan.FromSeconds(options.Seconds));
        var (elapsed, after) = (clock.Elapsed, server.Use());
        var different = await writers.SettleAsync();

        double[] sorted = [.. arrivals.Order()];
        report.Row("arrivals measured", $"{sorted.Length}");
        report.Row("p50", $"{sorted.Percentile(0.5):0.00} ms");
        report.Row("p95", $"{sorted.Percentile(0.95):0.00} ms", "under 5 ms with 20 clients at 5 edits/s");
        report.Row("p99", $"{sorted.Percentile(0.99):0.00} ms");
        report.Row("longest", $"{sorted.Percentile(1):0.00} ms");
        if (before is { } from && after is { } to)
        {
            var share = (to.Processor - from.Processor) / elapsed * 100;
            report.Row("server processor, of one core", $"{share:0.0} %");
            report.Row("server processor, of one core, per client", $"{share / options.Clients:0.00} %");
        }
        report.MustBeZero("clients whose text differs", different);

        Task TypeAsync(TimeSpan time) => Task.WhenAll(writers.Editors.Select((editor, n) => editor.TypeAsync(options.Rate, time, n)));
    }
}
