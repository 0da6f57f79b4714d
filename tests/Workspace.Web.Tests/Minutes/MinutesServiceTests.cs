using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Minutes;
using Workspace.Web.Tests.Demo;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Minutes;

public sealed class MinutesServiceTests
{
    private static readonly CultureInfo Czech = CultureInfo.GetCultureInfo("cs");

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Minutes_OfTheRunningMeeting_HoldItsRecord(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);
        var secretary = await db.People.SingleAsync(p => p.DemoKey == "secretary");

        var minutes = (await Service(world).ComposeAsync(secretary.Id, meeting.Id, Czech)).Value!;

        Assert.Equal(meeting.NumberText, minutes.Number);
        Assert.Equal((18, 24), (minutes.Counts!.Present, minutes.Counts.All));
        // The seats, and the secretary, who has none.
        // With the one who has left meanwhile.
        Assert.Equal(18 + 1 + 1, minutes.Present.Count);
        Assert.Contains(minutes.Present, p => p.StandingInFor is not null);
        Assert.Equal(4, minutes.Excused.Count(e => e.StandIn is null));
        Assert.Contains(Assert.Single(minutes.Excused, e => e.StandIn is not null).StandIn, minutes.Present.Select(p => p.Name));
        Assert.Null(minutes.End);
        var titles = await db.AgendaItems.Where(i => i.MeetingId == meeting.Id && i.State != AgendaItemState.Removed).Select(i => i.Title).ToListAsync();
        Assert.Equal(titles.Order(), minutes.Items.Select(i => i.Title).Order());
        Assert.Contains(minutes.Items, i => i.Markdown.Length > 200);
        Assert.Equal(["Zapsal(a)", "Předseda / předsedkyně"], minutes.Signatures.Select(s => s.Role));
        Assert.Contains(minutes.Signatures, s => s.Name == secretary.FullName);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Minutes_AreRefusedToStrangers_AndOfMeetingsThatAreNot(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        await using var db = world.Db();
        var meeting = await db.Meetings.SingleAsync(m => m.State == MeetingState.Live);
        var stranger = await world.AddAsync(new Web.People.Person("Cizí", "Člověk", null));
        var secretary = await db.People.SingleAsync(p => p.DemoKey == "secretary");

        Assert.NotNull((await Service(world).ComposeAsync(stranger.Id, meeting.Id, Czech)).Refusal);
        Assert.NotNull((await Service(world).ComposeAsync(secretary.Id, 987_654, Czech)).Refusal);
    }

    internal static MinutesService Service(World world) => world.Get<MinutesService>();
}
