using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Texts;

/// <summary>T6: nobody hears of a change, and nobody is told that it is saved, before it is committed.</summary>
public sealed class CommitFirstTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhileTheDatabaseCannotCommit_NobodyHears(DatabaseKind kind)
    {
        await using var server = await TextServer.StartAsync(kind);
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await one.OpenAsync(table.TextId);
        await two.OpenAsync(table.TextId);
        await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"a"]]""");
        await two.HearAsync("Revisions");

        Task<System.Text.Json.Nodes.JsonNode> answer;
        await using (var db = server.Get<IDbContextFactory<WorkspaceDb>>().CreateDbContext())
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            // SQLite's transaction is the only writer as it is.
            if (kind == DatabaseKind.PostgreSql)
                await db.Database.ExecuteSqlRawAsync("""LOCK TABLE "TextRevisions" IN SHARE ROW EXCLUSIVE MODE""");
            answer = one.SubmitAsync(table.TextId, 1, "one", 2, """[1,[0,"b"]]""");
            var early = await Task.WhenAny(answer, two.HearAsync("Revisions"), Task.Delay(TimeSpan.FromSeconds(1)));
            Assert.False(answer.IsCompleted || early is Task<System.Text.Json.Nodes.JsonArray>);
            Assert.Equal(1, (long)(await two.OpenAsync(table.TextId))["version"]!);
            Assert.Single(await table.RevisionsAsync());
        }

        Assert.Equal(2, (long)(await answer)["version"]!);
        Assert.Equal(2, (await table.RevisionsAsync()).Count);
        Assert.Equal("ab", (string)(await two.OpenAsync(table.TextId))["text"]!);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task CommitThatFails_IsAnErrorForItsSender_AndTheTextGoesOn(DatabaseKind kind)
    {
        await using var server = await TextServer.StartAsync(kind);
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await two.OpenAsync(table.TextId);
        await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"a"]]""");

        await using (var db = server.Get<IDbContextFactory<WorkspaceDb>>().CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "TextRevisions" RENAME TO "Away" """);
            await Assert.ThrowsAsync<InvalidOperationException>(() => one.SubmitAsync(table.TextId, 1, "one", 2, """[1,[0,"b"]]"""));
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "TextRevisions" """);
        }

        Assert.Equal(2, (long)(await one.SubmitAsync(table.TextId, 1, "one", 2, """[1,[0,"b"]]"""))["version"]!);
        Assert.Equal(1, (long)(await two.HearAsync("Revisions"))[1]!);
        Assert.Equal(2, (long)(await two.HearAsync("Revisions"))[1]!);
    }

    /// <summary>A constraint other than the two keys is no sign that another server was faster.</summary>
    [Fact]
    public async Task CommitRefusedByTheDatabase_IsAnErrorAndNoEndlessTrying()
    {
        await using var server = await TextServer.StartAsync(DatabaseKind.Sqlite);
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using (var connection = new SqliteConnection($"Data Source={server.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER Never BEFORE INSERT ON TextRevisions BEGIN SELECT RAISE(ABORT, 'never'); END";
            await command.ExecuteNonQueryAsync();
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"a"]]"""));
    }
}
