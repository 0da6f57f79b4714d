using System.Diagnostics;

namespace Workspace.Load;

/// <summary>How long the server takes for the pages of a plan of 500 items, of a round with 5,000 comments, and of its settlement.</summary>
public static class RoundsScenario
{
    private const string Target = "under 300 ms";
    private const int Visits = 15;

    public static async Task RunAsync(ServerUnderLoad server, Report report)
    {
        report.Section($"A plan of {LargeRounds.Items} items, rounds of {LargeRounds.Comments} comments");
        if (!server.IsOwn)
        {
            report.Row("left out", $"it needs a server of its own");
            return;
        }
        await server.KillAsync();
        var large = await LargeRounds.FillAsync(server.Settings());
        await server.StartAsync();
        using var member = await DemoPerson.SignInAsync(server.Address, "member-1");
        using var secretary = await DemoPerson.SignInAsync(server.Address, "secretary");
        // So that the first figure is that of the round, not of a server that has just begun.
        for (var n = 0; n < Visits; n++)
            await member.Http.GetByteArrayAsync("/plans/1");
        var random = new Random(1);
        await TellAsync("the round, from the database", member, 1, _ => $"/rounds/{large.OpenId}", "");
        await TellAsync("the round", member, Visits, _ => $"/rounds/{large.OpenId}");
        await TellAsync("any of its items", member, Visits, _ => $"/rounds/{large.OpenId}?item={large.ItemIds[random.Next(LargeRounds.Items)]}");
        await TellAsync("settling, from the database", secretary, 1, _ => $"/rounds/{large.ClosedId}/settlement", "");
        await TellAsync("settling", secretary, Visits, _ => $"/rounds/{large.ClosedId}/settlement");
        await TellAsync("settling, unsettled only", secretary, Visits, _ => $"/rounds/{large.ClosedId}/settlement?show=unsettled");
        await TellAsync("settling, found by words", secretary, Visits, _ => $"/rounds/{large.ClosedId}/settlement?q=poradna");
        await TellAsync("comparison", secretary, Visits, _ => $"/rounds/{large.ClosedId}/comparison");
        await TellAsync("the plan", member, Visits, _ => $"/plans/{large.PlanId}");
        await TellAsync("home", member, Visits, _ => "/");
        await TellAsync("settlement.xlsx", secretary, 3, _ => $"/rounds/{large.ClosedId}/settlement.xlsx", "");
        await TellAsync("settlement.docx", secretary, 3, _ => $"/rounds/{large.ClosedId}/settlement.docx", "");
        report.Row("server memory afterwards", $"{server.Use()?.Bytes / 1_048_576} MB");

        async Task TellAsync(string what, DemoPerson reader, int visits, Func<int, string> address, string target = Target)
        {
            var times = new List<double>();
            var bytes = 0;
            for (var visit = 0; visit < visits; visit++)
            {
                var clock = Stopwatch.StartNew();
                bytes = (await reader.Http.GetByteArrayAsync(address(visit))).Length;
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
            times.Sort();
            report.Row(what, $"{times.Percentile(0.5):0} / {times[^1]:0} ms, {bytes / 1024} KB", target);
        }
    }
}
