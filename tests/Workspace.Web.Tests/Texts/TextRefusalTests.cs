using System.Text.Json.Nodes;
using Workspace.Text;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>Bad input over a real line: it is refused by its name, nothing of it is stored or heard, and everybody goes on.</summary>
public sealed class TextRefusalTests(TextServerFixture fixture) : IClassFixture<TextServerFixture>
{
    private readonly TextServer server = fixture.Server;

    [Theory]
    [InlineData(TextRefusals.Unfit, "[4,[0,\"x\"]]")]
    [InlineData(TextRefusals.Unfit, "[2,[0,\"x\"]]", "[2,[0,\"x\"]]")]
    [InlineData(TextRefusals.BadText, "[2,[0,\"\\ud83d\"]]")]
    [InlineData(TextRefusals.BadText, "[2,[0,\"\\ude00\\ud83d\"]]")]
    [InlineData(TextRefusals.BadText, "[[1],1]")]
    [InlineData(TextRefusals.BadText, "[1,[0,\"x\"],1]")]
    [InlineData(TextRefusals.BadText, "[2,[0,\"\\u0000\"]]")]
    [InlineData(TextRefusals.BadText, "[2,[0,\"\\u001b[0m\"]]")]
    [InlineData(TextRefusals.BadText, "[2,[0,\"x\"]]", "[3,[0,\"\\r\"]]")]
    [InlineData(TextRefusals.Malformed, "[2,[0,\"a\\nb\"]]")]
    [InlineData(TextRefusals.Malformed, "\"text\"")]
    [InlineData(TextRefusals.Malformed, "null")]
    [InlineData(TextRefusals.Malformed, "{\"a\":[1,2]}")]
    [InlineData(TextRefusals.Malformed, "[-2]")]
    [InlineData(TextRefusals.Malformed, "[2.5]")]
    [InlineData(TextRefusals.Malformed, "[2,[0,\"x\"],[[[1]]]]")]
    [InlineData(TextRefusals.Malformed, "[99999999999]")]
    [InlineData(TextRefusals.Malformed, "[2147483647,2147483647]")]
    public Task BadChange_IsRefused(string code, params string[] changes) =>
        AssertRefusedAsync(code, (line, textId) => line.SubmitAsync(textId, 1, "one", 2, changes));

    [Fact]
    public Task TooLargeChange_IsRefused() => AssertRefusedAsync(TextRefusals.TooLarge, (line, textId) =>
        line.SubmitAsync(textId, 1, "one", 2, $"""[2,[0,"{new string('x', TextRules.MaxChangeBytes)}"]]"""));

    [Fact]
    public Task TooManyChangesAtOnce_AreRefused() => AssertRefusedAsync(TextRefusals.TooLarge, (line, textId) =>
        line.SubmitAsync(textId, 1, "one", 2, [.. Enumerable.Range(2, TextSession.MaxChanges + 1).Select(n => $"""[{n},[0,"x"]]""")]));

    [Fact]
    public async Task TextBeyondItsLength_IsRefused()
    {
        var table = await server.LayTableAsync();
        await using var line = await server.ConnectAsync(table.Members[0]);
        const int piece = 200_000;
        for (var n = 0; n < TextRules.MaxTextLength / piece; n++)
            await line.SubmitAsync(table.TextId, n, "one", n + 1, n == 0 ? Insert(0, piece) : Insert(n * piece, piece));

        Assert.Equal(TextRefusals.TooLarge, Code(await line.SubmitAsync(table.TextId, 5, "one", 6, Insert(TextRules.MaxTextLength, 1))));
        Assert.Equal(6, (long)(await line.SubmitAsync(table.TextId, 5, "one", 6, $"[[5],{TextRules.MaxTextLength - 5}]"))["version"]!);

        static string Insert(int length, int piece) => $"""[{(length == 0 ? "" : length + ",")}[0,"{new string('x', piece)}"]]""";
    }

