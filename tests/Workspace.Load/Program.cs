using Workspace.Load;

LoadOptions options;
try
{
    options = LoadOptions.Read(args);
}
catch (FormatException fault)
{
    Console.Error.WriteLine($"{fault.Message}\n\n{LoadOptions.Usage}");
    return 2;
}

var report = new Report();
Console.WriteLine($"{(options.Url?.ToString() ?? (options.IsPostgreSql ? "own server on PostgreSQL" : "own server on SQLite"))}, {Environment.ProcessorCount} cores, load on the same machine");
foreach (var scenario in options.Scenario == "all" ? ["latency", "throughput", "open", "history", "memory", "kill", "watchers", "ballots", "rounds"] : new[] { options.Scenario })
{
    try
    {
        await using var server = await ServerUnderLoad.StartAsync(options);
        await RunAsync(scenario, server);
    }
    catch (LoadFailure fault)
    {
        report.Fail(fault.Message);
    }
    catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or TimeoutException)
    {
        Console.Error.WriteLine($"{scenario}: {fault.Message}");
        return 2;
    }
}
return report.HasFailed ? 1 : 0;

async Task RunAsync(string scenario, ServerUnderLoad server)
{
    switch (scenario)
    {
        case "latency":
            await LatencyScenario.RunAsync(options, server, report);
            break;
        case "throughput":
            await ThroughputScenario.RunAsync(options, server, report, options.Burst);
            break;
        case "open":
            await OpenScenario.RunAsync(server, report);
            break;
        case "history":
            await HistoryScenario.RunAsync(server, report);
            break;
        case "memory":
            await MemoryScenario.RunAsync(options, server, report);
            break;
        case "kill":
            await KillScenario.RunAsync(options, server, report);
            break;
        case "watchers":
            await WatchersScenario.RunAsync(options, server, report);
            break;
        case "ballots":
            await BallotsScenario.RunAsync(server, report);
            break;
        case "rounds":
            await RoundsScenario.RunAsync(server, report);
            break;
    }
}
