using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Workspace.Web.Tests.Hosting;

/// <summary>A real PostgreSQL server of our own for as long as the tests run, with a fresh database for whoever asks.</summary>
public static class PostgreSqlServer
{
    private static readonly Lazy<Task<string>> Address = new(StartAsync);

    /// <returns>The connection string of a new, empty database.</returns>
    public static async Task<string> NewDatabaseAsync()
    {
        var server = await Address.Value;
        var name = "t" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(server + ";Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return $"{server};Database={name}";
    }

    private static async Task<string> StartAsync()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        if (binaries is null)
            throw new InvalidOperationException("PostgreSQL is not installed; tests/run.sh installs it (package postgresql).");

        SweepLeftOvers();
        var directory = Directory.CreateTempSubdirectory("workspace-postgres-").FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, "owner"), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        var port = FreePort();
        // initdb and postgres refuse to run as root.
        var isRoot = Environment.UserName == "root";
        if (isRoot)
            await RunAsync("chown", "postgres", directory);
        string[] As(params string[] command) => isRoot ? ["runuser", "-u", "postgres", "--", .. command] : command;

        var data = Path.Combine(directory, "data");
        await RunAsync(As(Path.Combine(binaries, "initdb"), "-D", data, "-U", "workspace", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"));
        var command = As("sh", "-c", $"exec {binaries}/postgres -D {data} -p {port} -k {directory} -h 127.0.0.1 -c max_connections=400 > {directory}/log 2>&1");
        var server = Process.Start(new ProcessStartInfo(command[0]).With(command))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit(5000);
            Directory.Delete(directory, recursive: true);
        };

        // Each test has a database and so a pool of its own, whose connections are not to stay when it is done.
        var address = $"Host=127.0.0.1;Port={port};Username=workspace;Maximum Pool Size=40;Connection Idle Lifetime=5;Connection Pruning Interval=2";
        var until = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(address + ";Database=postgres");
                await connection.OpenAsync();
                return address;
            }
            catch (NpgsqlException) when (until.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    /// <summary>A test run may be killed before its server's files are gone, and those are gigabytes.</summary>
    private static void SweepLeftOvers()
    {
        foreach (var directory in Directory.GetDirectories(Path.GetTempPath(), "workspace-postgres-*"))
        {
            try
            {
                if (IsAlive(Path.Combine(directory, "owner")))
                    continue;
                if (File.Exists(Path.Combine(directory, "data", "postmaster.pid")) && IsAlive(Path.Combine(directory, "data", "postmaster.pid")))
                    Process.GetProcessById(PidIn(Path.Combine(directory, "data", "postmaster.pid"))).Kill();
                Directory.Delete(directory, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or System.ComponentModel.Win32Exception or FormatException)
            {
                // Somebody else's, or just being swept by another run.
            }
        }

        static int PidIn(string file) => int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);

        static bool IsAlive(string file) => Directory.Exists($"/proc/{PidIn(file)}");
    }

    private static ProcessStartInfo With(this ProcessStartInfo start, string[] command)
    {
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        return start;
    }

    private static async Task RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true }.With(command);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} failed: {output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
