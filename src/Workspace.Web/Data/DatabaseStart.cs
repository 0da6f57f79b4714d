using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Workspace.Web.Data;

public static class DatabaseStart
{
    /// <summary>Brings the database to this program's migrations. EF Core's migration lock lets one server at a time do it.</summary>
    /// <exception cref="SettingException">The database cannot be reached.</exception>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkspaceDb>>().CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (NpgsqlException fault)
        {
            throw new SettingException($"ConnectionStrings:Workspace leads to no usable database: {fault.Message}");
        }
    }
}
