using System.Net.WebSockets;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Texts;

/// <summary>The hub as browsers meet it: the whole program, real sockets, the JSON protocol.</summary>
public sealed class TextHubTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Submit_ReachesEverybodyWithTheServersAuthorAndTime(DatabaseKind kind)
    {
        await using var server = await TextServer.StartAsync(kind);
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await using var guest = await server.ConnectAsync(table.Guest);
        Assert.True((bool)(await one.OpenAsync(table.TextId))["canEdit"]!);
        Assert.True((bool)(await two.OpenAsync(table.TextId))["canEdit"]!);
        Assert.False((bool)(await guest.OpenAsync(table.TextId))["canEdit"]!);

        var before = DateTimeOffset.UtcNow;
        var answer = await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"Dobrý"]]""", """[5,[0," den","😀"]]""");

        Assert.Equal(2, (long)answer["version"]!);
        foreach (var line in new[] { one, two, guest })
        {
            var heard = await line.HearAsync("Revisions");
            Assert.Equal((table.TextId, 1, 2), ((long)heard[0]!, (long)heard[1]!, heard[2]!.AsArray().Count));
            var last = heard[2]![1]!;
            Assert.Equal(("one", table.Members[0].Id), ((string)last["clientId"]!, (long)last["author"]!));
            Assert.Equal("""[5,[0," den","😀"]]""", ChangeSet.Parse(last["changes"]!.ToJsonString()).ToJson());
            Assert.InRange((DateTimeOffset)last["at"]!, before.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(1));
        }
        Assert.Equal("Dobrý den\n😀", (string)(await guest.OpenAsync(table.TextId))["text"]!);
        Assert.Single((await guest.OpenAsync(table.TextId, 1))["revisions"]!.AsArray());
        Assert.All(await table.RevisionsAsync(), stored => Assert.Equal(table.Members[0].Id, stored.AuthorId));
    }

    [Fact]
    public async Task Submit_OfWhatWasMadeInAnOldVersion_IsMappedOverWhatCameSince()
    {
        await using var server = await TextServer.StartAsync(DatabaseKind.Sqlite);
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"konec"]]""");
        await one.SubmitAsync(table.TextId, 1, "one", 2, """[[0,"začátek "],5]""");

        Assert.Equal(3, (long)(await two.SubmitAsync(table.TextId, 1, "two", 1, """[5,[0,"!"]]"""))["version"]!);

        Assert.Equal("začátek konec!", (string)(await two.OpenAsync(table.TextId))["text"]!);
    }

    [Fact]
    public async Task Submit_OfTheSameAgain_IsAcknowledgedAndStoredOnce()
    {
        await using var server = await TextServer.StartAsync(DatabaseKind.Sqlite);
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"a"]]""");

        Assert.Equal(1, (long)(await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"a"]]"""))["version"]!);
        Assert.Equal(2, (long)(await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"a"]]""", """[1,[0,"b"]]"""))["version"]!);

        Assert.Equal("ab", (string)(await one.OpenAsync(table.TextId))["text"]!);
    }

    [Fact]
    public async Task Carets_ReachTheOthersOnly_AndPeopleAreKnown()
    {
        await using var server = await TextServer.StartAsync(DatabaseKind.Sqlite);
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await one.OpenAsync(table.TextId);
        var opened = await two.OpenAsync(table.TextId);
        Assert.Equal(2, opened["people"]!.AsArray().Count);

        await two.CallAsync("Point", table.TextId, 0, 0, 0);

        var pointed = await one.HearAsync("Pointed");
        Assert.Equal((table.Members[1].Id, table.Members[1].Name), ((long)pointed[1]!["id"]!, (string)pointed[1]!["name"]!));
        Assert.False(two.HasHeard("Pointed"));

        await two.CallAsync("Close", table.TextId);
        Assert.Single((await one.HearAsync("People"))[1]!.AsArray());
    }

    [Fact]
    public async Task Connecting_WithoutSigningIn_IsRefused()
    {
        await using var server = await TextServer.StartAsync(DatabaseKind.Sqlite);
        await Assert.ThrowsAsync<WebSocketException>(() => server.ConnectAsync(null));
    }
}
