using Workspace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Workspace.Web.Api;

public static class ApiEndpoints
{
    public static void MapApi(this WebApplication app) => app.MapGroup("/api/v1");

    /// <summary>Live: the process answers. Ready: the database answers and all migrations are in.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live").AllowAnonymous();
        app.MapGet("/health/ready", async (IDbContextFactory<WorkspaceDb> factory, CancellationToken cancellationToken) =>
        {
            try
            {
                await using var db = await factory.CreateDbContextAsync(cancellationToken);
                var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
                return pending.Any() ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Text("ready");
            }
            catch (System.Data.Common.DbException)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
