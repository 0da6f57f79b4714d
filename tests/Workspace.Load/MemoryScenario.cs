namespace Workspace.Load;

/// <summary>What a connected client costs in resident memory: many clients with a text open, each having written.</summary>
public static class MemoryScenario
{
    public static async Task RunAsync(LoadOptions options, ServerUnderLoad server, Report report)
    {
        var clients = options.ChosenClients ?? 400;
        report.Section($"Memory: {clients} clients on {options.Texts} text(s)");
        var meeting = await DemoMeeting.JoinAsync(server, clients);
        // What the program needs once, whoever comes, is no client's.
        await using (await WriteAsync(20))
            await Task.Delay(TimeSpan.FromSeconds(3));
        var before = server.Use();
        await using var writers = await WriteAsync(clients);
        await Task.Delay(TimeSpan.FromSeconds(3));
        var after = server.Use();

        if (before is not { } from || after is not { } to)
        {
            report.Row("left out", $"it needs a server of its own");
            return;
        }
        report.Row("resident before", $"{from.Bytes / 1e6:0.0} MB");
        report.Row("resident with all of them", $"{to.Bytes / 1e6:0.0} MB");
        report.Row("per client", $"{(to.Bytes - from.Bytes) / 1e3 / clients:0} KB", "under 100 KB");
        report.MustBeZero("clients whose text differs", await writers.SettleAsync());

        async Task<Writers> WriteAsync(int count)
        {
            var opened = await Writers.OpenAsync(meeting, count, options.Texts, (_, textId, clientId) => new(textId, clientId));
            foreach (var editor in opened.Editors)
            {
                editor.Edit();
                await editor.SendAsync();
            }
            return opened;
        }
    }
}
