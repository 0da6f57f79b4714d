using System.Diagnostics;

namespace Workspace.Load;

/// <summary>Everybody writes one text as fast as acknowledgements allow, several changes in a submission as fast typing makes them.</summary>
public static class ThroughputScenario
{
    public static async Task RunAsync(LoadOptions options, ServerUnderLoad server, Report report, int burst)
    {
        report.Section($"Throughput: {options.Clients} clients on {options.Texts} text(s), {burst} change(s) a submission, {options.Seconds} s");
        var meeting = await DemoMeeting.JoinAsync(server, options.Clients);
        // One keeps the text, to be compared; the others keep versions and lengths.
        await using var writers = await Writers.OpenAsync(
            meeting, options.Clients, options.Texts, (n, textId, clientId) => new(textId, clientId) { KeepsText = n < options.Texts });

        await WriteAsync(TimeSpan.FromSeconds(3));
        var (before, earlier) = (server.Use(), writers.Editors.Sum(editor => editor.Confirmed));
        var (elapsed, roundTrips) = await WriteAsync(TimeSpan.FromSeconds(options.Seconds));
        var (after, edits) = (server.Use(), writers.Editors.Sum(editor => editor.Confirmed) - earlier);
        var different = await writers.SettleAsync();

        report.Row("edits committed and confirmed", $"{edits}");
        report.Row("edits a second", $"{edits / elapsed.TotalSeconds:0}", "at least 4000 with 20 clients on one text");
        double[] sorted = [.. roundTrips.Order()];
        report.Row("from sending to confirmed, p50 / p95", $"{sorted.Percentile(0.5):0.0} / {sorted.Percentile(0.95):0.0} ms");
        if (before is { } from && after is { } to)
            report.Row("server processor, of one core", $"{(to.Processor - from.Processor) / elapsed * 100:0} %");
        report.MustBeZero("clients whose text differs", different);

        async Task<(TimeSpan Elapsed, IEnumerable<double> RoundTrips)> WriteAsync(TimeSpan time)
        {
            var clock = Stopwatch.StartNew();
            var all = await Task.WhenAll(writers.Editors.Select(editor => Task.Run(async () =>
            {
                var roundTrips = new List<double>();
                while (clock.Elapsed < time)
                {
                    for (var n = 0; n < burst; n++)
                        editor.Edit();
                    var sent = Stopwatch.GetTimestamp();
                    await editor.SendAsync();
                    roundTrips.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }
                return roundTrips;
            })));
            return (clock.Elapsed, all.SelectMany(times => times));
        }
    }
}
