using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Plans.Import.Reading;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import;

/// <summary><c>import-plan FILE --dry-run --json</c>: prints what an import of the file would understand, and saves nothing.</summary>
public static class ImportPlanCommand
{
    private const string Usage = "import-plan FILE --dry-run --json";

    /// <returns>0 when the plan was printed; 1 when the file or the arguments were refused, with a sentence on <paramref name="errors"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Stream output, TextWriter errors)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Cultures.Default);
        var localizers = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var files = arguments.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (files.Count != 1 || !arguments.Contains("--dry-run") || arguments.Except(files).Except(["--dry-run", "--json"]).Any())
        {
            await errors.WriteLineAsync(Usage);
            return 1;
        }
        var plan = await ReadAsync(files[0]);
        if (plan.Refusal is { } refusal)
        {
            await errors.WriteLineAsync(new StringLocalizer<RefusalStrings>(localizers)[refusal.Code, refusal.Arguments]);
            return 1;
        }
        await PlanJson.WriteAsync(plan.Value!, new StringLocalizer<ImportStrings>(localizers), output);
        return 0;
    }

    private static async Task<Outcome<ReadPlan>> ReadAsync(string path)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var source = await SourceFile.ReadAsync(file);
            return source.Refusal is { } refusal ? refusal : PlanReader.Read(source.Value!, KnownBodies.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal("ImportNoFile", path);
        }
    }
}
