using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>Who may write, and that it holds at once when it changes, also for those who have the text open.</summary>
public sealed class TextAccessTests(TextServerFixture fixture) : IClassFixture<TextServerFixture>
{
    private readonly TextServer server = fixture.Server;

    [Fact]
    public async Task Guest_ReadsButDoesNotWrite()
    {
        var table = await server.LayTableAsync();
        await using var guest = await server.ConnectAsync(table.Guest);
        var opened = await guest.OpenAsync(table.TextId);
        Assert.Equal((0, false), ((long)opened["version"]!, (bool)opened["canEdit"]!));
        Assert.Equal(TextRefusals.NotAllowed, await TryWriteAsync(guest, table.TextId));
    }

    [Fact]
    public async Task Stranger_LearnsNothing_NotEvenWhetherTheTextExists()
    {
        var table = await server.LayTableAsync();
        await using var member = await server.ConnectAsync(table.Members[0]);
        await using var stranger = await server.ConnectAsync(table.Stranger);
        await member.OpenAsync(table.TextId);
        foreach (var textId in new[] { table.TextId, long.MaxValue })
        {
            Assert.Equal(
                """{"refused":"notAllowed","version":0,"text":null,"revisions":null,"canEdit":false,"people":[]}""",
                (await stranger.OpenAsync(textId)).ToJsonString());
            Assert.Equal(TextRefusals.Gone, await TryWriteAsync(stranger, textId));
            await stranger.CallAsync("Point", textId, 0, 0, 0);
        }
        Assert.Null(await TryWriteAsync(member, table.TextId));
        await member.HearAsync("Revisions");
        Assert.False(stranger.HasHeard("Revisions"));
        Assert.False(member.HasHeard("Pointed"));
    }

    [Fact]
    public async Task Members_WriteFromTheStartOfTheMeetingToItsEnd()
    {
        var table = await server.LayTableAsync(isLive: false);
        await using var member = await server.ConnectAsync(table.Members[0]);
        await using var secretary = await server.ConnectAsync(table.Secretary);
        Assert.False((bool)(await member.OpenAsync(table.TextId))["canEdit"]!);
        Assert.Equal(TextRefusals.NotAllowed, await TryWriteAsync(member, table.TextId));
        Assert.Null(await TryWriteAsync(secretary, table.TextId, "s1"));

        await table.StartMeetingAsync(DateTimeOffset.UtcNow);
        Assert.True((bool)(await member.HearAsync("Access"))[1]!);
        Assert.Null(await TryWriteAsync(member, table.TextId, "m1"));

        await table.ChangeMeetingAsync(m => m.Close(DateTimeOffset.UtcNow));
        Assert.Equal(TextRefusals.NotAllowed, await TryWriteAsync(member, table.TextId, "m2"));
        Assert.False((bool)(await member.HearAsync("Access"))[1]!);
        Assert.Null(await TryWriteAsync(secretary, table.TextId, "s2"));
    }

    [Fact]
    public async Task WhoLeavesTheGroup_IsToldAndHearsNoMore()
    {
        var table = await server.LayTableAsync();
        await using var leaving = await server.ConnectAsync(table.Members[0]);
        await using var staying = await server.ConnectAsync(table.Members[1]);
        await leaving.OpenAsync(table.TextId);
        await staying.OpenAsync(table.TextId);

        await table.RemoveMemberAsync(table.Members[0], DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-2));
        Assert.Equal(TextRefusals.Gone, await TryWriteAsync(leaving, table.TextId));
        Assert.Equal(TextRefusals.Gone, (string)(await leaving.HearAsync("Refused"))[1]!);

        Assert.Null(await TryWriteAsync(staying, table.TextId));
        await staying.HearAsync("Revisions");
        Assert.NotNull((await leaving.OpenAsync(table.TextId))["refused"]);
        Assert.False(leaving.HasHeard("Revisions"));
    }

    [Fact]
    public async Task LockedText_IsReadOnlyForAll_UntilItIsUnlocked()
    {
        var table = await server.LayTableAsync();
        await using var member = await server.ConnectAsync(table.Members[0]);
        await using var secretary = await server.ConnectAsync(table.Secretary);
        await member.OpenAsync(table.TextId);

        await table.ChangeTextAsync(text => text.Lock(DateTimeOffset.UtcNow));
        Assert.Equal(TextRefusals.Locked, await TryWriteAsync(member, table.TextId));
        Assert.Equal(TextRefusals.Locked, await TryWriteAsync(secretary, table.TextId));
        Assert.Equal(TextRefusals.Locked, (string)(await member.HearAsync("Refused"))[1]!);
        Assert.False((bool)(await secretary.OpenAsync(table.TextId))["canEdit"]!);

        await table.ChangeTextAsync(text => text.Unlock());
        Assert.True((bool)(await member.HearAsync("Access"))[1]!);
        Assert.Null(await TryWriteAsync(member, table.TextId));
    }

    [Fact]
    public async Task Lock_BetweenTheCheckOfRightsAndTheCommit_RefusesAndTellsAll()
    {
        var table = await server.LayTableAsync();
        await using var one = await server.ConnectAsync(table.Members[0]);
        await using var two = await server.ConnectAsync(table.Members[1]);
        await two.OpenAsync(table.TextId);
        Assert.Null(await TryWriteAsync(one, table.TextId, "before"));

        await table.LockUnannouncedAsync(DateTimeOffset.UtcNow);

        Assert.Equal(TextRefusals.Locked, await TryWriteAsync(one, table.TextId, "after"));
        Assert.Equal(TextRefusals.Locked, (string)(await two.HearAsync("Refused"))[1]!);
        Assert.Single(await table.RevisionsAsync());
    }

    [Fact]
    public async Task PersonMadeInactive_IsRefused()
    {
        var table = await server.LayTableAsync();
        await using var member = await server.ConnectAsync(table.Members[0]);
        Assert.Null(await TryWriteAsync(member, table.TextId));

        await table.ChangePersonAsync(table.Members[0], person => person.SetActive(false));

        Assert.Equal(TextRefusals.Gone, await TryWriteAsync(member, table.TextId, "again"));
    }

    /// <returns>Why it was refused; null if it was not.</returns>
    private async Task<string?> TryWriteAsync(HubLine line, long textId, string clientId = "c1")
    {
        var (version, length) = await server.Get<RevisionLog>().LoadAsync(textId) is { } text ? (text.Version, text.Document.Length) : (0, 0);
        var answer = await line.SubmitAsync(textId, version, clientId, 1, length == 0 ? """[[0,"x"]]""" : $"""[{length},[0,"x"]]""");
        return (string?)answer["refused"];
    }
}
