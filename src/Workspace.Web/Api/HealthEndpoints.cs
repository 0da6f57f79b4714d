using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Api;

public static class HealthEndpoints
{
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
            catch (DbException)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
