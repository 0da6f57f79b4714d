using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Workspace.Web.Tests.Mail;

/// <summary>What the mail server took, or did not take, from us.</summary>
public sealed record Delivery(bool Accepted, string[] To, string? User, byte[] Raw);

/// <summary>A real SMTP server (npm smtp-server) as a process of its own.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly Lazy<Task> Installed = new(InstallAsync);
    private readonly Process process;
    private readonly Channel<Delivery> deliveries = Channel.CreateUnbounded<Delivery>();

    private MailServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Settings of a program that sends by this server.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Workspace:PublicAddress"] = "https://workspace.example.org",
        ["Workspace:Smtp:Host"] = "127.0.0.1",
        ["Workspace:Smtp:Port"] = $"{Port}",
        ["Workspace:Smtp:From"] = "Pracovní skupina <workspace@example.org>",
        ["Workspace:Smtp:UseTls"] = "false",
    };

    public static async Task<MailServer> StartAsync(int refusals = 0, string? account = null)
    {
        await Installed.Value;
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Folder() };
        string[] arguments = ["server.mjs", $"{refusals}", .. account is null ? Array.Empty<string>() : [account]];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start.");
        var server = new MailServer(process, JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32());
        _ = server.ReadAsync();
        return server;
    }

    /// <summary>The next message that reaches the server; waits for it.</summary>
    public async Task<Delivery> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await deliveries.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Everything that has reached the server by the time it is stopped.</summary>
    public async Task<List<Delivery>> StopAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return await deliveries.Reader.ReadAllAsync().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await StopAsync();
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var delivery = JsonDocument.Parse(line).RootElement;
            await deliveries.Writer.WriteAsync(new(
                delivery.GetProperty("accepted").GetBoolean(),
                [.. delivery.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
                delivery.GetProperty("user").GetString(),
                delivery.GetProperty("raw").GetBytesFromBase64()));
        }
        deliveries.Writer.Complete();
    }

    private static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Folder(), "node_modules", "smtp-server")))
            return;
        var start = new ProcessStartInfo("npm", "ci --no-audit --no-fund") { WorkingDirectory = Folder(), RedirectStandardOutput = true, RedirectStandardError = true };
        using var npm = Process.Start(start)!;
        var output = new StringBuilder();
        npm.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        npm.ErrorDataReceived += (_, line) => output.AppendLine(line.Data);
        npm.BeginOutputReadLine();
        npm.BeginErrorReadLine();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"'npm ci' in {Folder()} failed: {output}");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "smtp");
}
