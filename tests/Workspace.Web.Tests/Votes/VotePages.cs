using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Account;
using Workspace.Web.Attendance;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Meetings;
using Workspace.Web.Minutes;
using Workspace.Web.Votes;
using Workspace.Web.Votes.Minuted;
using Workspace.Web.Votes.Register;

namespace Workspace.Web.Tests.Votes;

/// <summary>Renders components for somebody of the voting scene, interactive as in the browser.</summary>
public sealed class VotePages : BunitContext
{
    public VotePages(VoteScene scene, long person, string culture = "cs")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddScoped<CurrentGroup>();
        Services.AddSingleton(scene.World.Get<LiveUpdates>());
        Services.AddSingleton(scene.World.Get<MinutedVotes>());
        Services.AddSingleton(scene.World.Get<MinutesBlockService>());
        Services.AddSingleton(scene.World.Get<ResolutionService>());
        Services.AddSingleton(scene.World.Get<VotingService>());
        Services.AddSingleton(scene.World.Get<BallotService>());
        Services.AddSingleton(scene.World.Get<MeetingService>());
        Services.AddSingleton(scene.Votes);
        Services.AddSingleton(scene.Lead);
        Services.AddSingleton<AttendanceWording>();
        Services.AddSingleton<VerdictWording>();
        Services.AddSingleton<VoteAccountWording>();
        this.AddAuthorization().SetAuthorized("somebody").SetClaims(
            new Claim(ClaimTypes.NameIdentifier, person.ToString(CultureInfo.InvariantCulture)), new Claim(SignedIn.NameClaim, "somebody"));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();
}
