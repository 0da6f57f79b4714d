using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Workspace.Text.Tests;

/// <summary>CodeMirror's own code in a Node.js process, the same files that the browser gets.</summary>
internal sealed class CodeMirrorProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    public CodeMirrorProcess()
    {
        var root = Root();
        var assets = Path.Combine(root, "wwwroot-assets");
        if (!File.Exists(Path.Combine(assets, "node_modules", "@codemirror", "collab", "package.json")))
            Install(assets);
        _process = Start("node", root, Path.Combine(root, "tests", "Workspace.Text.Tests", "codemirror.mjs"), assets);
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public TextWriter Questions => _process.StandardInput;

    public TextReader Answers => _process.StandardOutput;

    /// <summary>Waits for the end and tells what the process complained about.</summary>
    public async Task<string> ErrorsAsync()
    {
        await _process.WaitForExitAsync();
        return await _errors;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Workspace.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No Workspace.sln above {AppContext.BaseDirectory}; run the tests from a clone of the repository.");
    }

    private static void Install(string assets)
    {
        using var npm = Start("npm", assets, "ci", "--no-audit", "--no-fund");
        npm.StandardInput.Close();
        var errors = npm.StandardError.ReadToEndAsync();
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"CodeMirror is not installed. Run 'npm ci' in {assets}; it failed here with: {errors.Result}");
    }

    private static Process Start(string program, string folder, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"Install Node.js 20 or newer, with npm: '{program}' could not be started.", e);
        }
    }
}
