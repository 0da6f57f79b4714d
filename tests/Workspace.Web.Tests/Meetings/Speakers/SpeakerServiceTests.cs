using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Meetings.Speakers;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings.Speakers;

public sealed class SpeakerServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Ask_IsForWhoeverMayRead_GuestsToo_AndKeepsTheOrder(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        foreach (var person in new[] { floor.World.Guest, floor.World.Members[1], floor.World.Administrator, floor.World.Alternate })
            Done(await floor.Speakers.AskAsync(person.Id, floor.Id));
        Assert.Equal(["Hana Lišková", "Dana Druhá", "Ida Správná", "Nina Zástupná"], (await floor.ListAsync()).Waiting.Select(line => line.Name));
        Assert.All((await floor.ListAsync()).Waiting, line => Assert.Equal(floor.ItemId, line.ItemId));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Strangers_SeeNoListAndCannotAsk(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var (world, speakers, stranger) = (floor.World, floor.Speakers, floor.World.Stranger.Id);
        var request = await floor.AskAsync(world.Members[0]);
        world.Refused("NotFound", (await speakers.ListAsync(stranger, floor.Id)).Refusal);
        world.Refused("NotFound", (await speakers.AskAsync(stranger, floor.Id)).Refusal);
        world.Refused("NotFound", (await speakers.AskForAsync(stranger, floor.Id, stranger)).Refusal);
        world.Refused("NotFound", (await speakers.WithdrawAsync(stranger, request)).Refusal);
        world.Refused("NotFound", (await speakers.GiveAsync(stranger, request, null)).Refusal);
        world.Refused("NotFound", (await speakers.EndAsync(stranger, request)).Refusal);
        world.Refused("NotFound", (await speakers.MoveAsync(stranger, request, true)).Refusal);
        world.Refused("NotFound", (await speakers.AskAsync(world.Guest.Id, 987_654)).Refusal);
        world.Refused("NotFound", (await speakers.ListAsync(world.Guest.Id, 987_654)).Refusal);
        world.Refused("NotFound", (await speakers.GiveAsync(world.Chair.Id, 987_654, null)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task GivingEndingAndOrdering_AreForChairAndSecretary(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var (world, speakers) = (floor.World, floor.Speakers);
        var request = await floor.AskAsync(world.Members[0]);
        foreach (var person in new[] { world.Members[0], world.Guest, world.Administrator })
        {
            world.Refused("NotAllowed", (await speakers.GiveAsync(person.Id, request, null)).Refusal);
            world.Refused("NotAllowed", (await speakers.MoveAsync(person.Id, request, true)).Refusal);
            world.Refused("NotAllowed", (await speakers.AskForAsync(person.Id, floor.Id, world.Members[1].Id)).Refusal);
        }
        world.Refused("NotAllowed", (await speakers.WithdrawAsync(world.Members[1].Id, request)).Refusal);
        Done(await speakers.GiveAsync(world.Secretary.Id, request, null));
        world.Refused("NotAllowed", (await speakers.EndAsync(world.Members[1].Id, request)).Refusal);
        Done(await speakers.EndAsync(world.Members[0].Id, request));
        Assert.Null((await floor.ListAsync()).Speaking);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Floor_IsAskedForAndGivenOnlyWhileTheMeetingRuns(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind, isStarted: false);
        var (world, speakers) = (floor.World, floor.Speakers);
        world.Refused("MeetingNotLive", (await speakers.AskAsync(world.Members[0].Id, floor.Id)).Refusal);
        world.Refused("MeetingNotLive", (await speakers.AskForAsync(world.Chair.Id, floor.Id, world.Members[0].Id)).Refusal);
        Done(await world.Lead.StartAsync(world.Chair.Id, floor.Id));
        var (first, second) = (await floor.AskAsync(world.Members[0]), await floor.AskAsync(world.Members[1]));
        Done(await world.Lead.AdjournAsync(world.Chair.Id, floor.Id));
        world.Refused("MeetingNotLive", (await speakers.GiveAsync(world.Chair.Id, first, null)).Refusal);
        Done(await speakers.WithdrawAsync(world.Members[0].Id, first));
        Done(await world.Lead.ResumeAsync(world.Chair.Id, floor.Id));
        world.Refused("SpeakerNotWaiting", (await speakers.GiveAsync(world.Chair.Id, first, null)).Refusal);
        world.Refused("SpeakerNotWaiting", (await speakers.MoveAsync(world.Chair.Id, first, true)).Refusal);
        Done(await speakers.GiveAsync(world.Chair.Id, second, null));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Give_EndsTheSpeechBefore_AndTheListGoesOnBesideTheAgenda(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var (world, speakers) = (floor.World, floor.Speakers);
        var (first, second) = (await floor.AskAsync(world.Members[0]), await floor.AskAsync(world.Members[1]));
        Done(await speakers.GiveAsync(world.Chair.Id, second, null));
        Done(await world.Lead.NextAsync(world.Chair.Id, floor.Id, floor.ItemId));
        await floor.AskAsync(world.Guest);
        var list = await floor.ListAsync();
        Assert.Equal("Dana Druhá", list.Speaking?.Name);
        Assert.Equal(floor.ItemId, list.Waiting[0].ItemId);
        Assert.NotEqual(floor.ItemId, list.Waiting[1].ItemId);
        Assert.Equal(["Dana Druhá", "Petr První", "Hana Lišková"], list.Names);

        world.World.Time.Advance(TimeSpan.FromMinutes(2));
        Done(await speakers.GiveAsync(world.Chair.Id, first, second));
        await using var db = world.World.Db();
        var ended = await db.SpeakerRequests.SingleAsync(r => r.Id == second);
        Assert.Equal((TimeSpan.FromMinutes(2), false), (ended.EndedAt!.Value - ended.GivenAt!.Value, ended.IsWithdrawn));
        Assert.Equal("Petr První", (await floor.ListAsync()).Speaking?.Name);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Give_ClickedTwice_OrByTwoAtOnce_GivesOnce(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var (world, speakers) = (floor.World, floor.Speakers);
        long[] requests = [await floor.AskAsync(world.Members[0]), await floor.AskAsync(world.Members[1]), await floor.AskAsync(world.Guest)];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() =>
            speakers.GiveAsync(n % 2 == 0 ? world.Chair.Id : world.Secretary.Id, requests[n % 3], null))));
        Assert.All(outcomes, Done);
        await using var db = world.World.Db();
        Assert.Equal(1, await db.SpeakerRequests.CountAsync(r => r.GivenAt != null));
        Assert.Equal(2, (await floor.ListAsync()).Waiting.Count);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Ask_ByManyAtOnce_ListsEachOnce_AtAPlaceOfTheirOwn(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var world = floor.World;
        long[] people = [world.Members[0].Id, world.Members[1].Id, world.Members[2].Id, world.Guest.Id];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => floor.Speakers.AskAsync(people[n % 4], floor.Id))));
        Assert.All(outcomes, Done);
        await using var db = world.World.Db();
        var open = await db.SpeakerRequests.ToListAsync();
        Assert.Equal(people.Order(), open.Select(r => r.PersonId!.Value).Order());
        Assert.Equal([0, 1, 2, 3], open.Select(r => r.Position).Order());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Withdraw_TakesOffTheList_AndOneMayAskAgain(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var (world, speakers) = (floor.World, floor.Speakers);
        var first = await floor.AskAsync(world.Members[0]);
        Done(await speakers.WithdrawAsync(world.Members[0].Id, first));
        Done(await speakers.WithdrawAsync(world.Members[0].Id, first));
        Assert.Empty((await floor.ListAsync()).Waiting);
        var again = await floor.AskAsync(world.Members[0]);
        Assert.NotEqual(first, again);
        Done(await speakers.GiveAsync(world.Chair.Id, again, null));
        Done(await speakers.WithdrawAsync(world.Members[0].Id, again));
        Assert.Equal(again, (await floor.ListAsync()).Speaking?.RequestId);
        Done(await speakers.AskAsync(world.Members[0].Id, floor.Id));
        Assert.Empty((await floor.ListAsync()).Waiting);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Move_ChangesTheOrder_AndStopsAtItsEnds(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var (world, speakers) = (floor.World, floor.Speakers);
        long[] requests = [await floor.AskAsync(world.Members[0]), await floor.AskAsync(world.Members[1]), await floor.AskAsync(world.Members[2])];
        Done(await speakers.MoveAsync(world.Secretary.Id, requests[2], isUp: true));
        Assert.Equal([requests[0], requests[2], requests[1]], await OrderAsync());
        Done(await speakers.MoveAsync(world.Secretary.Id, requests[0], isUp: true));
        Done(await speakers.MoveAsync(world.Secretary.Id, requests[1], isUp: false));
        Assert.Equal([requests[0], requests[2], requests[1]], await OrderAsync());
        Done(await speakers.MoveAsync(world.Secretary.Id, requests[0], isUp: false));
        Assert.Equal([requests[2], requests[0], requests[1]], await OrderAsync());

        async Task<IEnumerable<long>> OrderAsync() => (await floor.ListAsync()).Waiting.Select(line => line.RequestId);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AskFor_IsForThoseTheRollSaysToBeThere_OnceEach(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var (world, speakers, roll) = (floor.World, floor.Speakers, floor.World.World.Get<RollService>());
        world.Refused("SpeakerNotPresent", (await speakers.AskForAsync(world.Chair.Id, floor.Id, world.Alternate.Id)).Refusal);
        Done(await roll.MarkSeatAsync(world.Secretary.Id, floor.Id, world.Seats[0].Id, RollState.Online, world.Alternate.Id));
        Done(await roll.AddGuestAsync(world.Secretary.Id, floor.Id, "zástupci obcí", null));
        Done(await speakers.AskForAsync(world.Chair.Id, floor.Id, world.Alternate.Id));
        var label = (await world.RoomAsync(floor.Id)).Roll.Labels.Single().EntryId;
        Done(await speakers.AskForGuestAsync(world.Secretary.Id, floor.Id, label));
        world.Refused("SpeakerListed", (await speakers.AskForAsync(world.Chair.Id, floor.Id, world.Alternate.Id)).Refusal);
        world.Refused("SpeakerListed", (await speakers.AskForGuestAsync(world.Chair.Id, floor.Id, label)).Refusal);
        world.Refused("SpeakerNotPresent", (await speakers.AskForAsync(world.Chair.Id, floor.Id, world.Members[0].Id)).Refusal);
        world.Refused("SpeakerNotPresent", (await speakers.AskForGuestAsync(world.Chair.Id, floor.Id, 987_654)).Refusal);
        Assert.Equal(["Nina Zástupná", "zástupci obcí"], (await floor.ListAsync()).Names);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Close_EndsTheSpeech_AndNobodyWaitsAfterReopening(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var world = floor.World;
        Done(await floor.Speakers.GiveAsync(world.Chair.Id, await floor.AskAsync(world.Members[0]), null));
        await floor.AskAsync(world.Members[1]);
        Done(await world.Lead.CloseAsync(world.Chair.Id, floor.Id));
        Done(await world.Lead.ReopenAsync(world.Chair.Id, floor.Id));
        Assert.Empty((await floor.ListAsync()).Names);
        await using var db = world.World.Db();
        Assert.Equal([false, true], await db.SpeakerRequests.OrderBy(r => r.Id).Select(r => r.IsWithdrawn).ToListAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Database_KeepsTwoFromSpeaking_AndOneFromWaitingTwice(DatabaseKind kind)
    {
        await using var floor = await Floor.OpenAsync(kind);
        var now = floor.World.World.Time.GetUtcNow();
        SpeakerRequest Of(Web.People.Person person) => new(floor.Id, null, person.Id, null, 0, now);
        var speaking = Of(floor.World.Members[0]);
        speaking.Give(now);
        await floor.World.World.AddAsync(speaking);
        var beside = Of(floor.World.Members[1]);
        beside.Give(now);
        await Assert.ThrowsAsync<DbUpdateException>(() => floor.World.World.AddAsync(beside));
        await Assert.ThrowsAsync<DbUpdateException>(() => floor.World.World.AddAsync(Of(floor.World.Members[0])));
    }
}
