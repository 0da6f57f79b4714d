using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using Workspace.Web.Votes.Register;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes.Register;

public sealed class ResolutionServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task V13_Register_IsNewestFirst_AndFoundByWordsYearStateAndMeeting(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var group = await GroupAsync(scene);
        var adopted = await ResolveAsync(scene, "Skupina bere na vědomí žádost o podporu.");
        var before = (await SearchAsync(scene, group, new())).All;
        Assert.True(before >= 6);

        var all = await SearchAsync(scene, group, new());
        Assert.Equal(adopted, all.Rows[0].Vote.Id);
        Assert.Equal(all.Rows.OrderByDescending(r => r.Day).Select(r => r.Vote.Id), all.Rows.Select(r => r.Vote.Id));
        Assert.Equal((scene.MeetingId, ResolutionState.Valid), (all.Rows[0].Meeting.Id, all.Rows[0].State));
        Assert.All(all.Rows, r => Assert.NotNull(r.Vote.Result));

        Assert.Equal([adopted], Ids(await SearchAsync(scene, group, new("ZADOST  podporu"))));
        Assert.Equal([adopted], Ids(await SearchAsync(scene, group, new(all.Rows[0].NumberText, MeetingId: scene.MeetingId))));
        Assert.Empty(Ids(await SearchAsync(scene, group, new("žádost neexistující"))));
        Assert.Equal([adopted], Ids(await SearchAsync(scene, group, new(MeetingId: scene.MeetingId))));
        Assert.All((await SearchAsync(scene, group, new(Year: all.Years[^1]))).Rows, r => Assert.EndsWith($"/{all.Years[^1]}", r.NumberText));
        Assert.Empty(Ids(await SearchAsync(scene, group, new(Year: 1999))));

        Done(await scene.Records.AnnulAsync(scene.Chair, adopted, "hlasovalo se o jiném znění"));
        Assert.Equal([adopted], Ids(await SearchAsync(scene, group, new(State: ResolutionState.Revoked))));
        Assert.DoesNotContain(adopted, Ids(await SearchAsync(scene, group, new(State: ResolutionState.Valid))));
    }

    [Fact]
    public async Task ResolutionCorrectedToNotAdopted_IsRevoked_AndKeepsItsNumber()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var group = await GroupAsync(scene);
        var vote = await ResolveAsync(scene, "Skupina souhlasí.");
        var number = (await SearchAsync(scene, group, new())).Rows[0].NumberText;
        Done(await scene.Records.CorrectAsync(scene.Chair, vote, new HandCount(3, 15, 0), "obrácená čísla"));
        var row = (await SearchAsync(scene, group, new(number, State: ResolutionState.Revoked))).Rows[0];
        Assert.Equal((vote, number), (row.Vote.Id, row.NumberText));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Register_IsRefusedToStrangers_AndTellsWhetherThereIsAny(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var group = await GroupAsync(scene);
        var service = scene.World.Get<ResolutionService>();
        Assert.Equal(Refusal.NotFound, (await service.SearchAsync(scene.Stranger, group, new())).Refusal);
        Assert.Equal(Refusal.NotFound, (await service.SearchAsync(scene.Chair, 987_654, new())).Refusal);
        Assert.Null((await service.SearchAsync(await scene.PersonAsync("guest-1"), group, new())).Refusal);
        Assert.True(await service.HasAnyAsync(group));
        await using var db = scene.World.Db();
        Assert.False(await service.HasAnyAsync(await db.Groups.Where(g => g.ParentId != null).Select(g => g.Id).SingleAsync()));
    }

    [Fact]
    public async Task MoreThanAPage_ArePaged_AndAPageBehindTheLastIsTheLast()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var group = await GroupAsync(scene);
        for (var i = 0; i < ResolutionService.PageSize; i++)
            await ResolveAsync(scene, $"Skupina souhlasí, bod {i}.");
        var first = await SearchAsync(scene, group, new("souhlasí bod"));
        Assert.Equal((ResolutionService.PageSize, 1, 1), (first.Found, first.Page, first.PageCount));
        await ResolveAsync(scene, "Skupina souhlasí, bod poslední.");
        var last = await SearchAsync(scene, group, new("souhlasí bod", Page: 9));
        Assert.Equal((ResolutionService.PageSize + 1, 2, 2), (last.Found, last.Page, last.PageCount));
        Assert.Equal("Skupina souhlasí, bod 0.", Assert.Single(last.Rows).Vote.Wording);
    }

    internal static async Task<long> ResolveAsync(VoteScene scene, string wording)
    {
        var vote = await scene.OpenAsync(new(scene.ItemId, "Schvaluje skupina návrh?") { Way = VoteWay.HandsCounted, Wording = wording });
        Done(await scene.Lead.CloseAsync(scene.Chair, vote, new(15, 1, 2)));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, vote));
        return vote;
    }

    internal static async Task<long> GroupAsync(VoteScene scene)
    {
        await using var db = scene.World.Db();
        return await db.Meetings.Where(m => m.Id == scene.MeetingId).Select(m => m.GroupId).SingleAsync();
    }

    private static async Task<ResolutionList> SearchAsync(VoteScene scene, long group, ResolutionQuery query) =>
        (await scene.World.Get<ResolutionService>().SearchAsync(scene.Chair, group, query)).Value!;

    private static IEnumerable<long> Ids(ResolutionList list) => list.Rows.Select(r => r.Vote.Id);
}
