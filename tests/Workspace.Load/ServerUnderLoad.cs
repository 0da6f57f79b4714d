using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Workspace.Web.Data;

namespace Workspace.Load;

/// <summary>The server: a process of our own with a temporary data directory, or one that runs already.</summary>
public sealed class ServerUnderLoad : IAsyncDisposable
{
    private const int FaultLines = 3;
    private readonly LoadOptions options;
    private readonly DirectoryInfo? directory;
    private Process? process;
    private readonly List<string> faults = [];
    private int faultLines;

    private ServerUnderLoad(LoadOptions options)
    {
        this.options = options;
        if (options.Url is not null)
        {
            Address = options.Url;
            return;
        }
        directory = Directory.CreateTempSubdirectory("workspace-load-");
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public Uri Address { get; }

    /// <summary>Whether the server may be stopped and filled at will.</summary>
    public bool IsOwn => directory is not null;

    /// <summary>The settings of the own server, for filling its database while it stands still.</summary>
    public WorkspaceSettings Settings() => WorkspaceSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Workspace:DataDirectory"] = directory!.FullName,
        ["Workspace:Database"] = options.IsPostgreSql ? nameof(DatabaseKind.PostgreSql) : nameof(DatabaseKind.Sqlite),
        ["ConnectionStrings:Workspace"] = options.Connection,
    }).Build(), directory.FullName);

    /// <summary>The errors that the server has written into its log since it was ready, each by its message and what comes after it.</summary>
    public IReadOnlyList<string> FaultsLogged()
    {
        lock (options)
            return [.. faults];
    }

    public static async Task<ServerUnderLoad> StartAsync(LoadOptions options)
    {
        var server = new ServerUnderLoad(options);
        if (server.IsOwn)
            await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Workspace.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Workspace.sln is in no directory above the program.");
        var web = Path.Combine(root, "src", "Workspace.Web");
        var built = Path.GetRelativePath(Path.Combine(root, "tests", "Workspace.Load"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, built, "Workspace.Web.dll"), "--urls", Address.ToString()])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Workspace__DataDirectory"] = directory!.FullName,
                ["Workspace__Demo"] = "true",
                ["Workspace__Database"] = options.IsPostgreSql ? "PostgreSql" : "Sqlite",
                ["ConnectionStrings__Workspace"] = options.Connection ?? "",
            },
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => KeepLog(line.Data);
        process.ErrorDataReceived += (_, line) => KeepLog(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync();
        lock (options)
            faults.Clear();
    }

    /// <summary>Ends the process as the system does when nobody asks it: SIGKILL.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Processor time used so far, and resident memory; null where the process is not known.</summary>
    public (TimeSpan Processor, long Bytes)? Use()
    {
        if (process is null)
            return null;
        process.Refresh();
        var resident = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return (process.TotalProcessorTime, long.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        directory?.Delete(recursive: true);
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var until = Stopwatch.StartNew(); until.Elapsed < TimeSpan.FromSeconds(90);)
        {
            if (process!.HasExited)
                throw new InvalidOperationException($"The server ended with code {process.ExitCode}:\n{File.ReadAllText(LogFile)}");
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The server is not ready after 90 seconds.");
    }

    private string LogFile => Path.Combine(directory!.FullName, "server.log");

    private void KeepLog(string? line)
    {
        lock (options)
        {
            File.AppendAllText(LogFile, line + "\n");
            if (line?.StartsWith("fail: ", StringComparison.Ordinal) == true || line?.StartsWith("crit: ", StringComparison.Ordinal) == true)
            {
                faults.Add("");
                faultLines = FaultLines;
            }
            else if (faultLines-- > 0)
                faults[^1] += " " + line?.Trim();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
