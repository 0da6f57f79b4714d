using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;

namespace Workspace.Web.Plans.Import;

/// <summary>What an import needs of the program, with its settings and its database, without the web server.</summary>
internal static class ImportPlanServices
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static async Task<IServiceProvider> StartAsync()
    {
        var program = WebApplication.CreateBuilder();
        var settings = WorkspaceSettings.Read(program.Configuration, program.Environment.ContentRootPath);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddWorkspaceDb(settings);
        services.AddLive(settings);
        services.AddGroups();
        services.AddPlans();
        services.AddLocalization();
        var provider = services.BuildServiceProvider();
        await provider.MigrateAsync();
        return provider;
    }
}
