using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Plans.Import.Reading;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Plans.Import;

/// <summary>
/// <c>import-plan FILE --dry-run --json</c>: prints what an import of the file would understand, and saves nothing. With
/// <c>--plan</c> and <c>--as</c> names are matched with the database's, and without <c>--dry-run</c> the plan is saved.
/// </summary>
public static class ImportPlanCommand
{
    /// <param name="arguments">Those after the command's name.</param>
    /// <param name="output">What was read, or what was saved.</param>
    /// <param name="errors">Why not.</param>
    /// <param name="services">The program's services; asked for only where the database is needed.</param>
    /// <returns>0 when it was done; 1 when the file or the arguments were refused, with a sentence on <paramref name="errors"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Stream output, TextWriter errors, Func<Task<IServiceProvider>> services)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Cultures.Default);
        var localizers = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var strings = new StringLocalizer<ImportStrings>(localizers);
        if (ImportPlanArguments.Read(arguments) is not { } command)
        {
            await errors.WriteLineAsync(ImportPlanArguments.Usage);
            return 1;
        }
        var done = await RunAsync(command, services);
        if (done.Value is not { } import)
        {
            await errors.WriteLineAsync(new StringLocalizer<RefusalStrings>(localizers)[done.Refusal!.Code, done.Refusal.Arguments]);
            return 1;
        }
        if (command.IsJson || command.IsDryRun)
            await PlanJson.WriteAsync(import.Plan, strings, output, import.Id);
        else
            await output.WriteAsync(Encoding.UTF8.GetBytes(strings["Saved", import.Plan.Areas.Count, import.Plan.Items.Count, import.Id!] + Environment.NewLine));
        return 0;
    }

    private static async Task<Outcome<Imported>> RunAsync(ImportPlanArguments command, Func<Task<IServiceProvider>> services)
    {
        try
        {
            await using var file = File.OpenRead(PathOf(command.File));
            if (command.Plan is null)
            {
                var source = await SourceFile.ReadAsync(file);
                var read = source.Value is { } document ? PlanReader.Read(document, KnownBodies.None) : source.Refusal!;
                return read.Value is { } plan ? new Imported(plan, null) : read.Refusal!;
            }
            return await ImportAsync(command, file, await services());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal("ImportNoFile", command.File);
        }
        catch (SettingException fault)
        {
            return new Refusal("ImportSettings", fault.Message);
        }
    }

    private static async Task<Outcome<Imported>> ImportAsync(ImportPlanArguments command, FileStream file, IServiceProvider services)
    {
        var found = await FindAsync(services.GetRequiredService<IDbContextFactory<WorkspaceDb>>(), command.Plan!, command.Person!);
        if (found.Value is not { } target)
            return found.Refusal!;
        var imports = services.GetRequiredService<PlanImportService>();
        var read = await imports.ReadAsync(target.PersonId, target.PlanId, file);
        if (read.Value is not { } plan)
            return read.Refusal!;
        if (command.IsDryRun)
            return new Imported(plan, null);
        var saved = await imports.SaveAsync(target.PersonId, target.PlanId, ImportedPlan.Of(plan, Path.GetFileName(command.File)));
        return saved.Refusal is { } refusal ? refusal : new Imported(plan, saved.Value);
    }

    private static async Task<Outcome<Target>> FindAsync(IDbContextFactory<WorkspaceDb> factory, string plan, string email)
    {
        await using var db = await factory.CreateDbContextAsync();
        var person = await db.People.Where(p => p.NormalizedEmail == email.Trim().ToUpperInvariant() && p.IsActive).Select(p => (long?)p.Id).SingleOrDefaultAsync();
        if (person is not { } personId)
            return new Refusal("ImportPersonUnknown", email);
        var plans = await db.Plans.Select(p => new { p.Id, p.Name }).ToListAsync();
        var named = plans.Where(p => long.TryParse(plan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && p.Id == id).ToList();
        if (named.Count == 0)
            named = [.. plans.Where(p => SearchText.Fold(p.Name) == SearchText.Fold(plan.Trim()))];
        return named.Count switch
        {
            0 => new Refusal("ImportPlanUnknown", plan),
            1 => new Target(named[0].Id, personId),
            _ => new Refusal("ImportPlanNotUnique", plan),
        };
    }

    // `dotnet run` starts the program in the project's folder; whoever calls it means a file of theirs.
    private static string PathOf(string file) =>
        !File.Exists(file) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell && Path.Combine(shell, file) is var there && File.Exists(there) ? there : file;

    private sealed record Target(long PlanId, long PersonId);

    private sealed record Imported(ReadPlan Plan, long? Id);
}
