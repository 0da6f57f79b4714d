using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Home;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Demo;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Home;

public sealed class HomeServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Home_ShowsWhatRunsWhatComesAndWhatWas_OfOnesOwnGroups(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var member = await db.People.SingleAsync(p => p.DemoKey == "member-3");

        var home = await Service(world).ReadAsync(member.Id);

        Assert.Equal(MeetingState.Live, Assert.Single(home.Running).State);
        Assert.NotEmpty(home.Coming);
        Assert.Equal(home.Coming.OrderBy(m => m.StartsAt), home.Coming);
        Assert.NotEmpty(home.Past);
        Assert.Equal(home.Past.OrderByDescending(m => m.StartsAt), home.Past);
        Assert.NotEmpty(home.Groups);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Home_OfSomebodyWithoutAGroup_IsEmpty(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        var stranger = await world.AddAsync(new Web.People.Person("Cizí", "Člověk", null));

        var home = await Service(world).ReadAsync(stranger.Id);

        Assert.Empty(home.Running);
        Assert.Empty(home.Coming);
        Assert.Empty(home.Past);
        Assert.Empty(home.Groups);
    }

    private static HomeService Service(World world) => new(world.Get<IDbContextFactory<WorkspaceDb>>(), world.Get<GroupAccess>(), world.Time);
}
