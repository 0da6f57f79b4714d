using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.People;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class RollServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Roll_AtFirst_HasNobodyPresent(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var roll = await RollAsync(world, await world.MeetingAsync());
        Assert.Equal((0, 3), (roll.PresentSeats, roll.AllSeats));
        Assert.Empty(roll.Present);
        Assert.Equal(["Město Horní", "Město Dolní", "Charita Střední"], roll.Seats.Select(s => s.Label));
        Assert.Equal(["Nina Zástupná"], roll.Seats[0].Alternates.Select(a => a.Name));
        Assert.Equal(["Alena Vrbová", "Tomáš Kubát", "Hana Lišková"], roll.Others.Select(o => o.Name));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Mark_MakesTheSheet(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        var service = world.World.Get<RollService>();
        var by = world.Secretary.Id;
        Done(await service.MarkSeatAsync(by, id, world.Seats[0].Id, RollState.Online, world.Alternate.Id));
        Done(await service.MarkSeatAsync(by, id, world.Seats[1].Id, RollState.Excused));
        Done(await service.MarkSeatAsync(by, id, world.Seats[2].Id, RollState.Present));
        Done(await service.MarkPersonAsync(by, id, world.Chair.Id, RollState.Present));
        Done(await service.MarkPersonAsync(by, id, world.Secretary.Id, RollState.Excused));
        Done(await service.MarkPersonAsync(by, id, world.Guest.Id, RollState.Present));
        Done(await service.AddGuestAsync(by, id, " zástupci obcí ", " "));

        var roll = await RollAsync(world, id);
        Assert.Equal(
            ["Nina Zástupná za Petr První, Město Horní, online", "Tereza Třetí za , Charita Střední, v místnosti", "Alena Vrbová za , , v místnosti"],
            roll.Present.Select(p => $"{p.Name} za {p.StandsInFor}, {p.Organisation}, {(p.IsOnline ? "online" : "v místnosti")}"));
        Assert.Equal([Office.Chair], roll.Present[2].Offices);
        Assert.Equal([("Petr První", "Nina Zástupná"), ("Dana Druhá", null), ("Tomáš Kubát", null)], roll.Excused.Select(e => (e.Name, e.StandIn)));
        Assert.Equal(["Hana Lišková", "zástupci obcí"], roll.Guests.Select(g => g.Name));
        Assert.Equal((2, 3), (roll.PresentSeats, roll.AllSeats));

        Done(await service.MarkSeatAsync(by, id, world.Seats[0].Id, null));
        Done(await service.MarkPersonAsync(by, id, world.Guest.Id, null));
        Done(await service.RemoveGuestAsync(by, id, roll.Labels.Single().EntryId));
        roll = await RollAsync(world, id);
        Assert.Equal(1, roll.PresentSeats);
        Assert.Empty(roll.Guests);
        Assert.Null(roll.Seats[0].State);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task MarkAll_LeavesTheExceptions(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        var service = world.World.Get<RollService>();
        var by = world.Chair.Id;
        await world.World.AddAsync(new Seat(world.Group.Id, null, null, world.Stranger.Id, Founded, 3));
        Done(await service.MarkSeatAsync(by, id, world.Seats[0].Id, RollState.Present, world.Alternate.Id));
        Done(await service.MarkSeatAsync(by, id, world.Seats[1].Id, RollState.Excused));
        Done(await service.MarkSeatAsync(by, id, world.Seats[2].Id, RollState.Absent));
        Done(await service.MarkAllAsync(by, id));
        var roll = await RollAsync(world, id);
        Assert.Equal([RollState.Present, RollState.Excused, RollState.Present, null], roll.Seats.Select(s => s.State));
        Assert.Equal(world.Alternate.Id, roll.Seats[0].PersonId);
        Assert.Equal((2, 4, "Karel Cizí"), (roll.PresentSeats, roll.AllSeats, roll.Seats[3].Label));

        Done(await world.Meetings.EditAsync(by, id, Details() with { Form = MeetingForm.Online }));
        Done(await service.MarkSeatAsync(by, id, world.Seats[1].Id, null));
        Done(await service.MarkAllAsync(by, id));
        Assert.Equal(RollState.Online, (await RollAsync(world, id)).Seats[1].State);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Mark_OfWhoHasNoPlaceThere_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        var service = world.World.Get<RollService>();
        var by = world.Secretary.Id;
        var vacant = await world.World.AddAsync(new Seat(world.Group.Id, null, null, null, Founded, 3));
        await world.World.AddAsync(new SeatTerm(world.Group.Id, world.Seats[1].Id, world.Members[0].Id, SeatTermKind.Alternate, Founded));
        world.Refused("RollSeatVacant", (await service.MarkSeatAsync(by, id, vacant.Id, RollState.Present)).Refusal);
        world.Refused("RollPersonNotOfSeat", (await service.MarkSeatAsync(by, id, world.Seats[2].Id, RollState.Present, world.Alternate.Id)).Refusal);
        Done(await service.MarkSeatAsync(by, id, world.Seats[0].Id, RollState.Present));
        world.Refused("RollPersonElsewhere", (await service.MarkSeatAsync(by, id, world.Seats[1].Id, RollState.Online, world.Members[0].Id)).Refusal);
        world.Refused("RollPersonHasSeat", (await service.MarkPersonAsync(by, id, world.Members[0].Id, RollState.Present)).Refusal);
        world.Refused("RollPersonUnknown", (await service.MarkPersonAsync(by, id, world.Stranger.Id, RollState.Present)).Refusal);
        world.Refused("RollGuestNameMissing", (await service.AddGuestAsync(by, id, " ", "x")).Refusal);
        world.Refused("TextNotStorable", (await service.AddGuestAsync(by, id, "x", "\uDC00")).Refusal);
        world.Refused("RollGuestNameTooLong", (await service.AddGuestAsync(by, id, new('x', 201), null)).Refusal);
        world.Refused("NotFound", (await service.MarkSeatAsync(by, id, 999, RollState.Present)).Refusal);
        world.Refused("NotAllowed", (await service.MarkAllAsync(world.Members[0].Id, id)).Refusal);
        world.Refused("NotAllowed", (await service.MarkAllAsync(world.Administrator.Id, id)).Refusal);
        world.Refused("NotFound", (await service.RollAsync(world.Stranger.Id, id)).Refusal);
        Done(await world.Meetings.CancelAsync(by, id));
        world.Refused("RollCancelled", (await service.MarkAllAsync(by, id)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Roll_OfAnOldMeeting_HasTheHoldersOfItsDay(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        var seat = world.Seats[0];
        await using (var db = world.World.Db())
        {
            var term = db.SeatTerms.Single(t => t.SeatId == seat.Id && t.Kind == SeatTermKind.Holder);
            term.End(new(2026, 6, 30));
            await db.SaveChangesAsync();
        }
        var successor = await world.World.AddAsync(new Person("Nový", "Držitel", null));
        var next = new SeatTerm(world.Group.Id, seat.Id, successor.Id, SeatTermKind.Holder, new(2026, 7, 1));
        next.Accept(world.World.Time.GetUtcNow());
        await world.World.AddAsync(next, new Seat(world.Group.Id, null, null, successor.Id, new(2026, 7, 1), 9));
        var later = Value(await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, Details(new DateOnly(2026, 9, 1)), []));

        Assert.Equal(("Petr První", 3), await HolderAsync(id));
        Assert.Equal(("Nový Držitel", 4), await HolderAsync(later));

        async Task<(string?, int)> HolderAsync(long meeting)
        {
            var roll = await RollAsync(world, meeting);
            return (roll.Seats[0].Holder?.Name, roll.AllSeats);
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Roll_CountsWhoHasNotAcceptedTheSeatAsAGuest(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        var seat = await world.World.AddAsync(new Seat(world.Group.Id, null, null, null, Founded, 3));
        await world.World.AddAsync(new SeatTerm(world.Group.Id, seat.Id, world.Stranger.Id, SeatTermKind.Holder, Founded));
        var service = world.World.Get<RollService>();
        world.Refused("RollSeatVacant", (await service.MarkSeatAsync(world.Secretary.Id, id, seat.Id, RollState.Present)).Refusal);
        Done(await service.MarkPersonAsync(world.Secretary.Id, id, world.Stranger.Id, RollState.Present));
        Assert.Equal(["Karel Cizí"], (await RollAsync(world, id)).Guests.Select(g => g.Name));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Mark_OfOneSeatByManyAtOnce_KeepsOneEntry(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        var service = world.World.Get<RollService>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => n % 3 == 0
            ? service.MarkAllAsync(world.Chair.Id, id)
            : service.MarkSeatAsync(world.Secretary.Id, id, world.Seats[n % 2].Id, RollState.Present))));
        Assert.All(outcomes, Done);
        Assert.Equal(3, (await RollAsync(world, id)).PresentSeats);
    }

    private static async Task<Roll> RollAsync(MeetingWorld world, long meeting) =>
        Value(await world.World.Get<RollService>().RollAsync(world.Guest.Id, meeting));
}
