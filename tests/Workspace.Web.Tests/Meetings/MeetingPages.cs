using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Attendance.Presence;
using Workspace.Web.Data;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Meetings;
using Workspace.Web.Meetings.Proposals;
using Workspace.Web.Meetings.Speakers;
using Workspace.Web.People;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Meetings;

/// <summary>Renders components for a person of a real meeting world, interactive as in the browser.</summary>
public sealed class MeetingPages : BunitContext
{
    public MeetingPages(MeetingWorld world, Person person, string culture = "cs")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddScoped<CurrentGroup>();
        Services.AddSingleton(world.World.Get<LiveUpdates>());
        Services.AddSingleton(world.World.Get<WorkspaceSettings>());
        Services.AddSingleton(world.Meetings);
        Services.AddSingleton(world.Agenda);
        Services.AddSingleton(world.World.Get<AgendaProposalService>());
        Services.AddSingleton(world.World.Get<ItemProposalService>());
        Services.AddSingleton(world.World.Get<AttachmentService>());
        Services.AddSingleton(world.World.Get<RollService>());
        Services.AddSingleton(world.World.Get<SpeakerService>());
        Services.AddSingleton(world.Lead);
        Services.AddSingleton<TimeProvider>(world.World.Time);
        Services.AddSingleton(world.World.Get<CheckInService>());
        Services.AddSingleton(world.World.Get<AnswerService>());
        Services.AddSingleton(world.World.Get<ConnectedPeople>());
        Services.AddScoped<CircuitPresence>();
        Services.AddSingleton(world.World.Get<VotingService>());
        Services.AddSingleton<VerdictWording>();
        this.AddAuthorization().SetAuthorized(person.Name)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)), new Claim(SignedIn.NameClaim, person.Name));
        // Last: the renderer is the first service to be made, and after it none can be added.
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>The address at which what is rendered next stands, for instance with a query.</summary>
    public void Address(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);
}

public static class MeetingPagesActs
{
    /// <summary>Finds and acts in one turn of the renderer: a live update in between would leave the element behind.</summary>
    public static Task ActAsync<T>(this IRenderedComponent<T> component, Func<IRenderedComponent<T>, Task> act)
        where T : IComponent => component.InvokeAsync(() => act(component));
}
