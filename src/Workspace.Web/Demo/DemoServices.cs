using System.Net;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Account;
using Workspace.Web.Data;

namespace Workspace.Web.Demo;

/// <summary>The demo: invented people, groups and meetings, and a sign-in by one click. Only where it is switched on.</summary>
public static class DemoServices
{
    public static void AddDemo(this IServiceCollection services, WorkspaceSettings settings)
    {
        if (settings.IsDemo)
            services.AddSingleton<DemoSeeder>();
    }

    public static async Task StartDemoAsync(this IServiceProvider services, WorkspaceSettings settings)
    {
        if (settings.IsDemo)
            await services.GetRequiredService<DemoSeeder>().SeedAsync();
    }

    /// <summary>One-click sign-in, offered to this machine only unless the settings say otherwise.</summary>
    public static void MapDemo(this WebApplication app, WorkspaceSettings settings)
    {
        if (!settings.IsDemo)
            return;
        app.MapGet("/account/demo/{key}", async (string key, HttpContext context, WorkspaceDb db, BrowserSignIn signIn) =>
        {
            var isNear = context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
            if (!isNear && !settings.IsDemoAnywhere)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            if (await db.People.SingleOrDefaultAsync(p => p.DemoKey == key) is not { } person)
                return Results.NotFound();
            await signIn.OpenAsync(context, person.Id, isRemembered: true);
            return Results.LocalRedirect("/");
        }).AllowAnonymous();
    }
}
