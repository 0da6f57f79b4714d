using System.Diagnostics;

namespace Workspace.Load;

/// <summary>How long the history of a long text takes: the pages as they come from the server, and who wrote what.</summary>
public static class HistoryScenario
{
    private const string Target = "under 300 ms";
    private const int Rounds = 10;

    public static async Task RunAsync(ServerUnderLoad server, Report report)
    {
        report.Section($"History of texts of 100 KB and 1 MB with {OpenScenario.Revisions} revisions");
        if (!server.IsOwn)
        {
            report.Row("left out", $"it needs a server of its own");
            return;
        }
        var meeting = await DemoMeeting.JoinAsync(server, 1);
        foreach (var (name, textId, length) in new[] { ("100 KB", meeting.TextIds[^2], 100_000), ("1 MB", meeting.TextIds[^3], 999_000) })
        {
            await OpenScenario.FillAsync(meeting, textId, length);
            await server.KillAsync();
            await server.StartAsync();
            meeting = await DemoMeeting.JoinAsync(server, 1);
            // So that the first figure is that of the text, not of a server that has just begun.
            for (var n = 0; n < 20; n++)
                await meeting.FetchAsync($"/texts/{meeting.TextIds[^1]}/history?at=0");
            await TellAsync(report, meeting, name, textId);
        }
        report.Row("server memory afterwards", $"{server.Use()?.Bytes / 1_048_576} MB");
    }

    private static async Task TellAsync(Report report, DemoMeeting meeting, string name, long textId)
    {
        const int all = OpenScenario.Revisions;
        var random = new Random(1);
        report.Row($"{name}: authors, from the database", $"{await TimeAsync(meeting, $"/texts/{textId}/authors"):0} ms", Target);
        report.Row($"{name}: authors, median", $"{await MedianAsync(_ => $"/texts/{textId}/authors"):0} ms", Target);
        report.Row($"{name}: opening the slider, median", $"{await MedianAsync(_ => $"/texts/{textId}/history"):0} ms", Target);
        report.Row($"{name}: jumping anywhere, median", $"{await MedianAsync(_ => $"/texts/{textId}/history?at={random.Next(all)}"):0} ms", Target);
        report.Row($"{name}: comparing 100 revisions, median", $"{await MedianAsync(_ => Comparison(random.Next(all - 100), 100)):0} ms", Target);
        report.Row($"{name}: comparing half of all, median", $"{await MedianAsync(_ => Comparison(random.Next(all / 2), all / 2)):0} ms", Target);

        string Comparison(int from, int count) => $"/texts/{textId}/history?from={from}&to={from + count}";

        async Task<double> MedianAsync(Func<int, string> address)
        {
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
                times.Add(await TimeAsync(meeting, address(round)));
            return times.Order().ToList().Percentile(0.5);
        }
    }

    private static async Task<double> TimeAsync(DemoMeeting meeting, string address)
    {
        var clock = Stopwatch.StartNew();
        await meeting.FetchAsync(address);
        return clock.Elapsed.TotalMilliseconds;
    }
}