    [Theory]
    [InlineData(TextRefusals.Unfit, 99, "one", 2)]
    [InlineData(TextRefusals.Unfit, -1, "one", 2)]
    [InlineData(TextRefusals.Sequence, 1, "one", 3)]
    [InlineData(TextRefusals.Sequence, 1, "one", 0)]
    [InlineData(TextRefusals.Sequence, 1, "one", -5)]
    [InlineData(TextRefusals.Sequence, 1, "unknown", 2)]
    [InlineData(TextRefusals.Malformed, 1, "", 1)]
    [InlineData(TextRefusals.Malformed, 1, "o ne", 1)]
    [InlineData(TextRefusals.Malformed, 1, "příliš", 1)]
    [InlineData(TextRefusals.Malformed, 1, "123456789012345678901234567890123", 1)]
    public Task WrongVersionSequenceOrClient_IsRefused(string code, long baseVersion, string clientId, long firstSequence) =>
        AssertRefusedAsync(code, (line, textId) => line.SubmitAsync(textId, baseVersion, clientId, firstSequence, """[2,[0,"x"]]"""));

    [Fact]
    public async Task ClientIdOfAnotherPerson_IsRefused()
    {
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"mine"]]""");

        Assert.Equal(TextRefusals.Forged, Code(await two.SubmitAsync(table.TextId, 1, "one", 2, "[[4]]")));
        Assert.Equal(TextRefusals.Forged, Code(await two.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"mine"]]""")));
        Assert.Single(await table.RevisionsAsync());
    }

    [Theory]
    [InlineData("\"Submit\"")]
    [InlineData("1,\"x\",3,[],{}")]
    [InlineData("1,0,\"one\",1,\"no array\"")]
    [InlineData("1e99,0,\"one\",1,[[[0,\"x\"]]]")]
    public async Task WrongArguments_AreAnsweredByAnError_AndTheLineStays(string arguments)
    {
        var table = await server.LayTableAsync();
        await using var line = await server.ConnectAsync(table.Members[0]);

        Assert.NotNull((await line.CallRawAsync("Submit", arguments))["error"]);
        Assert.NotNull((await line.CallRawAsync("NoSuchThing", arguments))["error"]);

        Assert.Equal(1, (long)(await line.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"x"]]"""))["version"]!);
    }

    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("{\"type\":1,")]
    [InlineData("[1,2,3]")]
    public Task MalformedMessage_EndsThatLineOnly(string message) => AssertEndsThatLineOnlyAsync(message);

    [Fact]
    public Task EndlessMessage_EndsThatLineOnly() => AssertEndsThatLineOnlyAsync(new string('x', 3 * 1024 * 1024));

    private async Task AssertEndsThatLineOnlyAsync(string message)
    {
        var table = await server.LayTableAsync();
        await using var good = await server.ConnectAsync(table.Members[0]);
        await using var bad = await server.ConnectAsync(table.Members[1]);
        await good.OpenAsync(table.TextId);
        await bad.OpenAsync(table.TextId);

        await bad.SendRawAsync(message);
        await bad.ClosedAsync();

        await good.SubmitAsync(table.TextId, 0, "good", 1, """[[0,"x"]]""");
        Assert.Equal(1, (long)(await good.HearAsync("Revisions"))[1]!);
    }

    private async Task AssertRefusedAsync(string code, Func<HubLine, long, Task<JsonNode>> submit)
    {
        var table = await server.LayTableAsync();
        await using var line = await server.ConnectAsync(table.Members[0]);
        await using var other = await server.ConnectAsync(table.Members[1]);
        await other.OpenAsync(table.TextId);
        await line.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"😀"]]""");

        var answer = await submit(line, table.TextId);

        Assert.Equal(code, Code(answer));
        Assert.NotEqual("Refused_" + code, (string?)answer["message"]);
        Assert.Equal(2, (long)(await line.SubmitAsync(table.TextId, 1, "one", 2, """[2,[0,"!"]]"""))["version"]!);
        Assert.Equal((1, 1), Portion(await other.HearAsync("Revisions")));
        Assert.Equal((2, 1), Portion(await other.HearAsync("Revisions")));
        Assert.False(other.HasHeard("Refused"));
        Assert.Equal("😀!", (string)(await other.OpenAsync(table.TextId))["text"]!);
        Assert.Equal(2, (await table.RevisionsAsync()).Count);
    }

    private static string? Code(JsonNode answer) => (string?)answer["refused"];

    private static (long FirstVersion, int Count) Portion(JsonArray heard) => ((long)heard[1]!, heard[2]!.AsArray().Count);
}
