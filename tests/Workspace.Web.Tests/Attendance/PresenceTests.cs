using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Presence;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

/// <summary>Who is gone too long leaves the roll, and who is back is on it again; with a clock that the test sets.</summary>
public sealed class PresenceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R10_LostConnection_LowersPresenceAfterTheGraceTime_AndReturningRestoresIt(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (me, id) = (scene.World.Members[0].Id, scene.MeetingId);
        Done(await scene.CheckIn.CheckInAsync(me, id, RollState.Online));
        scene.Wait(minutes: 12);
        await scene.SeeAsync(me);
        scene.Wait(minutes: 5);
        Assert.Equal(0, await scene.SettleAsync());
        scene.Wait(seconds: 1);
        Assert.Equal(1, await scene.SettleAsync());
        Assert.Equal(0, await scene.SettleAsync());
        var lost = (await scene.ChangesAsync())[^1];
        Assert.Equal((RollState.Absent, RollCause.ConnectionLost, scene.Start.AddMinutes(12), me), (lost.To!.Value, lost.Cause, lost.At, lost.By));
        Assert.Equal(0, (await scene.World.RoomAsync(id)).Quorum.Present);

        scene.Wait(minutes: 3);
        await scene.SeeAsync(me);
        Assert.Equal(1, await scene.SettleAsync());
        var back = (await scene.ChangesAsync())[^1];
        Assert.Equal((RollState.Online, RollCause.Reconnected, scene.Now), (back.To!.Value, back.Cause, back.At));
        var room = await scene.World.RoomAsync(id);
        Assert.Equal(["Departure 0", "Arrival 1"], room.Movements.Select(m => $"{m.Movement.Kind} {m.Movement.Quorum.Present}"));

        // And once more: who came back by themselves is watched as before.
        scene.Wait(minutes: 6);
        Assert.Equal(1, await scene.SettleAsync());
        await scene.AssertReplayIsTheRollAsync();
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R10_MarksOfTheSecretaryAndPeopleInTheRoom_AreLeftAlone(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, id) = (scene.World, scene.MeetingId);
        Done(await scene.Roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Online));
        Done(await scene.CheckIn.CheckInAsync(world.Members[1].Id, id, RollState.Present));
        Done(await scene.CheckIn.CheckInAsync(world.Members[2].Id, id, RollState.Online));
        Done(await scene.Roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, RollState.Present));
        scene.Wait(minutes: 90);
        Assert.Equal(0, await scene.SettleAsync());
        // Nor is anybody put back whom the secretary marked as gone.
        Done(await scene.Roll.MarkSeatAsync(scene.By, id, world.Seats[0].Id, RollState.Absent));
        await scene.SeeAsync(world.Members[0].Id);
        Assert.Equal(0, await scene.SettleAsync());
        Assert.Equal(2, (await world.RoomAsync(id)).Quorum.Present);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R10_NeverSeenInTheRoom_IsGoneFromTheCheckInOn(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        Done(await scene.CheckIn.CheckInAsync(scene.World.Guest.Id, scene.MeetingId, RollState.Online));
        scene.Wait(minutes: 4);
        Assert.Equal(0, await scene.SettleAsync());
        scene.Wait(minutes: 2);
        Assert.Equal(1, await scene.SettleAsync());
        Assert.Equal(scene.Start, (await scene.ChangesAsync())[^1].At);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R4_SeatTakenMeanwhile_IsNotTakenBack(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, id) = (scene.World, scene.MeetingId);
        Done(await scene.CheckIn.CheckInAsync(world.Alternate.Id, id, RollState.Online));
        scene.Wait(minutes: 6);
        Assert.Equal(1, await scene.SettleAsync());
        Done(await scene.CheckIn.CheckInAsync(world.Members[0].Id, id, RollState.Present));
        await scene.SeeAsync(world.Alternate.Id);
        Assert.Equal(0, await scene.SettleAsync());
        Assert.Equal(world.Members[0].Id, (await world.RoomAsync(id)).Roll.Seats[0].PersonId);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R10_GraceTimeIsTheGroups_AndNoneStillForgivesABlink(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var day = Workspace.Web.Localization.GroupCalendar.DayIn(world.World.Time.GetUtcNow(), "Europe/Prague");
        Value(await world.World.Get<RulesService>().AddVersionAsync(world.Secretary.Id, world.Group.Id, day, new() { ConnectionGraceMinutes = 0 }));
        var id = await world.MeetingAsync("Zahájení");
        world.World.Time.Set(Details().StartsAt);
        Done(await world.Lead.StartAsync(world.Secretary.Id, id));
        Done(await world.World.Get<CheckInService>().CheckInAsync(world.Members[0].Id, id, RollState.Online));
        var presence = world.World.Get<PresenceService>();
        world.World.Time.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(0, await presence.SettleAsync());
        world.World.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(1, await presence.SettleAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R10_ManyServersAtOnce_MakeItHappenOnce_AndOnlyWhileTheMeetingRuns(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (world, id) = (scene.World, scene.MeetingId);
        foreach (var member in world.Members)
            Done(await scene.CheckIn.CheckInAsync(member.Id, id, RollState.Online));
        await scene.SeeAsync([.. world.Members.Select(m => m.Id)]);
        scene.Wait(minutes: 10);
        Done(await world.Lead.AdjournAsync(scene.By, id));
        Assert.Equal(0, await scene.SettleAsync());
        Done(await world.Lead.ResumeAsync(scene.By, id));
        var changed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.SettleAsync())));
        Assert.Equal(3, changed.Sum());
        Assert.Equal(3, (await scene.ChangesAsync()).Count(c => c.Cause == RollCause.ConnectionLost));
        await scene.SeeAsync([.. world.Members.Select(m => m.Id)]);
        changed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.SettleAsync())));
        Assert.Equal(3, changed.Sum());
        Assert.Equal(3, (await world.RoomAsync(id)).Quorum.Present);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Watch_SeesWhoIsConnected_UntilTheLastWindowIsGone(DatabaseKind kind)
    {
        await using var scene = await RollScene.StartAsync(kind);
        var (people, watch) = (scene.World.World.Get<ConnectedPeople>(), scene.World.World.Get<PresenceWatch>());
        var me = scene.World.Members[0].Id;
        CircuitPresence first = new(people), second = new(people);
        await first.OnConnectionUpAsync(null!, default);
        first.Enter(scene.MeetingId, me);
        first.Enter(scene.MeetingId, me);
        second.Enter(scene.MeetingId, me);
        await second.OnConnectionUpAsync(null!, default);
        Done(await scene.CheckIn.CheckInAsync(me, scene.MeetingId, RollState.Online));
        await first.OnConnectionDownAsync(null!, default);
        await first.OnCircuitClosedAsync(null!, default);
        await BeatForAsync(minutes: 10);
        Assert.Equal(1, (await scene.World.RoomAsync(scene.MeetingId)).Quorum.Present);
        await second.OnConnectionDownAsync(null!, default);
        await BeatForAsync(minutes: 6);
        Assert.Equal(0, (await scene.World.RoomAsync(scene.MeetingId)).Quorum.Present);
        await second.OnConnectionUpAsync(null!, default);
        await watch.BeatAsync();
        Assert.Equal(1, (await scene.World.RoomAsync(scene.MeetingId)).Quorum.Present);

        async Task BeatForAsync(int minutes)
        {
            for (var second = 0; second < minutes * 60; second += 15)
            {
                scene.Wait(seconds: 15);
                await watch.BeatAsync();
            }
        }
    }
}
