using System.ComponentModel;
using System.Diagnostics;
using Workspace.Web.Data;

namespace Workspace.Web.Exports;

/// <summary>
/// Prints an HTML page to PDF by the Chromium of this machine: the one named by the setting Workspace:ChromiumPath, else
/// the first one found.
/// </summary>
public sealed class PdfPrinter(WorkspaceSettings settings, ILogger<PdfPrinter> logger) : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim slots = new(AtOnce);
    private readonly string? chromium = settings.ChromiumPath ?? FindChromium();

    /// <summary>How long a print may take, waiting for its turn included.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a Chromium to print with.</summary>
    public bool IsAvailable => chromium is not null;

    /// <summary>Prints with the page's own margins, headers and footers, tagged; nothing is loaded from a network.</summary>
    /// <param name="html">
    /// The complete page, from a writer of this program. It has to forbid scripts and frames itself by a content
    /// security policy, since it is opened from a file and could otherwise show others; Chromium's own switch
    /// against scripts also stops it from printing.
    /// </param>
    /// <returns>
    /// The PDF, or null when there is no Chromium, when it failed, or when it took too long: the reader is then
    /// told to print the page from the browser.
    /// </returns>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken cancellation = default)
    {
        if (chromium is null) return null;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(Longest);
        var hasSlot = false;
        DirectoryInfo? folder = null;
        try
        {
            await slots.WaitAsync(late.Token);
            hasSlot = true;
            folder = Directory.CreateTempSubdirectory("workspace-pdf-");
            return await PrintAsync(chromium, html, folder.FullName, late.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning("Printing to PDF took longer than {Longest} and was stopped", Longest);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception)
        {
            logger.LogWarning(exception, "Printing to PDF by {Chromium} failed", chromium);
            return null;
        }
        finally
        {
            if (folder is not null) Remove(folder);
            if (hasSlot) slots.Release();
        }
    }

    public void Dispose() => slots.Dispose();

    private static string? FindChromium()
    {
        string[] names = OperatingSystem.IsWindows()
            ? ["chrome.exe", "msedge.exe"]
            : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(UsualPlaces()).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
            return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"];
        if (!OperatingSystem.IsWindows()) return [];
        Environment.SpecialFolder[] roots = [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86];
        return from root in roots
               from program in new[] { @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe" }
               select Path.Combine(Environment.GetFolderPath(root), program);
    }

    private async Task<byte[]?> PrintAsync(string program, string html, string folder, CancellationToken cancellation)
    {
        var page = Path.Combine(folder, "page.html");
        var pdf = Path.Combine(folder, "page.pdf");
        await File.WriteAllTextAsync(page, html, cancellation);
        using var process = Process.Start(Command(program, page, pdf, folder))!;
        try
        {
            // Somebody has to listen, or a talkative Chromium would wait.
            _ = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode == 0 && File.Exists(pdf)) return await File.ReadAllBytesAsync(pdf, cancellation);
            logger.LogWarning("Printing to PDF ended with {ExitCode}: {Errors}", process.ExitCode, await errors);
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static ProcessStartInfo Command(string program, string page, string pdf, string folder)
    {
        var command = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-default-browser-check",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            $"--print-to-pdf={pdf}",
        ];
        foreach (var argument in arguments) command.ArgumentList.Add(argument);
        // Chromium's sandbox refuses to run as root, as in many containers.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) command.ArgumentList.Add("--no-sandbox");
        command.ArgumentList.Add(new Uri(page).AbsoluteUri);
        return command;
    }

    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(exception, "The folder {Folder} could not be removed", folder.FullName);
        }
    }
}
