using System.Diagnostics;

namespace Workspace.Load;

/// <summary>How long opening takes: from asking to having the whole text, for texts with a long history.</summary>
public static class OpenScenario
{
    public const int Revisions = 10_000;
    private const int Rounds = 3;

    public static async Task RunAsync(ServerUnderLoad server, Report report)
    {
        report.Section($"Opening texts of 100 KB and 1 MB with {Revisions} revisions");
        if (!server.IsOwn)
        {
            report.Row("left out", $"it needs a server of its own");
            return;
        }
        var meeting = await DemoMeeting.JoinAsync(server, 1);
        var (small, medium, large) = (meeting.TextIds[^1], meeting.TextIds[^2], meeting.TextIds[^3]);
        await FillAsync(meeting, medium, 100_000);
        await FillAsync(meeting, large, 999_000);

        var first = new List<double>();
        var cold = new Dictionary<long, List<double>> { [medium] = [], [large] = [] };
        var warm = new Dictionary<long, List<double>> { [medium] = [], [large] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            meeting = await RestartAsync(server);
            first.Add(await OpenAsync(meeting, large));

            meeting = await RestartAsync(server);
            for (var n = 0; n < 40; n++)
                await OpenAsync(meeting, small);
            foreach (var textId in new[] { medium, large })
            {
                cold[textId].Add(await OpenAsync(meeting, textId));
                for (var n = 0; n < 10; n++)
                    warm[textId].Add(await OpenAsync(meeting, textId));
            }
        }
        report.Row("100 KB, in memory, median", $"{Median(warm[medium]):0.0} ms");
        report.Row("100 KB, from the database, median", $"{Median(cold[medium]):0.0} ms");
        report.Row("1 MB, in memory, median", $"{Median(warm[large]):0.0} ms", "under 50 ms");
        report.Row("1 MB, from the database, median", $"{Median(cold[large]):0.0} ms", "under 50 ms");
        report.Row("1 MB, first call ever after kill -9, median", $"{Median(first):0.0} ms");
    }

    private static double Median(List<double> times) => times.Order().ToList().Percentile(0.5);

    private static async Task<DemoMeeting> RestartAsync(ServerUnderLoad server)
    {
        await server.KillAsync();
        await server.StartAsync();
        return await DemoMeeting.JoinAsync(server, 1);
    }

    private static async Task<double> OpenAsync(DemoMeeting meeting, long textId)
    {
        await using var line = await meeting.ConnectAsync(0);
        var clock = Stopwatch.StartNew();
        var answer = await line.OpenAsync(textId);
        return answer.Text is null ? throw new LoadFailure($"Text {textId} did not open: {answer.Refused}") : clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>Writes into a text until it has the length, in so many revisions.</summary>
    public static async Task FillAsync(DemoMeeting meeting, long textId, int length)
    {
        const string words = "Pracovní skupina projednala zprávu o plnění opatření a bere ji na vědomí. ";
        await using var writers = await Writers.OpenAsync(meeting, 1, meeting.TextIds.Count, (_, _, clientId) => new(textId, clientId));
        var editor = writers.Editors[0];
        var random = new Random(1);
        var grown = editor.Length;
        for (var done = 0; done < Revisions; done++)
        {
            var until = grown + (long)(length - grown) * (done + 1) / Revisions;
            var piece = string.Concat(Enumerable.Repeat(words, 2))[..(int)Math.Max(1, until - editor.Length)];
            var at = random.Next(editor.Length + 1);
            editor.Edit(at, at, piece);
            if (done % 500 == 499)
                await editor.SendAsync();
        }
        await editor.SendAsync();
    }
}
