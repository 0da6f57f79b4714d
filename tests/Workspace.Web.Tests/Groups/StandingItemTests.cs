using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

public sealed class StandingItemTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Items_KeepTheirOrder_FirstThoseOfTheBeginning(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var service = scene.Get<StandingItemService>();
        var other = await service.AddAsync(scene.Secretary, scene.GroupId, new() { Title = "Různé", IsAtEnd = true });
        var opening = await service.AddAsync(scene.Secretary, scene.GroupId, new() { Title = "Zahájení", PlannedMinutes = 10 });
        var tasks = await service.AddAsync(scene.Secretary, scene.GroupId, new() { Title = "Kontrola úkolů", Kind = AgendaItemKind.Discussion });
        Assert.Equal(["Zahájení", "Kontrola úkolů", "Různé"], await TitlesAsync());

        Assert.True((await service.MoveAsync(scene.Secretary, scene.GroupId, tasks.Value, up: true)).IsDone);
        Assert.Equal(["Kontrola úkolů", "Zahájení", "Různé"], await TitlesAsync());
        // The last of the beginning does not slip among those of the end.
        Assert.True((await service.MoveAsync(scene.Secretary, scene.GroupId, opening.Value, up: false)).IsDone);
        Assert.Equal(["Kontrola úkolů", "Zahájení", "Různé"], await TitlesAsync());

        Assert.True((await service.UpdateAsync(scene.Secretary, scene.GroupId, tasks.Value, new() { Title = "Úkoly", IsAtEnd = true, PlannedMinutes = 5 })).IsDone);
        Assert.Equal(["Zahájení", "Různé", "Úkoly"], await TitlesAsync());
        Assert.True((await service.RemoveAsync(scene.Secretary, scene.GroupId, other.Value)).IsDone);
        Assert.Equal(["Zahájení", "Úkoly"], await TitlesAsync());

        async Task<IEnumerable<string>> TitlesAsync() => (await service.ReadAsync(scene.Member, scene.GroupId)).Value!.Items.Select(i => i.Title);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Item_ThatDoesNotFit_IsRefused(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var service = scene.Get<StandingItemService>();
        async Task<string?> Add(StandingItemInput input) => (await service.AddAsync(scene.Secretary, scene.GroupId, input)).Refusal?.Code;
        Assert.Equal("StandingTitleMissing", await Add(new() { Title = " " }));
        Assert.Equal("StandingTitleTooLong", await Add(new() { Title = new('a', 501) }));
        Assert.Equal("StandingMinutesInvalid", await Add(new() { Title = "Různé", PlannedMinutes = 0 }));
        Assert.Equal("StandingMinutesInvalid", await Add(new() { Title = "Různé", PlannedMinutes = 601 }));
        Assert.Equal("NotFound", (await service.UpdateAsync(scene.Secretary, scene.GroupId, 987654, new() { Title = "Různé" })).Refusal?.Code);
        for (var i = 0; i < StandingItemService.MostItems; i++)
            Assert.Null(await Add(new() { Title = "Bod" }));
        Assert.Equal("StandingTooMany", await Add(new() { Title = "Bod" }));
    }
}
