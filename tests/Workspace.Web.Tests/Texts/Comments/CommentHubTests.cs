using System.Text.Json.Nodes;
using Workspace.Web.Live;

namespace Workspace.Web.Tests.Texts.Comments;

/// <summary>Comments over a real line.</summary>
public sealed class CommentHubTests(TextServerFixture fixture) : IClassFixture<TextServerFixture>
{
    private readonly TextServer server = fixture.Server;

    [Fact]
    public async Task EveryChangeOfAThread_ReachesWhoHasTheTextOpen_AfterItsCommit()
    {
        var (table, author, writer) = await SitDownAsync();
        await using var _ = author;
        await using var __ = writer;

        var answer = await AskAsync(author, "Comment", table.TextId, 1, 5, 14, "k1", "Opravdu?", "vzala na vědomí");
        var id = (long)answer["thread"]!["id"]!;
        foreach (var line in new[] { author, writer })
        {
            var heard = await line.HearAsync("Commented");
            Assert.Equal(table.TextId, (long)heard[0]!);
            Assert.Equal(answer["thread"]!.ToJsonString(), heard[1]!.ToJsonString());
        }
        Assert.DoesNotContain("client", answer.ToJsonString(), StringComparison.OrdinalIgnoreCase);

        await AskAsync(writer, "Reply", id, "r1", "Ano.");
        Assert.Equal("Ano.", (string)(await author.HearAsync("Commented"))[1]!["replies"]![0]!["body"]!);
        await AskAsync(writer, "Resolve", id);
        Assert.Equal(table.Members[1].Id, (long)(await author.HearAsync("Commented"))[1]!["resolvedBy"]!["id"]!);
        await AskAsync(author, "Reopen", id);
        Assert.Null((await author.HearAsync("Commented"))[1]!["resolvedBy"]);
        await AskAsync(author, "RewriteComment", id, null, "Opravdu ano?");
        Assert.Equal("Opravdu ano?", (string)(await author.HearAsync("Commented"))[1]!["body"]!);

        var accepted = await AskAsync(writer, "Accept", id, "schválila");
        Assert.Equal("Accepted", (string)accepted["thread"]!["suggestion"]!["outcome"]!);
        var revision = (await author.HearAsync("Revisions"))[2]![0]!;
        Assert.Equal(table.Members[0].Id, (long)revision["author"]!);
        Assert.Equal("Rada vzala na vědomí návrh.", (string)(await author.OpenAsync(table.TextId))["text"]!);

        var read = await AskAsync(writer, "Comments", table.TextId);
        Assert.Equal((true, true), ((bool)read["canComment"]!, (bool)read["canSuggest"]!));
        Assert.Equal("""{"version":2,"from":5,"to":20}""", Assert.Single(read["threads"]!.AsArray())!["anchor"]!.ToJsonString());
    }

    [Fact]
    public async Task Refusals_AreAnswersInTheLanguageOfThePerson_WithTheThreadAsItIs()
    {
        var (table, author, writer) = await SitDownAsync();
        await using var _ = author;
        await using var __ = writer;
        var id = (long)(await AskAsync(author, "Comment", table.TextId, 1, 5, 14, "k1", "", "vzala na vědomí"))["thread"]!["id"]!;

        var refused = (await writer.CallAsync("Accept", id, "projednala"))["result"]!;
        Assert.Equal("PassageChanged", (string)refused["refused"]!);
        Assert.NotEqual("PassageChanged", (string)refused["message"]!);
        Assert.Equal(id, (long)refused["thread"]!["id"]!);
        Assert.Equal("ReasonMissing", (string)(await writer.CallAsync("Reject", id, null))["result"]!["refused"]!);
        Assert.Equal("NotAllowed", (string)(await writer.CallAsync("WithdrawComment", id, null))["result"]!["refused"]!);
    }

    [Fact]
    public async Task Outsiders_ReadNothing_AndHearNothing()
    {
        var (table, author, writer) = await SitDownAsync();
        await using var _ = author;
        await using var __ = writer;
        await using var stranger = await server.ConnectAsync(table.Stranger);
        await stranger.OpenAsync(table.TextId);
        var id = (long)(await AskAsync(author, "Comment", table.TextId, 1, 5, 14, "k1", "Opravdu?", null))["thread"]!["id"]!;

        Assert.Equal("""{"refused":"notAllowed","canComment":false,"canSuggest":false,"threads":[]}""", (await AskAsync(stranger, "Comments", table.TextId)).ToJsonString());
        foreach (var commentId in new[] { id, long.MaxValue })
        {
            var answer = (await stranger.CallAsync("Reply", commentId, "k", "x"))["result"]!;
            Assert.Equal(("NotFound", null), ((string)answer["refused"]!, answer["thread"]));
        }
        await writer.HearAsync("Commented");
        Assert.False(stranger.HasHeard("Commented"));
    }

    [Fact]
    public async Task CommentOfAnotherServer_IsToldToo_AndAfterALostConnectionAllAreReadAgain()
    {
        var (table, author, writer) = await SitDownAsync();
        await using var _ = author;
        await using var __ = writer;
        var id = (long)(await AskAsync(author, "Comment", table.TextId, 1, 5, 14, "k1", "Opravdu?", null))["thread"]!["id"]!;
        await writer.HearAsync("Commented");

        // What the listener does when another server has notified of a commit.
        server.Get<LiveUpdates>().Announce([LiveTopic.Parse($"comment:{id}")]);
        Assert.Equal(id, (long)(await writer.HearAsync("Commented"))[1]!["id"]!);

        server.Get<LiveUpdates>().AnnounceAll();
        Assert.Null((await writer.HearAsync("Commented"))[1]);
    }

    [Fact]
    public async Task WithdrawnComment_IsToldAsSuch()
    {
        var (table, author, writer) = await SitDownAsync();
        await using var _ = author;
        await using var __ = writer;
        var id = (long)(await AskAsync(author, "Comment", table.TextId, 1, 5, 14, "k1", "Opravdu?", null))["thread"]!["id"]!;
        await writer.HearAsync("Commented");

        await AskAsync(author, "WithdrawComment", id, null);

        Assert.True((bool)(await writer.HearAsync("Commented"))[1]!["isWithdrawn"]!);
        Assert.Empty((await AskAsync(writer, "Comments", table.TextId))["threads"]!.AsArray());
    }

    private async Task<(MinutesTable Table, HubLine Author, HubLine Writer)> SitDownAsync()
    {
        var table = await server.LayTableAsync();
        var author = await server.ConnectAsync(table.Members[0]);
        var writer = await server.ConnectAsync(table.Members[1]);
        await writer.SubmitAsync(table.TextId, 0, "writer", 1, """[[0,"Rada schválila návrh."]]""");
        await author.OpenAsync(table.TextId);
        await writer.OpenAsync(table.TextId);
        return (table, author, writer);
    }

    private static async Task<JsonNode> AskAsync(HubLine line, string method, params object?[] arguments)
    {
        var answer = await line.CallAsync(method, arguments);
        var result = answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
        Assert.True(result["refused"] is null || method == "Comments", result.ToJsonString());
        return result;
    }
}
