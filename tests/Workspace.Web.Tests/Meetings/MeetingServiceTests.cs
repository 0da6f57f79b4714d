using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class MeetingServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Create_NumbersWithinTheYear_AndNeverTwice(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var first = await world.MeetingAsync();
        Done(await world.Meetings.CancelAsync(world.Chair.Id, first));
        var second = await world.MeetingAsync();
        var other = Value(await world.Meetings.CreateAsync(world.Administrator.Id, world.Group.Id, Details(new DateOnly(2027, 1, 12)), []));

        Assert.Equal("01/2026", (await world.RoomAsync(first)).Meeting.NumberText);
        Assert.Equal("02/2026", (await world.RoomAsync(second)).Meeting.NumberText);
        Assert.Equal("01/2027", (await world.RoomAsync(other)).Meeting.NumberText);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Create_ManyAtOnce_GivesEachItsOwnNumber(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, Details(), []))));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        await using var db = world.World.Db();
        Assert.Equal(Enumerable.Range(1, 20), await db.Meetings.Select(m => m.Number).OrderBy(n => n).ToListAsync());

        db.Add(new Meeting(world.Group.Id, 2026, 7, "07/2026", Details()));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Create_WritesTheNumberAsTheRulesOfItsDayDo(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.World.AddAsync(new RulesOfProcedure(world.Group.Id, 2, new(2026, 9, 1), new RulesValues { MinutesNumberFormat = "{number}. {year} BYD" }));
        Assert.Equal("01/2026", (await world.RoomAsync(await world.MeetingAsync())).Meeting.NumberText);
        var later = Value(await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, Details(new DateOnly(2026, 9, 1)), []));
        Assert.Equal("2. 2026 BYD", (await world.RoomAsync(later)).Meeting.NumberText);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Create_WithoutRights_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        world.Refused("NotFound", (await world.Meetings.CreateAsync(world.Stranger.Id, world.Group.Id, Details(), [])).Refusal);
        world.Refused("NotFound", (await world.Meetings.CreateAsync(world.Administrator.Id, 999, Details(), [])).Refusal);
        world.Refused("NotAllowed", (await world.Meetings.CreateAsync(world.Members[0].Id, world.Group.Id, Details(), [])).Refusal);
        world.Refused("NotAllowed", (await world.Meetings.CreateAsync(world.Guest.Id, world.Group.Id, Details(), [])).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Create_WithBadDetails_SaysWhatIsWrong(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var good = Details();
        await RefusedAsync("MeetingTitleMissing", good with { Title = "  " });
        await RefusedAsync("MeetingTitleTooLong", good with { Title = new('x', 301) });
        await RefusedAsync("MeetingEndsBeforeStart", good with { EndsAt = good.StartsAt });
        await RefusedAsync("MeetingTooLong", good with { EndsAt = good.StartsAt.AddHours(25) });
        await RefusedAsync("MeetingZoneUnknown", good with { TimeZone = "Europe/Atlantis" });
        await RefusedAsync("MeetingPlaceTooLong", good with { Place = new('x', 301) });
        await RefusedAsync("TextNotStorable", good with { Title = "x\0" });
        await RefusedAsync("TextNotStorable", good with { Place = "x\uD800" });
        await RefusedAsync("PerRollamNotAllowed", good with { Form = MeetingForm.PerRollam });
        foreach (var link in new[] { "javascript:alert(1)", "ftp://example.org", "meet.example.org", "data:text/html,x", "https://", "/meetings/1" })
            await RefusedAsync("MeetingLinkInvalid", good with { OnlineLink = link });
        world.Refused("AgendaTitleMissing", (await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, good, [new(" ")])).Refusal);
        world.Refused("AgendaTooManyItems", (await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, good, [.. Enumerable.Repeat(new AgendaDraft("x"), 201)])).Refusal);
        await using var db = world.World.Db();
        Assert.Empty(await db.Meetings.ToListAsync());

        async Task RefusedAsync(string code, MeetingDetails details) =>
            world.Refused(code, (await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, details, [])).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Edit_ChangesDetailsButNotTheYearOfTheNumber(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        Done(await world.Meetings.EditAsync(world.Secretary.Id, id, Details(new DateOnly(2026, 10, 25), "Nový název") with { OnlineLink = " https://meet.example.org/a " }));
        var meeting = (await world.RoomAsync(id)).Meeting;
        Assert.Equal(("Nový název", "https://meet.example.org/a"), (meeting.Title, meeting.OnlineLink));

        world.Refused("MeetingYearFixed", (await world.Meetings.EditAsync(world.Secretary.Id, id, Details(new DateOnly(2027, 1, 1)))).Refusal);
        world.Refused("MeetingTitleMissing", (await world.Meetings.EditAsync(world.Secretary.Id, id, Details(title: ""))).Refusal);
        world.Refused("PerRollamNotAllowed", (await world.Meetings.EditAsync(world.Secretary.Id, id, Details() with { Form = MeetingForm.PerRollam })).Refusal);
        world.Refused("NotAllowed", (await world.Meetings.EditAsync(world.Members[0].Id, id, Details())).Refusal);
        world.Refused("NotFound", (await world.Meetings.EditAsync(world.Stranger.Id, id, Details())).Refusal);
        world.Refused("NotFound", (await world.Meetings.EditAsync(world.Administrator.Id, 999, Details())).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Edit_OfWhatSomebodyElseHasChanged_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync();
        var seen = MeetingDetails.Of((await world.RoomAsync(id)).Meeting);
        Done(await world.Meetings.EditAsync(world.Secretary.Id, id, seen with { Place = "Malý sál" }, seen));
        world.Refused("Conflict", (await world.Meetings.EditAsync(world.Secretary.Id, id, seen with { Title = "Jiný název" }, seen)).Refusal);
        var now = MeetingDetails.Of((await world.RoomAsync(id)).Meeting);
        Assert.Equal(("Malý sál", seen.Title), (now.Place, now.Title));
        Done(await world.Meetings.EditAsync(world.Secretary.Id, id, seen with { Title = "Jiný název" }, now));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Cancel_BeforeTheStartOnly_AndForGood(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Bod");
        world.Refused("NotAllowed", (await world.Meetings.CancelAsync(world.Members[0].Id, id)).Refusal);
        Done(await world.Meetings.CancelAsync(world.Secretary.Id, id));
        Assert.Equal(MeetingState.Cancelled, (await world.RoomAsync(id)).Meeting.State);
        world.Refused("MeetingEnded", (await world.Meetings.EditAsync(world.Secretary.Id, id, Details())).Refusal);
        world.Refused("MeetingNotCancellable", (await world.Meetings.CancelAsync(world.Secretary.Id, id)).Refusal);

        var started = await world.MeetingAsync("Bod");
        Done(await world.Lead.StartAsync(world.Chair.Id, started));
        world.Refused("MeetingNotCancellable", (await world.Meetings.CancelAsync(world.Secretary.Id, started)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task List_PartsTheComingFromThePast_ForReadersOnly(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var past = await world.MeetingAsync("Bod");
        Done(await world.Lead.StartAsync(world.Chair.Id, past));
        Done(await world.Lead.CloseAsync(world.Chair.Id, past));
        var live = await world.MeetingAsync("Bod");
        Done(await world.Lead.StartAsync(world.Chair.Id, live));
        var later = Value(await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, Details(new DateOnly(2026, 12, 1)), []));
        var sooner = Value(await world.Meetings.CreateAsync(world.Secretary.Id, world.Group.Id, Details(new DateOnly(2026, 9, 1)), []));
        Done(await world.Meetings.CancelAsync(world.Secretary.Id, sooner));

        var list = Value(await world.Meetings.ListAsync(world.Guest.Id, world.Group.Id));
        Assert.Equal([live], list.Live.Select(m => m.Id));
        Assert.Equal([sooner, later], list.Upcoming.Select(m => m.Id));
        Assert.Equal([past], list.Past.Select(m => m.Id));
        Assert.False(list.CanPrepare);
        Assert.True(Value(await world.Meetings.ListAsync(world.Secretary.Id, world.Group.Id)).CanPrepare);
        world.Refused("NotFound", (await world.Meetings.ListAsync(world.Stranger.Id, world.Group.Id)).Refusal);
        world.Refused("NotFound", (await world.Meetings.RoomAsync(world.Stranger.Id, live)).Refusal);
        world.Refused("NotFound", (await world.Meetings.FindAsync(world.Stranger.Id, live)).Refusal);
        world.Refused("NotFound", (await world.Meetings.FindAsync(world.Administrator.Id, 999)).Refusal);
        world.World.Time.Set(new DateOnly(2026, 9, 2).At(new(8, 0), GroupCalendar.DefaultZone));
        Assert.Contains(sooner, Value(await world.Meetings.ListAsync(world.Guest.Id, world.Group.Id)).Past.Select(m => m.Id));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Room_SaysWhatEachMayDo(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Bod");
        Assert.Equal((true, true, true, true), await MayAsync(world.Secretary.Id));
        Assert.Equal((true, true, true, true), await MayAsync(world.Chair.Id));
        Assert.Equal((false, true, false, false), await MayAsync(world.Administrator.Id));
        Assert.Equal((false, false, false, false), await MayAsync(world.Members[0].Id));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        Assert.Equal((false, false, false, true), await MayAsync(world.Members[0].Id));
        Assert.Equal((false, false, false, false), await MayAsync(world.Guest.Id));

        async Task<(bool Lead, bool Prepare, bool Roll, bool Write)> MayAsync(long person)
        {
            var view = Value(await world.Meetings.RoomAsync(person, id));
            return (view.CanLead, view.CanPrepare, view.CanKeepRoll, view.CanWriteMinutes);
        }
    }
}
