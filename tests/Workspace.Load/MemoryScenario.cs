namespace Workspace.Load;

/// <summary>
/// What one more connected client costs in resident memory. The server is first made to work hard, so that what its
/// garbage collector leaves lying about is there before and after; then many come, open a text, and hear what is typed.
/// </summary>
public static class MemoryScenario
{
    private const int Typists = 20;

    public static async Task RunAsync(LoadOptions options, ServerUnderLoad server, Report report)
    {
        var clients = options.ChosenClients ?? 800;
        report.Section($"Memory: {clients} clients on {options.Texts} text(s), beside {Typists} who type");
        var meeting = await DemoMeeting.JoinAsync(server, Typists);
        await using var typists = await OpenAsync(Typists);
        await TypeAsync(rate: 100, seconds: 8);
        var before = server.Use();
        await using var others = await OpenAsync(clients);
        await TypeAsync(rate: 5, seconds: 5);
        var after = server.Use();

        if (before is { } from && after is { } to)
        {
            report.Row("resident before", $"{from.Bytes / 1e6:0.0} MB");
            report.Row("resident with all of them", $"{to.Bytes / 1e6:0.0} MB");
            report.Row("per client", $"{(to.Bytes - from.Bytes) / 1e3 / clients:0} KB", "under 100 KB");
        }
        report.MustBeZero("clients whose text differs", await typists.SettleAsync() + await others.SettleAsync());

        Task<Writers> OpenAsync(int count) => Writers.OpenAsync(meeting, count, options.Texts, (_, textId, clientId) => new(textId, clientId));
        Task TypeAsync(double rate, int seconds) => Task.WhenAll(typists.Editors.Select((editor, n) => editor.TypeAsync(rate, TimeSpan.FromSeconds(seconds), n)));
    }
}
