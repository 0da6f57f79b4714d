using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class MeetingsPageTests
{
    [Fact]
    public async Task List_WithoutMeetings_OffersTheFirstStepToWhoPrepares()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        await using var secretary = new MeetingPages(world, world.Secretary);
        var page = secretary.Render<MeetingsPage>(p => p.Add(x => x.GroupId, world.Group.Id));
        page.WaitForAssertion(() => Assert.Equal($"/groups/{world.Group.Id}/meetings/new", page.Find(".empty a").GetAttribute("href")));

        await using var member = new MeetingPages(world, world.Members[0]);
        page = member.Render<MeetingsPage>(p => p.Add(x => x.GroupId, world.Group.Id));
        page.WaitForAssertion(() => Assert.Contains("Jakmile", page.Find(".empty").TextContent));
        Assert.Empty(page.FindAll("a.btn"));
    }

    [Fact]
    public async Task List_ShowsWhatIsOnFirst_AndSeesANewMeetingByItself()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var on = await world.MeetingAsync("Bod");
        Done(await world.Lead.StartAsync(world.Chair.Id, on));
        await using var pages = new MeetingPages(world, world.Members[0], "en");
        var page = pages.Render<MeetingsPage>(p => p.Add(x => x.GroupId, world.Group.Id));
        page.WaitForAssertion(() => Assert.Equal(["On now", "Coming meetings"], page.FindAll("h2").Select(h => h.TextContent)));
        Assert.Contains("Thursday 11 June 2026, 10:00–12:00 · in person · radnice", page.Find(".meetings").TextContent);
        Assert.Contains("on now", page.Find(".chip.live").TextContent);

        await world.MeetingAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".meetings li").Count), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task List_ForAStranger_IsNotThere()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new MeetingPages(world, world.Stranger);
        var page = pages.Render<MeetingsPage>(p => p.Add(x => x.GroupId, world.Group.Id));
        page.WaitForAssertion(() => Assert.Equal("Tady nic není", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task New_FromAPastedAgenda_CreatesWhatThePreviewShowed()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new MeetingPages(world, world.Secretary);
        var page = pages.Render<NewMeetingPage>(p => p.Add(x => x.GroupId, world.Group.Id));
        page.WaitForElement("#meeting-title");
        Assert.Equal("Jednání pracovní skupiny Bydlení", page.Find("#meeting-title").GetAttribute("value"));

        await page.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal("Vyplňte den jednání.", page.Find("#meeting-day-error").TextContent);
        Assert.Equal("true", page.Find("#meeting-day").GetAttribute("aria-invalid"));
        Assert.NotNull(page.Find("[role=alert]"));

        await page.ActAsync(on => on.Find("#meeting-day").ChangeAsync("2026-10-25"));
        // A browser gives HH:mm; Blazor adds the seconds.
        await page.ActAsync(on => on.Find("#meeting-starts").ChangeAsync("02:30:00"));
        await page.ActAsync(on => on.Find("#meeting-ends").ChangeAsync("04:00:00"));
        await page.ActAsync(on => on.Find("input[value=Paste]").ChangeAsync("Paste"));
        await page.ActAsync(on => on.Find("#paste-text").ChangeAsync("Program:\n1. Zahájení (10 min)\n2. Bydlení\n- byty\n3. Navíc"));
        await page.ActAsync(on => on.FindAll("button").Single(b => b.TextContent == "Rozpoznat body").ClickAsync());
        Assert.Equal(["1", "2", "2.1", "3"], page.FindAll(".drafts .no").Select(n => n.TextContent));
        Assert.Contains("Rozpoznány 4 body.", page.Markup);
        await page.ActAsync(on => on.Find("[aria-label='Název bodu 2']").ChangeAsync("Bydlení v kraji"));
        await page.ActAsync(on => on.Find("[aria-label='Odebrat bod 3']").ClickAsync());
        await page.ActAsync(on => on.Find("form").SubmitAsync());

        var list = Value(await world.Meetings.ListAsync(world.Secretary.Id, world.Group.Id));
        var meeting = list.Upcoming.Single();
        Assert.EndsWith($"/meetings/{meeting.Id}/agenda", pages.Services.GetRequiredService<NavigationManager>().Uri);
        Assert.Equal(["1 Zahájení", "2 Bydlení v kraji", "2.1 byty"], await world.AgendaAsync(meeting.Id));
        // Of 2.30, which that night has twice, the first is meant: two and a half hours before 4.00.
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), meeting.StartsAt);
        Assert.Equal(TimeSpan.FromHours(2.5), meeting.EndsAt - meeting.StartsAt);
    }

    [Fact]
    public async Task New_ForWhoMayNotPrepare_IsNotThere()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new MeetingPages(world, world.Members[0]);
        var page = pages.Render<NewMeetingPage>(p => p.Add(x => x.GroupId, world.Group.Id));
        page.WaitForAssertion(() => Assert.Equal("Tady nic není", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task Edit_SavesDetails_AndAsksBeforeCancelling()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync();
        await using var pages = new MeetingPages(world, world.Secretary);
        var page = pages.Render<EditMeetingPage>(p => p.Add(x => x.MeetingId, id));
        page.WaitForElement("#meeting-link");
        await page.ActAsync(on => on.Find("#meeting-link").ChangeAsync("javascript:alert(1)"));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Contains("https://", page.Find("#meeting-link-error").TextContent);
        await page.ActAsync(on => on.Find("#meeting-link").ChangeAsync("https://meet.example.org/x"));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Equal("Uloženo.", page.Find("[role=status] .ok").TextContent));
        Assert.Equal("https://meet.example.org/x", (await world.RoomAsync(id)).Meeting.OnlineLink);

        await page.ActAsync(on => on.Find(".btn.danger").ClickAsync());
        Assert.Equal(MeetingState.Planned, (await world.RoomAsync(id)).Meeting.State);
        await page.ActAsync(on => on.Find("[role=alert] .btn.danger").ClickAsync());
        page.WaitForAssertion(() => Assert.Contains("Jednání je zrušeno.", page.Markup));
        Assert.Equal(MeetingState.Cancelled, (await world.RoomAsync(id)).Meeting.State);
    }

    [Fact]
    public void Input_KeepsTheClockTimesOfTheZone()
    {
        var info = new MeetingInput { Title = "x", Day = new(2026, 3, 29), Starts = new(2, 30), Ends = new(5, 0) }.Read(GroupCalendar.DefaultZone);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), info.Value!.StartsAt);
        Assert.Equal("MeetingTimeMissing", new MeetingInput { Title = "x", Day = new(2026, 3, 29), Ends = null }.Read(GroupCalendar.DefaultZone).Refusal?.Code);
    }
}
