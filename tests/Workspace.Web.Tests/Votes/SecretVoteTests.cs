using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

public sealed class SecretVoteTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SecretBallots_AreCountedOnce_AndChangedOnlyWithTheirReceipt(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Tajně?") { IsSecret = true });
        var (seat, person) = scene.Present[0];
        var first = await scene.Ballots.CastAsync(person, vote, seat, Mark.For);
        Assert.Matches("^[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}$", first.Value!.Receipt);
        Assert.Equal("SeatHasVotedSecretly", (await scene.Ballots.CastAsync(person, vote, seat, Mark.Against)).Refusal?.Code);
        Assert.Equal("SeatHasVotedSecretly", (await scene.Ballots.CastAsync(person, vote, seat, Mark.Against, "AAA-AAA-AAA")).Refusal?.Code);
        Assert.Equal(first.Value.Receipt, (await scene.Ballots.CastAsync(person, vote, seat, Mark.Abstain, first.Value.Receipt)).Value!.Receipt);
        for (var i = 1; i < scene.Present.Count; i++)
            Done(await scene.CastAsync(scene.Present[i].PersonId, vote, scene.Present[i].SeatId, i < 12 ? Mark.For : Mark.Against));
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        var closed = await scene.FindAsync(vote);
        Assert.Equal((11, 6, 1), (closed.For, closed.Against, closed.Abstained));
    }

    /// <summary>Reads the tables as somebody with the whole database would: no column, order or system column joins the two.</summary>
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NoQuery_JoinsWhoVotedWithTheChoices(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Tajně?") { IsSecret = true });
        var receipts = new List<string>();
        foreach (var (seat, person) in scene.Present.Reverse())
            receipts.Add((await scene.Ballots.CastAsync(person, vote, seat, Mark.For)).Value!.Receipt!);
        await using var db = scene.World.Db();
        if (kind == DatabaseKind.Sqlite)
        {
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.SqlQueryRaw<long>("SELECT rowid AS \"Value\" FROM \"SecretBallots\"").ToListAsync());
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.SqlQueryRaw<long>("SELECT rowid AS \"Value\" FROM \"VoteParticipations\"").ToListAsync());
        }
        else
        {
            var transactions = await db.Database.SqlQueryRaw<string>("SELECT DISTINCT xmin::text AS \"Value\" FROM \"SecretBallots\"").ToListAsync();
            Assert.Single(transactions);
            Assert.Equal(receipts.Order(StringComparer.Ordinal), await db.Database.SqlQueryRaw<string>("SELECT \"Receipt\" AS \"Value\" FROM \"SecretBallots\" ORDER BY ctid").ToListAsync());
            Assert.Equal(
                scene.Present.Select(p => p.SeatId).Order(),
                await db.Database.SqlQueryRaw<long>("SELECT \"SeatId\" AS \"Value\" FROM \"VoteParticipations\" ORDER BY ctid").ToListAsync());
        }
        Assert.Equal(["VoteId"], Columns(db, typeof(SecretBallot)).Intersect(Columns(db, typeof(VoteParticipation))));
        Assert.Equal(["Choice", "Options", "Receipt", "VoteId"], Columns(db, typeof(SecretBallot)));
    }

    private static IEnumerable<string> Columns(WorkspaceDb db, Type type) => db.Model.FindEntityType(type)!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal);
}
