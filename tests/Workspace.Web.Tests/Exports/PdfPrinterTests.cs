using Microsoft.Extensions.Logging.Abstractions;
using Workspace.Web.Data;
using Workspace.Web.Exports;

namespace Workspace.Web.Tests.Exports;

public class PdfPrinterTests
{
    private const string Page = "<!DOCTYPE html><html lang=\"cs\"><head><meta charset=\"utf-8\"><title>Zkouška</title></head><body><h1>Příliš žluťoučký</h1></body></html>";

    [Fact]
    public async Task Print_Page_IsATaggedPdfWithItsText()
    {
        using var printer = Printer(null);
        Assert.True(printer.IsAvailable, "Chromium is needed for this test: apt-get install chromium");
        var pdf = await printer.PrintAsync(Page);
        Assert.NotNull(pdf);
        Assert.Contains("Příliš žluťoučký", await Tool.TextOfPdfAsync(pdf));
        var about = await Tool.AboutPdfAsync(pdf);
        Assert.Matches(@"Title:\s+Zkouška", about);
        Assert.Matches(@"Tagged:\s+yes", about);
    }

    [Fact]
    public async Task Print_ByAProgramThatIsGone_IsNull()
    {
        using var printer = Printer("/nowhere/chromium");
        Assert.Null(await printer.PrintAsync(Page));
    }

    [Fact]
    public async Task Print_ByAProgramThatFails_IsNullAndLeavesNothing()
    {
        using var program = new StandIn("exit 3");
        using var printer = Printer(program.File);
        Assert.Null(await printer.PrintAsync(Page));
        Assert.False(program.FolderIsLeft);
    }

    [Fact]
    public async Task Print_ByAProgramThatHangs_IsKilledAndNull()
    {
        using var program = new StandIn("sleep 600 & wait");
        using var printer = Printer(program.File, TimeSpan.FromSeconds(2));
        Assert.Null(await printer.PrintAsync(Page));
        Assert.False(program.FolderIsLeft);
        Assert.False(program.IsRunning);
    }

    [Fact]
    public async Task Print_Cancelled_IsKilled()
    {
        using var program = new StandIn("sleep 600 & wait");
        using var printer = Printer(program.File);
        using var cancellation = new CancellationTokenSource();
        var printing = printer.PrintAsync(Page, cancellation.Token);
        await program.HasStartedAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        Assert.False(program.FolderIsLeft);
        Assert.False(program.IsRunning);
    }

    [Fact]
    public async Task Print_ManyPages_TwoAtOnce()
    {
        using var program = new StandIn("sleep 0.3; echo pdf > \"$pdf\"; echo ended >> \"$log\"");
        using var printer = Printer(program.File);
        var printed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => printer.PrintAsync(Page)));
        Assert.All(printed, pdf => Assert.Equal("pdf\n"u8.ToArray(), pdf));
        Assert.Equal(2, program.MostAtOnce);
    }

    private static PdfPrinter Printer(string? chromium, TimeSpan? longest = null)
    {
        var settings = new WorkspaceSettings(DatabaseKind.Sqlite, "", "", false, false, null, chromium, null);
        return new PdfPrinter(settings, NullLogger<PdfPrinter>.Instance) { Longest = longest ?? TimeSpan.FromSeconds(60) };
    }

    /// <summary>A program in Chromium's place that does what the test needs and writes down when it ran.</summary>
    private sealed class StandIn : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public StandIn(string commands)
        {
            File = folder.File("chromium");
            System.IO.File.WriteAllText(File, $$"""
                #!/bin/bash
                log={{Log}}
                for argument in "$@"; do case "$argument" in --print-to-pdf=*) pdf="${argument#*=}" ;; esac; done
                echo "started $$ $pdf" >> "$log"
                {{commands}}

                """);
            if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("This test needs bash.");
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public string File { get; }

        public bool FolderIsLeft => Starts.Any(start => Directory.Exists(Path.GetDirectoryName(start[2])));

        public bool IsRunning => Starts.Any(start => Directory.Exists($"/proc/{start[1]}"));

        public int MostAtOnce
        {
            get
            {
                var (now, most) = (0, 0);
                foreach (var line in System.IO.File.ReadLines(Log)) most = Math.Max(most, now += line == "ended" ? -1 : 1);
                return most;
            }
        }

        private string Log => folder.File("log");

        private IEnumerable<string[]> Starts => System.IO.File.ReadLines(Log).Where(line => line != "ended").Select(line => line.Split(' '));

        public async Task HasStartedAsync()
        {
            while (!System.IO.File.Exists(Log)) await Task.Delay(20);
        }

        public void Dispose() => folder.Dispose();
    }
}
