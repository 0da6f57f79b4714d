using System.Security.Cryptography;
using Bunit;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class CheckInCodeTests
{
    private static readonly DateTimeOffset Ten = new(2026, 6, 11, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Code_IsGoodInItsOwnMinuteAndFourMore()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var code = CheckInCodes.At(key, Ten.AddSeconds(30));
        Assert.Matches("^[2-9A-HJ-NP-Z]{8}$", code);
        Assert.False(CheckInCodes.IsValid(key, code, Ten.AddSeconds(-1)));
        Assert.All(Enumerable.Range(0, 300), second => Assert.True(CheckInCodes.IsValid(key, code, Ten.AddSeconds(second))));
        Assert.False(CheckInCodes.IsValid(key, code, Ten.AddSeconds(300)));
        Assert.True(CheckInCodes.IsValid(key, $" {code[..4].ToLowerInvariant()}-{code[4..]} ", Ten));
        Assert.False(CheckInCodes.IsValid(RandomNumberGenerator.GetBytes(32), code, Ten));
        Assert.All(new[] { null, "", "ěšč", code[..7], code + "2" }, wrong => Assert.False(CheckInCodes.IsValid(key, wrong, Ten)));
        Assert.Equal(Ten.AddSeconds(60), CheckInCodes.EndOf(Ten.AddSeconds(59)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Code_ChecksInInTheRoom_WhileItIsFresh(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, id) = (scene.World, scene.CheckIn, scene.MeetingId);
        world.Refused("CheckInCodeStale", (await service.CheckInByCodeAsync(world.Members[0].Id, id, "ABCDEFGH")).Refusal);
        var code = Value(await service.CodeAsync(world.Secretary.Id, id)).Code;
        Assert.Equal(code, Value(await service.CodeAsync(world.Chair.Id, id)).Code);
        scene.Wait(minutes: 4);
        Done(await service.CheckInByCodeAsync(world.Members[0].Id, id, code));
        Assert.Equal(RollState.Present, (await world.RoomAsync(id)).Roll.Seats[0].State);
        world.Refused("CheckInSeatTaken", (await service.CheckInByCodeAsync(world.Alternate.Id, id, code)).Refusal);
        scene.Wait(minutes: 1);
        world.Refused("CheckInCodeStale", (await service.CheckInByCodeAsync(world.Members[1].Id, id, code)).Refusal);
        world.Refused("NotFound", (await service.CheckInByCodeAsync(world.Stranger.Id, id, code)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Code_OfOneMeeting_IsNoneOfAnother_AndShownOnlyToWhoPrepares(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service) = (scene.World, scene.CheckIn);
        var other = await world.MeetingAsync("Jiné");
        var code = Value(await service.CodeAsync(world.Secretary.Id, other)).Code;
        Value(await service.CodeAsync(world.Secretary.Id, scene.MeetingId));
        world.Refused("CheckInCodeStale", (await service.CheckInByCodeAsync(world.Members[0].Id, scene.MeetingId, code)).Refusal);
        world.Refused("NotAllowed", (await service.CodeAsync(world.Members[0].Id, other)).Refusal);
        world.Refused("NotAllowed", (await service.CodeAsync(world.Guest.Id, other)).Refusal);
        world.Refused("NotFound", (await service.CodeAsync(world.Stranger.Id, other)).Refusal);
    }

    [Fact]
    public async Task Code_IsDrawnWithItsAddress_WithoutInlineStyle()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        await using var pages = new MeetingPages(scene.World, scene.World.Secretary);
        var shown = pages.Render<CheckInCode>(p => p.Add(x => x.MeetingId, scene.MeetingId));
        var code = Value(await scene.CheckIn.CodeAsync(scene.By, scene.MeetingId)).Code;
        shown.WaitForAssertion(() => Assert.EndsWith($"/meetings/{scene.MeetingId}/check-in?code={code}", shown.Find(".address").TextContent));
        Assert.Empty(shown.FindAll("[style], style, script"));
        Assert.True(shown.Find("svg path").GetAttribute("d")!.Length > 1000);

        await using var member = new MeetingPages(scene.World, scene.World.Members[0]);
        Assert.Empty(member.Render<CheckInCode>(p => p.Add(x => x.MeetingId, scene.MeetingId)).FindAll("svg"));
    }

    [Fact]
    public async Task Page_WithAFreshCode_ChecksIn_WithAStaleOneOffersTheButtons()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var code = Value(await scene.CheckIn.CodeAsync(scene.By, scene.MeetingId)).Code;
        await using (var pages = new MeetingPages(scene.World, scene.World.Members[0]))
        {
            pages.Address($"/meetings/{scene.MeetingId}/check-in?code={code}");
            var page = pages.Render<CheckInPage>(p => p.Add(x => x.MeetingId, scene.MeetingId));
            page.WaitForAssertion(() => Assert.Equal("Jste zapsáni jako přítomni v sále.", page.Find(".notice.ok").TextContent), TimeSpan.FromSeconds(5));
        }
        await using var late = new MeetingPages(scene.World, scene.World.Members[1]);
        late.Address($"/meetings/{scene.MeetingId}/check-in?code=AAAAAAAA");
        var stale = late.Render<CheckInPage>(p => p.Add(x => x.MeetingId, scene.MeetingId));
        stale.WaitForAssertion(() => Assert.Contains("už neplatí", stale.Find("[role=alert]").TextContent), TimeSpan.FromSeconds(5));
        await stale.ActAsync(on => on.Find("button.primary").ClickAsync());
        stale.WaitForAssertion(() => Assert.Contains("přítomni v sále", stale.Find(".checked").TextContent), TimeSpan.FromSeconds(5));
    }
}
