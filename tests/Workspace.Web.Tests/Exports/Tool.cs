using System.ComponentModel;
using System.Diagnostics;

namespace Workspace.Web.Tests.Exports;

/// <summary>Runs the programs that judge what we write as its readers would: LibreOffice and the PDF tools.</summary>
internal static class Tool
{
    public static Task<string> TextOfDocxAsync(byte[] docx) => TextOfOfficeAsync(docx, "docx", "libreoffice-writer");

    public static Task<string> TextOfXlsxAsync(byte[] xlsx) => TextOfOfficeAsync(xlsx, "xlsx", "libreoffice-calc");

    private static async Task<string> TextOfOfficeAsync(byte[] content, string ending, string package)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File($"document.{ending}");
        await File.WriteAllBytesAsync(file, content);
        await RunAsync(
            "soffice",
            $"apt-get install {package}",
            $"-env:UserInstallation={new Uri(folder.File("profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, file);
        return await TextOfPdfAsync(await File.ReadAllBytesAsync(folder.File("document.pdf")));
    }

    public static async Task<string> TextOfPdfAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("document.pdf"), pdf);
        return await RunAsync("pdftotext", "apt-get install poppler-utils", "-layout", folder.File("document.pdf"), "-");
    }

    public static async Task<string> AboutPdfAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("document.pdf"), pdf);
        return await RunAsync("pdfinfo", "apt-get install poppler-utils", folder.File("document.pdf"));
    }

    private static async Task<string> RunAsync(string program, string install, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
            return output;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} is needed for this test: {install}", exception);
        }
    }
}
