using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Groups;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.People;
using Workspace.Web.People.Fields;

namespace Workspace.Web.Tests.Groups;

/// <summary>Renders pages and panels for somebody of a real group, interactive as in the browser.</summary>
public sealed class GroupPages : BunitContext
{
    public GroupPages(GroupScene scene, long person, string culture = "cs")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddScoped<CurrentGroup>();
        Services.AddScoped<Notices>();
        Services.AddSingleton<TimeProvider>(scene.World.Time);
        Services.AddSingleton(scene.Get<LiveUpdates>());
        Services.AddSingleton(scene.Get<PeopleService>());
        Services.AddSingleton(scene.Get<OrganisationService>());
        Services.AddSingleton(scene.Get<PersonStateService>());
        Services.AddSingleton(scene.Get<GroupService>());
        Services.AddSingleton(scene.Get<MembersService>());
        Services.AddSingleton(scene.Get<SeatService>());
        Services.AddSingleton(scene.Get<SeatTermService>());
        Services.AddSingleton(scene.Get<MembershipService>());
        Services.AddSingleton(scene.Get<OfficerService>());
        Services.AddSingleton(scene.Get<GuestService>());
        Services.AddSingleton(scene.Get<RulesService>());
        Services.AddSingleton(scene.Get<StandingItemService>());
        Services.AddSingleton(scene.Get<InvitationService>());
        this.AddAuthorization().SetAuthorized("somebody").SetClaims(new Claim(ClaimTypes.NameIdentifier, person.ToString(CultureInfo.InvariantCulture)));
        // Last: the renderer is the first service to be made, and after it none can be added.
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();
}

public static class GroupPagesWaits
{
    /// <summary>Waits until the markup holds the text; long enough for a busy machine.</summary>
    public static void WaitForText<T>(this IRenderedComponent<T> component, string text)
        where T : IComponent => component.WaitForState(() => component.Markup.Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(20));

    public static void WaitForNoText<T>(this IRenderedComponent<T> component, string text)
        where T : IComponent => component.WaitForState(() => !component.Markup.Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
}
