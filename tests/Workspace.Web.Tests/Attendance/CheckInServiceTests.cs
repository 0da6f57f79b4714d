using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class CheckInServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Member_ChecksInForTheOwnSeat_AndLeaves(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, me) = (scene.World, scene.CheckIn, scene.World.Members[0].Id);
        Done(await service.CheckInAsync(me, scene.MeetingId, RollState.Present));
        Done(await service.CheckInAsync(me, scene.MeetingId, RollState.Present));
        var seat = (await world.RoomAsync(scene.MeetingId)).Roll.Seats[0];
        Assert.Equal((RollState.Present, me, RollCause.CheckedIn), (seat.State!.Value, seat.PersonId!.Value, seat.Cause!.Value));
        scene.Wait(minutes: 20);
        Done(await service.CheckInAsync(me, scene.MeetingId, RollState.Online));
        scene.Wait(minutes: 20);
        Done(await service.CheckOutAsync(me, scene.MeetingId));
        Assert.Equal(
            [(RollState.Present, RollCause.CheckedIn), (RollState.Online, RollCause.CheckedIn), (RollState.Absent, RollCause.CheckedOut)],
            (await scene.ChangesAsync()).Select(c => (c.To!.Value, c.Cause)));
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R4_Alternate_TakesTheSeatOnlyWhileNobodyElseIsThereForIt(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, id) = (scene.World, scene.CheckIn, scene.MeetingId);
        var (holder, alternate) = (world.Members[0].Id, world.Alternate.Id);
        Done(await service.CheckInAsync(holder, id, RollState.Present));
        world.Refused("CheckInSeatTaken", (await service.CheckInAsync(alternate, id, RollState.Online)).Refusal);
        Done(await service.CheckOutAsync(holder, id));
        Done(await service.CheckInAsync(alternate, id, RollState.Online));
        Assert.Equal(alternate, (await world.RoomAsync(id)).Roll.Seats[0].PersonId);
        world.Refused("CheckInSeatTaken", (await service.CheckInAsync(holder, id, RollState.Present)).Refusal);
        Done(await service.CheckOutAsync(alternate, id));
        Done(await service.CheckInAsync(holder, id, RollState.Present));
        Assert.Equal(holder, (await world.RoomAsync(id)).Roll.Seats[0].PersonId);
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task AlternateOfSeveralSeats_Chooses_AndTakesOneAtATime(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, id, me) = (scene.World, scene.CheckIn, scene.MeetingId, scene.World.Alternate.Id);
        await world.World.AddAsync(new SeatTerm(world.Group.Id, world.Seats[1].Id, me, SeatTermKind.Alternate, Founded));
        world.Refused("CheckInChooseSeat", (await service.CheckInAsync(me, id, RollState.Present)).Refusal);
        Done(await service.CheckInAsync(me, id, RollState.Present, world.Seats[1].Id));
        world.Refused("CheckInElsewhere", (await service.CheckInAsync(me, id, RollState.Present, world.Seats[0].Id)).Refusal);
        Done(await service.CheckInAsync(me, id, RollState.Online));
        Assert.Equal([null, RollState.Online, null], (await world.RoomAsync(id)).Roll.Seats.Select(s => s.State));
        Done(await service.CheckOutAsync(me, id));
        // With one of the seats taken there is nothing to choose.
        Done(await service.CheckInAsync(world.Members[0].Id, id, RollState.Present));
        Done(await service.CheckInAsync(me, id, RollState.Present));
        Assert.Equal(2, (await world.RoomAsync(id)).Quorum.Present);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R9_OfficersWithoutASeatAndGuests_CheckInAsThemselves_AndDoNotCount(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, id) = (scene.World, scene.CheckIn, scene.MeetingId);
        Done(await service.CheckInAsync(world.Chair.Id, id, RollState.Present));
        Done(await service.CheckInAsync(world.Guest.Id, id, RollState.Online, 0));
        var room = await world.RoomAsync(id);
        Assert.Equal(("Alena Vrbová", "Hana Lišková", 0), (room.Roll.Present.Single().Name, room.Roll.Guests.Single().Name, room.Quorum.Present));
        Done(await service.CheckOutAsync(world.Guest.Id, id));
        // An officer who stands in for somebody is on the roll for that seat alone.
        await world.World.AddAsync(new SeatTerm(world.Group.Id, world.Seats[2].Id, world.Chair.Id, SeatTermKind.Alternate, Founded));
        Done(await service.CheckInAsync(world.Chair.Id, id, RollState.Present, world.Seats[2].Id));
        room = await world.RoomAsync(id);
        Assert.Equal((1, null), (room.Quorum.Present, room.Roll.Others.Single(o => o.PersonId == world.Chair.Id).State));
        world.Refused("CheckInElsewhere", (await service.CheckInAsync(world.Chair.Id, id, RollState.Present, 0)).Refusal);
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhoHasNoPlace_IsRefused(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, id) = (scene.World, scene.CheckIn, scene.MeetingId);
        var seat = world.Seats[1].Id;
        world.Refused("NotFound", (await service.CheckInAsync(world.Stranger.Id, id, RollState.Present)).Refusal);
        world.Refused("NotFound", (await service.CheckInAsync(world.Members[0].Id, 999, RollState.Present)).Refusal);
        world.Refused("NotFound", (await service.CheckOutAsync(world.Stranger.Id, id)).Refusal);
        world.Refused("CheckInNoPlace", (await service.CheckInAsync(world.Administrator.Id, id, RollState.Present)).Refusal);
        world.Refused("CheckInSeatNotYours", (await service.CheckInAsync(world.Guest.Id, id, RollState.Present, seat)).Refusal);
        world.Refused("CheckInSeatNotYours", (await service.CheckInAsync(world.Alternate.Id, id, RollState.Present, seat)).Refusal);
        world.Refused("CheckInSeatNotYours", (await service.CheckInAsync(world.Members[0].Id, id, RollState.Present, seat)).Refusal);
        world.Refused("CheckInSeatNotYours", (await service.CheckInAsync(world.Members[0].Id, id, RollState.Present, 0)).Refusal);
        world.Refused("CheckInStateInvalid", (await service.CheckInAsync(world.Members[0].Id, id, RollState.Excused)).Refusal);
        world.Refused("CheckInNotPresent", (await service.CheckOutAsync(world.Members[0].Id, id)).Refusal);
        Assert.Empty(await scene.ChangesAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task CheckIn_IsOpenFromAnHourBeforeUntilTheEnd(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení");
        var (service, me, start) = (world.World.Get<CheckInService>(), world.Members[0].Id, Details().StartsAt);
        world.World.Time.Set(start.AddMinutes(-61));
        world.Refused("CheckInNotOpen", (await service.CheckInAsync(me, id, RollState.Present)).Refusal);
        world.World.Time.Set(start.AddMinutes(-60));
        Done(await service.CheckInAsync(me, id, RollState.Present));
        world.World.Time.Set(start);
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Done(await world.Lead.AdjournAsync(world.Chair.Id, id));
        Done(await service.CheckOutAsync(me, id));
        Done(await world.Lead.CloseAsync(world.Chair.Id, id));
        world.Refused("CheckInNotOpen", (await service.CheckInAsync(me, id, RollState.Present)).Refusal);
        world.Refused("CheckInNotOpen", (await service.CheckOutAsync(me, id)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R3_TwoWindowsAndARace_MakeOneEntry(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, id) = (scene.World, scene.CheckIn, scene.MeetingId);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() =>
            service.CheckInAsync(n % 2 == 0 ? world.Members[0].Id : world.Alternate.Id, id, RollState.Present))));
        var seat = (await world.RoomAsync(id)).Roll.Seats[0];
        Assert.Equal(6, outcomes.Count(o => o.IsDone));
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal("CheckInSeatTaken", o.Refusal!.Code));
        Assert.Equal(seat.PersonId, Assert.Single(await scene.ChangesAsync()).PersonId);
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R11_SixtyAtOnce_AreAllOnTheRoll(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, service, id) = (scene.World, scene.CheckIn, scene.MeetingId);
        var people = new List<long>();
        for (var n = 0; n < 60; n++)
        {
            var person = await world.World.AddAsync(new Person("Člen", $"Č{n}", null));
            var seat = await world.World.AddAsync(new Seat(world.Group.Id, null, null, person.Id, Founded, 10 + n));
            SeatTerm term = new(world.Group.Id, seat.Id, person.Id, SeatTermKind.Holder, Founded);
            term.Accept(scene.Now);
            await world.World.AddAsync(term);
            people.Add(person.Id);
        }
        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(() => service.CheckInAsync(person, id, RollState.Online))));
        Assert.All(outcomes, Done);
        var room = await world.RoomAsync(id);
        Assert.Equal((60, 63, 32, true), (room.Quorum.Present, room.Quorum.Members, room.Quorum.Needed, room.Quorum.Holds));
        Assert.Equal(60, (await scene.ChangesAsync()).Count);
        await scene.AssertReplayIsTheRollAsync();
    }
}
