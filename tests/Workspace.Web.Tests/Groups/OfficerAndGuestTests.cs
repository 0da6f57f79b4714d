using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

public sealed class OfficerAndGuestTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NewChair_EndsTheFormerTheDayBefore_AndViceChairsMayBeSeveral(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var officers = scene.Get<OfficerService>();
        async Task<Outcome<long>> Appoint(long person, Office office, DateOnly from) => await officers.AppointAsync(scene.Secretary, scene.GroupId, new(person, office, from, null));
        Assert.True((await Appoint(scene.Member, Office.Chair, new(2025, 1, 1))).IsDone);
        Assert.True((await Appoint(scene.Stranger, Office.Chair, new(2026, 7, 1))).IsDone);
        Assert.True((await Appoint(scene.Member, Office.ViceChair, new(2026, 7, 1))).IsDone);
        Assert.True((await Appoint(scene.Guest, Office.ViceChair, new(2026, 7, 1))).IsDone);

        var view = await scene.MembersAsync();
        Assert.Equal([scene.Member], Chairs(new(2026, 6, 30)));
        Assert.Equal([scene.Stranger], Chairs(new(2026, 7, 1)));
        Assert.Empty(Chairs(new(2024, 12, 31)));
        Assert.Equal(2, view.OfficersOn(new(2026, 7, 1)).Count(o => o.Office == Office.ViceChair));

        IEnumerable<long> Chairs(DateOnly day) => view.OfficersOn(day).Where(o => o.Office == Office.Chair).Select(o => o.Person.Id);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task NewChairs_AppointedAtOnce_LeaveOneOnEachDay(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => scene.PersonAsync("Předseda", $"Číslo{i}")));
        await Task.WhenAll(people.Select((person, i) => Task.Run(() =>
            scene.Get<OfficerService>().AppointAsync(scene.Secretary, scene.GroupId, new(person, Office.Chair, scene.Today.AddDays(i % 3), null)))));
        var view = await scene.MembersAsync();
        Assert.Contains(view.Officers, o => o.Office == Office.Chair);
        for (var day = scene.Today; day < scene.Today.AddDays(10); day = day.AddDays(1))
            Assert.True(view.OfficersOn(day).Count(o => o.Office == Office.Chair) <= 1);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Appointment_IsRefusedWhereItCannotBe(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var officers = scene.Get<OfficerService>();
        async Task<string?> Appoint(long person, Office office, DateOnly from, DateOnly? to = null) =>
            (await officers.AppointAsync(scene.Secretary, scene.GroupId, new(person, office, from, to))).Refusal?.Code;
        Assert.Equal("AlreadyInOffice", await Appoint(scene.Secretary, Office.Secretary, scene.Today));
        Assert.Equal("EndBeforeStart", await Appoint(scene.Member, Office.Chair, scene.Today, scene.Today.AddDays(-1)));
        Assert.Equal("PersonInactive", await Appoint(987654, Office.Chair, scene.Today));
        Assert.Null(await Appoint(scene.Member, Office.Chair, scene.Today.AddDays(5)));
        Assert.Equal("ChairLater", await Appoint(scene.Guest, Office.Chair, scene.Today));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Office_IsEndedOrTakenBackBeforeItBegins(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var officers = scene.Get<OfficerService>();
        var id = (await officers.AppointAsync(scene.Secretary, scene.GroupId, new(scene.Member, Office.Chair, scene.Today.AddDays(5), null))).Value;
        Assert.Equal("EndBeforeStart", (await officers.EndAsync(scene.Secretary, scene.GroupId, id, scene.Today)).Refusal?.Code);
        Assert.True((await officers.EndAsync(scene.Secretary, scene.GroupId, id, scene.Today.AddDays(9))).IsDone);
        Assert.Equal("AlreadyEnded", (await officers.EndAsync(scene.Secretary, scene.GroupId, id, scene.Today.AddDays(10))).Refusal?.Code);
        Assert.True((await officers.WithdrawAsync(scene.Secretary, scene.GroupId, id)).IsDone);
        var secretary = (await scene.MembersAsync()).Officers.Single();
        Assert.Equal("AlreadyBegun", (await officers.WithdrawAsync(scene.Secretary, scene.GroupId, secretary.Id)).Refusal?.Code);
        Assert.Equal("NotFound", (await officers.EndAsync(scene.Secretary, scene.GroupId, id, scene.Today)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Guest_IsAddedAndEnded_ButNeverAMemberAsWell(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var guests = scene.Get<GuestService>();
        Assert.Equal("GuestIsMember", (await guests.AddAsync(scene.Secretary, scene.GroupId, scene.Member, scene.Today)).Refusal?.Code);
        Assert.Equal("GuestIsMember", (await guests.AddAsync(scene.Secretary, scene.GroupId, scene.Alternate, scene.Today)).Refusal?.Code);
        Assert.Equal("AlreadyGuest", (await guests.AddAsync(scene.Secretary, scene.GroupId, scene.Guest, scene.Today)).Refusal?.Code);
        Assert.Equal("PersonInactive", (await guests.AddAsync(scene.Secretary, scene.GroupId, 987654, scene.Today)).Refusal?.Code);
        var id = (await guests.AddAsync(scene.Secretary, scene.GroupId, scene.Stranger, scene.Today)).Value;
        Assert.Equal("EndBeforeStart", (await guests.EndAsync(scene.Secretary, scene.GroupId, id, scene.Today.AddDays(-1))).Refusal?.Code);
        Assert.True((await guests.EndAsync(scene.Secretary, scene.GroupId, id, scene.Today)).IsDone);
        Assert.DoesNotContain((await scene.MembersAsync()).GuestsOn(scene.Today.AddDays(1)), g => g.Id == id);
        Assert.True((await scene.Get<GuestService>().AddAsync(scene.Secretary, scene.GroupId, scene.Stranger, scene.Today.AddDays(2))).IsDone);
    }
}
