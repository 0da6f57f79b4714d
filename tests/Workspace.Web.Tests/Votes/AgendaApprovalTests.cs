using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>The agenda is put to the vote, or stated as approved, before any other item (R8).</summary>
public sealed class AgendaApprovalTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R8_AgendaIsApproved_OnceItsVoteIsAdopted_ByDeviceOrByConsensus(DatabaseKind kind)
    {
        await using var scene = await UnapprovedAsync(kind);
        Assert.False((await VotesAsync(scene)).IsAgendaApproved);
        var rejected = await scene.OpenAsync(Agenda(scene));
        await scene.CastAllAsync(rejected, Mark.Against, Mark.Against, Mark.For);
        Done(await scene.Lead.CloseAsync(scene.Chair, rejected));
        Assert.False((await VotesAsync(scene)).IsAgendaApproved);

        var stated = await scene.OpenAsync(Agenda(scene) with { Way = VoteWay.Consensus });
        Assert.False((await VotesAsync(scene)).IsAgendaApproved);
        Done(await scene.Lead.CloseAsync(scene.Chair, stated));
        Assert.True((await VotesAsync(scene)).IsAgendaApproved);
        Done(await scene.Records.AnnulAsync(scene.Chair, stated, "omylem"));
        Assert.False((await VotesAsync(scene)).IsAgendaApproved);
    }

    [Theory]
    [InlineData(VoteKind.Election, false)]
    [InlineData(VoteKind.Motion, true)]
    public void R8_OnlyAMotionWithEffect_ApprovesTheAgenda(VoteKind kind, bool isAdvisory)
    {
        var vote = new Vote(1, 1, new(1, "?") { ApprovesAgenda = true, Kind = kind, IsAdvisory = isAdvisory, Options = [new("A")] },
            new(MajorityBasis.Present, new(1, 2, true), TieRule.Falls, 1), 1, default);
        Assert.False(vote.ApprovesAgenda);
    }

    [Fact]
    public async Task R8_WhoLeads_IsWarned_UntilTheAgendaIsApproved_AndOfferedToVoteOnItOrToStateIt()
    {
        await using var scene = await UnapprovedAsync(DatabaseKind.Sqlite);
        await using var pages = new VotePages(scene, scene.Chair);
        var page = pages.Render<VotesPage>(p => p.Add(c => c.MeetingId, scene.MeetingId));
        page.WaitForElement(".agenda-due");
        await page.InvokeAsync(() => page.FindAll(".agenda-due button").Single(b => b.TextContent.Contains("shodou", StringComparison.Ordinal)).ClickAsync(new()));
        Assert.Equal("Program jednání se schvaluje v navrženém znění.", page.Find("#vote-question").GetAttribute("value") ?? page.Find("#vote-question").TextContent);
        Assert.True(page.Find("#vote-agenda").HasAttribute("checked"));

        var stated = await scene.OpenAsync(Agenda(scene) with { Way = VoteWay.Consensus });
        Done(await scene.Lead.CloseAsync(scene.Chair, stated));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".agenda-due")), TimeSpan.FromSeconds(30));
    }

    private static VoteInput Agenda(VoteScene scene) => new(scene.ItemId, "Schvaluje skupina program?") { ApprovesAgenda = true };

    /// <summary>The demo's running meeting as it was before its agenda was approved.</summary>
    private static async Task<VoteScene> UnapprovedAsync(DatabaseKind kind)
    {
        var scene = await VoteScene.CreateAsync(kind);
        await using var db = scene.World.Db();
        var approved = await db.Votes.Where(v => v.MeetingId == scene.MeetingId && v.ApprovesAgenda).Select(v => v.Id).SingleAsync();
        Done(await scene.Records.AnnulAsync(scene.Chair, approved, "zkouška"));
        return scene;
    }

    private static async Task<MeetingVotes> VotesAsync(VoteScene scene) => await scene.World.Get<VotingService>().OfMeetingAsync(scene.MeetingId);
}
