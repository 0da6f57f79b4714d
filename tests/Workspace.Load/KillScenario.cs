using System.Net.WebSockets;

namespace Workspace.Load;

/// <summary>
/// kill -9 while everybody writes; after the restart everything that was acknowledged, and everything that anybody had
/// received, must be there, unchanged and at its version.
/// </summary>
public static class KillScenario
{
    public static async Task RunAsync(LoadOptions options, ServerUnderLoad server, Report report)
    {
        report.Section($"kill -9: {options.Clients} clients on {options.Texts} text(s), {options.Rate} edits/s each, killed after {options.Seconds / 2.0} of {options.Seconds} s");
        if (!server.IsOwn)
        {
            report.Row("left out", $"it needs a server of its own");
            return;
        }
        var meeting = await DemoMeeting.JoinAsync(server, options.Clients);
        await using var writers = await Writers.OpenAsync(
            meeting, options.Clients, options.Texts, (_, textId, clientId) => new(textId, clientId) { Received = [] });
        var begun = writers.Editors.GroupBy(editor => editor.TextId).ToDictionary(own => own.Key, own => own.Max(editor => editor.Version));

        var time = TimeSpan.FromSeconds(options.Seconds);
        using var over = new CancellationTokenSource(time);
        var typing = Task.WhenAll(writers.Editors.Select((editor, n) => TypeThroughAsync(writers, editor, n, options.Rate, over.Token)));
        await Task.Delay(time / 2);
        await server.KillAsync();
        var acknowledged = writers.Editors.ToDictionary(editor => editor.ClientId, editor => editor.Acknowledged);
        var received = writers.Editors.Select(editor => (editor.TextId, Known: editor.Received!.ToList())).ToList();
        await server.StartAsync();
        await typing;
        var different = await writers.SettleAsync();

        var log = new Dictionary<(long Text, long Version), HubRevision>();
        foreach (var (textId, version) in begun)
            await ReadLogAsync(meeting, textId, version, log);
        var stored = log.Values.GroupBy(revision => revision.ClientId).ToDictionary(own => own.Key, own => (long)own.Count());
        var typed = writers.Editors.Sum(editor => editor.Confirmed);

        report.Row("changes typed / acknowledged before the kill", $"{typed} / {acknowledged.Values.Sum()}");
        report.Row("revisions received before the kill, all clients", $"{received.Sum(r => r.Known.Count)}");
        report.MustBeZero("acknowledged but lost", acknowledged.Sum(own => Math.Max(0, own.Value - stored.GetValueOrDefault(own.Key))));
        report.MustBeZero("received by somebody but lost or changed", received.Sum(r => r.Known.LongCount(known =>
            known.Version > begun[r.TextId] && !IsSame(log.GetValueOrDefault((r.TextId, known.Version)), known.Revision))));
        report.MustBeZero("typed but lost or stored twice", writers.Editors.Sum(editor => Math.Abs(editor.Confirmed - stored.GetValueOrDefault(editor.ClientId))));
        report.MustBeZero("clients whose text differs", different);
    }

    /// <summary>Types all the time; when the line is lost, goes on typing and connects again.</summary>
    private static async Task TypeThroughAsync(Writers writers, LoadEditor editor, int number, double rate, CancellationToken over)
    {
        var sending = Task.CompletedTask;
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate));
        while (!over.IsCancellationRequested)
        {
            await beat.WaitForNextTickAsync(CancellationToken.None);
            editor.Edit();
            if (!sending.IsCompleted)
                continue;
            await sending;
            sending = SendThroughAsync(writers, editor, number);
        }
        await sending;
    }

    private static async Task SendThroughAsync(Writers writers, LoadEditor editor, int number)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if (tries > 0)
                    await writers.ConnectAsync(number);
                await editor.SendAsync();
                return;
            }
            catch (Exception fault) when (fault is WebSocketException or HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
        throw new LoadFailure($"{editor.ClientId} found no way back.");
    }

    private static async Task ReadLogAsync(DemoMeeting meeting, long textId, long above, Dictionary<(long Text, long Version), HubRevision> log)
    {
        await using var line = await meeting.ConnectAsync(0);
        var answer = await line.OpenAsync(textId, above);
        if (answer.Revisions is not { } revisions)
            throw new LoadFailure($"The log of text {textId} above version {above} was not given.");
        for (var i = 0; i < revisions.Count; i++)
            log[(textId, answer.Version - revisions.Count + 1 + i)] = revisions[i];
    }

    private static bool IsSame(HubRevision stored, HubRevision received) =>
        stored.ClientId == received.ClientId && stored.Changes.ToJson() == received.Changes.ToJson();
}
