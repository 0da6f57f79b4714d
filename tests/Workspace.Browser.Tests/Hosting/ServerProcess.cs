using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>The program as its own process on a database of its own, so that it can be killed as a crash would.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("workspace-browser-");
    private readonly Dictionary<string, string> settings;
    private readonly StringBuilder output = new();
    private readonly HttpClient http = new();
    private Process? process;

    private ServerProcess(Dictionary<string, string> settings, string url)
    {
        this.settings = settings;
        Url = url;
    }

    public string Url { get; }

    public string DatabaseFile => Path.Combine(data.FullName, "workspace.db");

    /// <summary>What the program has printed, for when a test fails.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public static async Task<ServerProcess> StartNewAsync(DatabaseKind database = DatabaseKind.Sqlite, bool isDemo = true, string? connectionString = null)
    {
        var server = new ServerProcess(
            new()
            {
                ["Workspace__Database"] = database.ToString(),
                ["Workspace__Demo"] = isDemo ? "true" : "false",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Logging__LogLevel__Default"] = "Warning",
                ["ConnectionStrings__Workspace"] = database == DatabaseKind.PostgreSql ? connectionString ?? await PostgreSqlServer.NewDatabaseAsync() : "",
            },
            $"http://127.0.0.1:{FreePort()}");
        try
        {
            await server.StartAsync();
        }
        catch (InvalidOperationException)
        {
            // Nobody else knows of it, and it would go on starting beside the tests that follow.
            await server.DisposeAsync();
            throw;
        }
        return server;
    }

    /// <summary>Starts, or starts again after <see cref="Kill"/>, on the same database and address.</summary>
    public async Task StartAsync()
    {
        var project = Path.Combine(RepositoryRoot(), "src", "Workspace.Web");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = project, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location.Replace(AppContext.BaseDirectory, BuildOutput(project)));
        start.ArgumentList.Add($"--urls={Url}");
        start.ArgumentList.Add($"--contentRoot={project}");
        start.Environment["Workspace__DataDirectory"] = data.FullName;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (process.HasExited || waited.Elapsed > StartTimeout)
                throw new InvalidOperationException($"The server did not start.\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Ends the process as kill -9 does: nothing is finished, nothing is flushed.</summary>
    public void Kill()
    {
        process!.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            Kill();
        process?.Dispose();
        http.Dispose();
        data.Delete(recursive: true);
        await Task.CompletedTask;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            return (await http.GetAsync(Url + "/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private static string BuildOutput(string project)
    {
        // The same configuration and framework as this test's own output folder.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(project, "bin", own.Parent!.Name, own.Name) + Path.DirectorySeparatorChar;
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Workspace.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("Workspace.sln was not found above the tests.");
        return directory.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
