using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

/// <summary>Every change of the roll is on record, and the record gives the roll.</summary>
public sealed class RollChangeTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R10_EveryMark_IsRecordedWithItsMomentAndItem(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, roll, id) = (scene.World, scene.Roll, scene.MeetingId);
        Done(await roll.MarkAllAsync(scene.By, id));
        scene.Wait(minutes: 30);
        Done(await world.Lead.NextAsync(scene.By, id, scene.Items[0]));
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Absent));
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, null));
        Done(await roll.MarkPersonAsync(scene.By, id, world.Guest.Id, RollState.Online));
        Done(await roll.AddGuestAsync(scene.By, id, "zástupci obcí", "kraj"));
        Done(await roll.RemoveGuestAsync(scene.By, id, (await world.RoomAsync(id)).Roll.Labels.Single().EntryId));
        var changes = await scene.ChangesAsync();
        Assert.Equal(3 + 5, changes.Count);
        Assert.Equal((null, RollState.Present, scene.Start, scene.Items[0]), (changes[0].From, changes[0].To, changes[0].At, changes[0].AgendaItemId));
        Assert.Equal((RollState.Present, RollState.Absent, scene.Start.AddMinutes(30), scene.Items[1]), (changes[3].From, changes[3].To, changes[3].At, changes[3].AgendaItemId));
        Assert.Equal((RollState.Present, null), (changes[4].From, changes[4].To));
        Assert.Equal((world.Guest.Id, null, RollState.Online), (changes[5].PersonId, changes[5].SeatId, changes[5].To));
        Assert.Equal([(null, RollState.Present), (RollState.Present, null)], changes.Skip(6).Select(c => ((RollState?)c.From, (RollState?)c.To)));
        Assert.Equal("zástupci obcí, kraj", changes[6].Guest);
        Assert.All(changes, change => Assert.Equal((scene.By, RollCause.Marked), (change.By, change.Cause)));
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R3_R4_AlternateTakesTheSeatAndGivesItBack_IsTwoChanges(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, seat) = (scene.World, scene.World.Seats[0].Id);
        Done(await scene.Roll.MarkSeatAsync(scene.By, scene.MeetingId, seat, RollState.Present));
        scene.Wait(minutes: 20);
        Done(await scene.Roll.MarkSeatAsync(scene.By, scene.MeetingId, seat, RollState.Online, world.Alternate.Id));
        scene.Wait(minutes: 20);
        Done(await scene.Roll.MarkSeatAsync(scene.By, scene.MeetingId, seat, RollState.Present, world.Members[0].Id));
        Assert.Equal([world.Members[0].Id, world.Alternate.Id, world.Members[0].Id], (await scene.ChangesAsync()).Select(c => c.PersonId!.Value));
        var room = await world.RoomAsync(scene.MeetingId);
        Assert.Equal(1, room.Quorum.Present);
        Assert.Equal(
            ["Departure Petr První 1", "Arrival Nina Zástupná 1", "Departure Nina Zástupná 1", "Arrival Petr První 1"],
            room.Movements.Select(m => $"{m.Movement.Kind} {m.Name} {m.Movement.Quorum.Present}"));
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LateMark_HoldsFromTheMomentSaid_AndMayBeCorrectedWithoutOverwriting(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, roll, id, seat) = (scene.World, scene.Roll, scene.MeetingId, scene.World.Seats[0].Id);
        scene.Wait(minutes: 30);
        Done(await world.Lead.NextAsync(scene.By, id, scene.Items[0]));
        scene.Wait(minutes: 10);
        Done(await roll.MarkSeatAsync(scene.By, id, seat, RollState.Present, at: scene.Start.AddMinutes(20)));
        var change = Assert.Single(await scene.ChangesAsync());
        Assert.Equal((scene.Start.AddMinutes(20), scene.Start.AddMinutes(40), scene.Items[0]), (change.At, change.RecordedAt, change.AgendaItemId));
        Done(await roll.CorrectTimeAsync(world.Chair.Id, id, change.Id, scene.Start.AddMinutes(35)));
        var changes = await scene.ChangesAsync();
        Assert.Equal([scene.Start.AddMinutes(20), scene.Start.AddMinutes(35)], changes.Select(c => c.At));
        Assert.Equal((RollCause.Corrected, change.Id, world.Chair.Id, scene.Items[1]), (changes[1].Cause, changes[1].CorrectsId, changes[1].By, changes[1].AgendaItemId));
        Assert.Equal(new RollTime(change.Id, scene.Start.AddMinutes(35)), (await world.RoomAsync(id)).Roll.Seats[0].Since);
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task ImpossibleTimes_AreRefused(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, roll, id, seat) = (scene.World, scene.Roll, scene.MeetingId, scene.World.Seats[0].Id);
        scene.Wait(minutes: 30);
        world.Refused("RollTimeInvalid", (await roll.MarkSeatAsync(scene.By, id, seat, RollState.Present, at: scene.Start.AddMinutes(31))).Refusal);
        world.Refused("RollTimeInvalid", (await roll.MarkSeatAsync(scene.By, id, seat, RollState.Present, at: scene.Start.AddDays(-1))).Refusal);
        Done(await roll.MarkSeatAsync(scene.By, id, seat, RollState.Present, at: scene.Start.AddMinutes(5)));
        Done(await roll.MarkSeatAsync(scene.By, id, seat, RollState.Absent, at: scene.Start.AddMinutes(25)));
        world.Refused("RollTimeBeforeLast", (await roll.MarkSeatAsync(scene.By, id, seat, RollState.Online, at: scene.Start.AddMinutes(20))).Refusal);
        var changes = await scene.ChangesAsync();
        world.Refused("RollTimeAfterNext", (await roll.CorrectTimeAsync(scene.By, id, changes[0].Id, scene.Start.AddMinutes(26))).Refusal);
        world.Refused("RollTimeBeforeLast", (await roll.CorrectTimeAsync(scene.By, id, changes[1].Id, scene.Start)).Refusal);
        world.Refused("RollTimeInvalid", (await roll.CorrectTimeAsync(scene.By, id, changes[1].Id, scene.Start.AddHours(2))).Refusal);
        world.Refused("NotFound", (await roll.CorrectTimeAsync(scene.By, id, 999, scene.Start)).Refusal);
        world.Refused("NotAllowed", (await roll.CorrectTimeAsync(world.Members[0].Id, id, changes[0].Id, scene.Start)).Refusal);
        Assert.Equal(2, (await scene.ChangesAsync()).Count);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task MarkAfterTheEnd_HoldsFromTheStart_OrFromTheMarkWhichItReplaces(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, roll, id) = (scene.World, scene.Roll, scene.MeetingId);
        scene.Wait(minutes: 25);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Present));
        scene.Wait(minutes: 35);
        Done(await world.Lead.CloseAsync(scene.By, id));
        scene.Wait(minutes: 60);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Online));
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Present));
        Assert.Equal([25, 25, 0], (await scene.ChangesAsync()).Select(c => (c.At - scene.Start).TotalMinutes));
        world.Refused("RollTimeInvalid", (await roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, RollState.Present, at: scene.Start.AddMinutes(61))).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Movements_LeaveOutTheBeginningSlipsAndGuests(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, roll, id) = (scene.World, scene.Roll, scene.MeetingId);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Present));
        scene.Wait(minutes: 9);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Present));
        scene.Wait(minutes: 1);
        Done(await roll.MarkPersonAsync(scene.By, id, world.Chair.Id, RollState.Present));
        Done(await roll.MarkPersonAsync(scene.By, id, world.Guest.Id, RollState.Present));
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, RollState.Present));
        scene.Wait(seconds: 30);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, null));
        scene.Wait(minutes: 10);
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[1].Id, RollState.Online));
        Done(await roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Absent));
        var room = await world.RoomAsync(id);
        Assert.Equal(["Arrival Alena Vrbová 2", "Departure Petr První 1"], room.Movements.Select(m => $"{m.Movement.Kind} {m.Name} {m.Movement.Quorum.Present}"));
        Assert.False(room.Quorum.Holds);
        // Who left early took part all the same, and the list says until when.
        Assert.Equal(("Petr První", scene.Now), (room.Roll.Present[0].Name, room.Roll.Present[0].LeftAt));
    }
}
