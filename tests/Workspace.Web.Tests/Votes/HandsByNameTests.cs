using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Votes;

public sealed class HandsByNameTests
{
    [Fact]
    public async Task ElectionOfSeveral_TakesAsManyNamesOfASeatAsThereArePlaces()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Kdo?") { Kind = VoteKind.Election, Places = 2, Way = VoteWay.HandsByName, Options = [new("A"), new("B"), new("C")] });
        await using var pages = new VotePages(scene, scene.Chair);
        var (room, shown) = await ReadAsync();
        var panel = pages.Render<HandsByNamePanel>(p => p.Add(c => c.Me, scene.Chair).Add(c => c.Room, room).Add(c => c.RoomVote, shown));
        await ClickAsync("A");
        await ClickAsync("C");
        Assert.Equal(["A:true:False", "B:false:True", "C:true:False"], Names());
        await using var db = scene.World.Db();
        Assert.Equal("1,3", db.Ballots.Single(b => b.VoteId == vote).Options);
        await ClickAsync("A");
        await ClickAsync("C");
        Assert.Empty(db.Ballots.Where(b => b.VoteId == vote));
        Assert.All(Names(), name => Assert.EndsWith(":false:False", name));

        async Task<(MeetingRoom, RoomVote)> ReadAsync() => (
            (await scene.World.Get<MeetingService>().RoomAsync(scene.Chair, scene.MeetingId)).Value!.Room,
            (await scene.World.Get<VotingService>().OfMeetingAsync(scene.MeetingId)).Find(vote)!);

        async Task ClickAsync(string label)
        {
            await panel.InvokeAsync(() => panel.Find(".hands li").QuerySelectorAll("button").Single(b => b.TextContent == label).ClickAsync(new()));
            var (_, now) = await ReadAsync();
            panel.Render(p => p.Add(c => c.RoomVote, now));
        }

        string[] Names() => [.. panel.Find(".hands li").QuerySelectorAll("button").SkipLast(1).Select(b => $"{b.TextContent}:{b.GetAttribute("aria-pressed")}:{b.HasAttribute("disabled")}")];
    }
}
