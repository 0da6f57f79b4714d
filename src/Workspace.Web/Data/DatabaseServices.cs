using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workspace.Web.Data;

public static class DatabaseServices
{
    /// <summary>Registers <c>IDbContextFactory&lt;WorkspaceDb&gt;</c> for the configured database, and keys kept in it.</summary>
    public static void AddWorkspaceDb(this IServiceCollection services, WorkspaceSettings settings)
    {
        services.AddSingleton<CommitAnnouncer>();
        if (settings.Database == DatabaseKind.Sqlite)
        {
            services.AddDbContextFactory<SqliteWorkspaceDb>((provider, options) => options
                .UseSqlite($"Data Source={Path.Combine(settings.DataDirectory, "workspace.db")};Default Timeout=30")
                .AddInterceptors(new SqlitePragmas(), provider.GetRequiredService<CommitAnnouncer>())
                .ConfigureWarnings(Quiet));
            services.AddSingleton<IDbContextFactory<WorkspaceDb>, WorkspaceDbFactory<SqliteWorkspaceDb>>();
        }
        else
        {
            services.AddDbContextFactory<PostgreSqlWorkspaceDb>((provider, options) => options
                .UseNpgsql(settings.ConnectionString)
                .AddInterceptors(provider.GetRequiredService<CommitAnnouncer>())
                .ConfigureWarnings(Quiet));
            services.AddSingleton<IDbContextFactory<WorkspaceDb>, WorkspaceDbFactory<PostgreSqlWorkspaceDb>>();
        }
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<WorkspaceDb>>().CreateDbContext());

        services.AddDataProtection().SetApplicationName("Workspace");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<WorkspaceDb>>(
            (options, factory) => options.XmlRepository = new DataProtectionKeyRepository(factory));
    }

    private static void Quiet(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning);

    private sealed class WorkspaceDbFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<WorkspaceDb>
        where TContext : WorkspaceDb
    {
        public WorkspaceDb CreateDbContext() => factory.CreateDbContext();
    }
}
