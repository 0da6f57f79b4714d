using Workspace.Web.Data;

namespace Workspace.Web.Live;

public static class LiveServices
{
    public static void AddLive(this IServiceCollection services, WorkspaceSettings settings)
    {
        services.AddSingleton<LiveUpdates>();
        if (settings.Database == DatabaseKind.PostgreSql)
            services.AddHostedService<PostgreSqlListener>();
    }
}
