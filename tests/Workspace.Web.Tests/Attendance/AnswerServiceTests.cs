using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class AnswerServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R7_Answers_MakeTheForecast_AndTheLastOneHolds(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení");
        var service = world.World.Get<AnswerService>();
        Assert.Equal(new Forecast(0, 0, 3, 2), (await world.RoomAsync(id)).Attendance.Forecast);
        Done(await service.AnswerAsync(world.Members[0].Id, id, world.Seats[0].Id, AnswerKind.NotComing));
        Done(await service.AnswerAsync(world.Alternate.Id, id, world.Seats[0].Id, AnswerKind.StandIn));
        Done(await service.AnswerAsync(world.Secretary.Id, id, world.Seats[1].Id, AnswerKind.NotComing));
        var attendance = (await world.RoomAsync(id)).Attendance;
        Assert.Equal(new SeatAnswer(world.Seats[0].Id, AnswerKind.StandIn, world.Alternate.Id), attendance.Answers.Single(a => a.SeatId == world.Seats[0].Id));
        Assert.Equal(new Forecast(1, 1, 3, 2), attendance.Forecast);
        Assert.Equal((1, 1, false), (attendance.Forecast.Missing, attendance.Forecast.Unanswered, attendance.Forecast.IsOutOfReach));
        Done(await service.AnswerAsync(world.Members[2].Id, id, world.Seats[2].Id, AnswerKind.NotComing));
        Assert.True((await world.RoomAsync(id)).Attendance.Forecast.IsOutOfReach);
        Done(await service.AnswerAsync(world.Members[2].Id, id, world.Seats[2].Id, AnswerKind.Coming));
        Assert.Equal(0, (await world.RoomAsync(id)).Attendance.Forecast.Missing);
        Done(await service.AnswerAsync(world.Members[2].Id, id, world.Seats[2].Id, null));
        Assert.Equal(1, (await world.RoomAsync(id)).Attendance.Forecast.Unanswered);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R7_ApologisedSeats_AreExcusedWhenTheMeetingBegins_UnlessMarkedAlready(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení");
        var service = world.World.Get<AnswerService>();
        foreach (var (member, seat) in world.Members.Zip(world.Seats).Take(2))
            Done(await service.AnswerAsync(member.Id, id, seat.Id, AnswerKind.NotComing));
        Done(await service.AnswerAsync(world.Members[2].Id, id, world.Seats[2].Id, AnswerKind.Coming));
        world.World.Time.Set(Details().StartsAt);
        // Who came after all is on the roll before the start.
        Done(await world.World.Get<CheckInService>().CheckInAsync(world.Members[1].Id, id, RollState.Present));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        var roll = (await world.RoomAsync(id)).Roll;
        Assert.Equal([RollState.Excused, RollState.Present, null], roll.Seats.Select(s => s.State));
        Assert.Equal("Petr První", roll.Excused.Single().Name);
        world.Refused("AnswerClosed", (await service.AnswerAsync(world.Members[2].Id, id, world.Seats[2].Id, AnswerKind.Coming)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R7_AnswerForAnothersSeat_OrByNoAlternate_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení");
        var service = world.World.Get<AnswerService>();
        var seat = world.Seats[1].Id;
        world.Refused("NotFound", (await service.AnswerAsync(world.Stranger.Id, id, seat, AnswerKind.Coming)).Refusal);
        world.Refused("AnswerSeatNotYours", (await service.AnswerAsync(world.Guest.Id, id, seat, AnswerKind.Coming)).Refusal);
        world.Refused("AnswerSeatNotYours", (await service.AnswerAsync(world.Alternate.Id, id, seat, AnswerKind.Coming)).Refusal);
        world.Refused("AnswerSeatNotYours", (await service.AnswerAsync(world.Members[0].Id, id, seat, AnswerKind.Coming)).Refusal);
        world.Refused("AnswerSeatNotYours", (await service.AnswerAsync(world.Secretary.Id, id, 999, AnswerKind.Coming)).Refusal);
        world.Refused("AnswerInvalid", (await service.AnswerAsync(world.Members[1].Id, id, seat, (AnswerKind)9)).Refusal);
        world.Refused("AnswerAlternateUnknown", (await service.AnswerAsync(world.Members[1].Id, id, seat, AnswerKind.StandIn)).Refusal);
        world.Refused("AnswerAlternateUnknown", (await service.AnswerAsync(world.Members[1].Id, id, seat, AnswerKind.StandIn, world.Alternate.Id)).Refusal);
        await world.World.AddAsync(
            new SeatTerm(world.Group.Id, seat, world.Alternate.Id, SeatTermKind.Alternate, Founded), new SeatTerm(world.Group.Id, seat, world.Stranger.Id, SeatTermKind.Alternate, Founded));
        world.Refused("AnswerAlternateUnknown", (await service.AnswerAsync(world.Members[1].Id, id, seat, AnswerKind.StandIn)).Refusal);
        Done(await service.AnswerAsync(world.Members[1].Id, id, seat, AnswerKind.StandIn, world.Stranger.Id));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => service.AnswerAsync(world.Members[0].Id, id, world.Seats[0].Id, (AnswerKind)(n % 2)))));
        Assert.All(outcomes, Done);
        Assert.Equal(2, (await world.RoomAsync(id)).Attendance.Answers.Count);
    }
}
