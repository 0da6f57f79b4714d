using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Attendance.Presence;
using Workspace.Web.Layout;
using Workspace.Web.People.Fields;

namespace Workspace.Web.Tests.Hosting;

/// <summary>Renders components for somebody of a world, with its services and interactive as in the browser.</summary>
public class WorldPages : BunitContext
{
    /// <summary>For what comes by itself, however busy the machine is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public WorldPages(World world, long person, string culture = "cs", string name = "somebody")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        // What each circuit has of its own; the rest is the world's.
        Services.AddScoped<CurrentGroup>();
        Services.AddScoped<Notices>();
        Services.AddScoped(_ => new CircuitPresence(world.Get<ConnectedPeople>()));
        Services.AddFallbackServiceProvider(world.Services);
        this.AddAuthorization().SetAuthorized(name)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, person.ToString(CultureInfo.InvariantCulture)), new Claim(SignedIn.NameClaim, name));
        // Last: the renderer is the first service to be made, and after it none can be added.
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>Where what is rendered stands.</summary>
    public NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();
}
