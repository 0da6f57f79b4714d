using System.Text.Json.Nodes;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>Over a real line: a text that is deleted under its writers, and a change made in a version that lies too far back.</summary>
public sealed class TextOutOfReachTests(TextServerFixture fixture) : IClassFixture<TextServerFixture>
{
    private readonly TextServer server = fixture.Server;

    [Fact]
    public async Task TextDeletedWhileItIsWritten_IsRefusedAsGone_AndTheOthersTextsGoOn()
    {
        var table = await server.LayTableAsync();
        var otherText = await table.AddItemAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await two.OpenAsync(table.TextId);
        await two.OpenAsync(otherText);
        await one.SubmitAsync(table.TextId, 0, "one", 1, """[[0,"x"]]""");

        await table.DeleteUnannouncedAsync();

        AssertRefused(TextRefusals.Gone, await one.SubmitAsync(table.TextId, 1, "one", 2, """[1,[0,"y"]]"""));
        Assert.Equal(TextRefusals.Gone, (string)(await two.HearAsync("Refused"))[1]!);
        Assert.Equal(1, (long)(await one.SubmitAsync(otherText, 0, "one", 1, """[[0,"other"]]"""))["version"]!);
        Assert.Equal("other", (string)(await two.OpenAsync(otherText))["text"]!);
    }

    [Fact]
    public async Task VersionBeyondWhatIsKept_IsRefused_AndTheOthersGoOn()
    {
        var table = await server.LayTableAsync();
        await using var writer = await server.ConnectAsync(table.Members[0]);
        await using var late = await server.ConnectAsync(table.Members[1]);
        await WriteAsync(writer, table.TextId, TextSession.MaxBehind + 1);

        AssertRefused(TextRefusals.TooOld, await late.SubmitAsync(table.TextId, 0, "late", 1, """[[0,"x"]]"""));

        Assert.Null((await writer.SubmitAsync(table.TextId, TextSession.MaxBehind + 1, "writer", TextSession.MaxBehind + 2, """[1,[0,"y"]]"""))["refused"]);
        // Who is told to open the text anew gets it whole and writes on.
        var opened = await late.OpenAsync(table.TextId, 0);
        Assert.Equal(((long)TextSession.MaxBehind + 2, "ay"), ((long)opened["version"]!, (string)opened["text"]!));
        Assert.Null((await late.SubmitAsync(table.TextId, TextSession.MaxBehind + 2, "late", 1, """[2,[0,"z"]]"""))["refused"]);
        Assert.Equal("ayz", (string)(await writer.OpenAsync(table.TextId))["text"]!);
    }

    /// <summary>Writes one letter over and over; each is a revision.</summary>
    private static async Task WriteAsync(HubLine line, long textId, int revisions)
    {
        for (var done = 0; done < revisions;)
        {
            var count = Math.Min(TextSession.MaxChanges, revisions - done);
            var first = done;
            var answer = await line.SubmitAsync(textId, done, "writer", done + 1,
                [.. Enumerable.Range(0, count).Select(n => first + n == 0 ? """[[0,"a"]]""" : """[[1,"a"]]""")]);
            Assert.Equal(done += count, (long)answer["version"]!);
        }
    }

    private static void AssertRefused(string code, JsonNode answer)
    {
        Assert.Equal(code, (string?)answer["refused"]);
        Assert.NotEqual("Refused_" + code, (string?)answer["message"]);
    }
}
