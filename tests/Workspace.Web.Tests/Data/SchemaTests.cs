using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Live;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Data;

public sealed class SchemaTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Model_HasNoChangeWithoutMigration(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var db = world.Db();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Save_AnnouncesAfterTheCommit(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var announced = new List<LiveTopic>();
        world.Get<LiveUpdates>().Announced += announced.Add;
        await using var db = world.Db();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(new Group("Skupina", "S", null));
            await db.SaveChangesAsync();
            Assert.Empty(announced);
            await transaction.RollbackAsync();
        }
        Assert.Empty(announced);

        var group = await world.AddAsync(new Group("Jiná skupina", "J", null));
        Assert.Contains(LiveTopic.Group(group.Id), announced);
    }
}
