using Bunit;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class RollPanelTests
{
    [Fact]
    public async Task Secretary_MarksAllThenTheExceptions()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync();
        await using var pages = new MeetingPages(world, world.Secretary);
        var panel = await PanelAsync(pages, id);
        Assert.Equal("Přítomno 0 z 3 členů", panel.Find(".roll-head strong").TextContent);
        await panel.ActAsync(on => on.FindAll("button").First(b => b.TextContent == "Všichni přítomni").ClickAsync());
        Assert.Equal("Přítomni 3 z 3 členů", panel.Find(".roll-head strong").TextContent);
        await panel.ActAsync(on => Select(on, "Petr První").ChangeAsync($"Online:{world.Alternate.Id}"));
        await panel.ActAsync(on => Select(on, "Dana Druhá").ChangeAsync($"Excused:{world.Members[1].Id}"));
        await panel.ActAsync(on => Select(on, "Tereza Třetí").ChangeAsync(""));
        Assert.Equal("Přítomen 1 z 3 členů", panel.Find(".roll-head strong").TextContent);
        var roll = (await world.RoomAsync(id)).Roll;
        Assert.Equal(["Nina Zástupná"], roll.Present.Select(p => p.Name));
        Assert.Equal([("Petr První", "Nina Zástupná"), ("Dana Druhá", null)], roll.Excused.Select(e => (e.Name, e.StandIn)));
        await panel.ActAsync(on => Select(on, "Petr První").ChangeAsync("Nonsense:99"));
        Assert.Null((await world.RoomAsync(id)).Roll.Seats[0].State);
    }

    [Fact]
    public async Task Secretary_AddsAndTakesBackGuests()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync();
        await using var pages = new MeetingPages(world, world.Chair, "en");
        var panel = await PanelAsync(pages, id);
        await panel.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Contains("Enter the guest's name", panel.Find("[role=alert]").TextContent);
        await panel.ActAsync(on => on.Find("#guest-name").ChangeAsync("zástupci obcí"));
        await panel.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal(["zástupci obcí"], (await world.RoomAsync(id)).Roll.Guests.Select(g => g.Name));
        await panel.ActAsync(on => on.Find("[aria-label='Remove guest zástupci obcí']").ClickAsync());
        Assert.Empty((await world.RoomAsync(id)).Roll.Guests);
        await panel.ActAsync(on => on.Find("[role=status] button").ClickAsync());
        Assert.Single((await world.RoomAsync(id)).Roll.Guests);
    }

    [Fact]
    public async Task Secretary_CorrectsTheTimeOfAnArrival()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        scene.Wait(minutes: 40);
        Done(await scene.Roll.MarkSeatAsync(scene.By, scene.MeetingId, scene.World.Seats[0].Id, RollState.Present));
        await using var pages = new MeetingPages(scene.World, scene.World.Secretary);
        var panel = await PanelAsync(pages, scene.MeetingId);
        Assert.StartsWith("od 10:40", panel.Find(".when span").TextContent);
        await panel.ActAsync(on => on.Find("[aria-label='Opravit čas: Petr První']").ClickAsync());
        await panel.ActAsync(on => on.Find("input[type=time]").ChangeAsync("10:20"));
        await panel.ActAsync(on => on.FindAll(".when button").First(b => b.TextContent == "Uložit").ClickAsync());
        panel.WaitForAssertion(() => Assert.StartsWith("od 10:20", panel.Find(".when span").TextContent), TimeSpan.FromSeconds(5));
        Assert.Equal("Čas je opraven.", panel.Find("[role=status]").TextContent.Trim());
        await panel.ActAsync(on => on.Find("[aria-label='Opravit čas: Petr První']").ClickAsync());
        await panel.ActAsync(on => on.Find("input[type=time]").ChangeAsync("10:59"));
        await panel.ActAsync(on => on.FindAll(".when button").First(b => b.TextContent == "Uložit").ClickAsync());
        Assert.Contains("nemůže být v budoucnu", panel.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Reader_SeesTheSheet_AndItsChangesAtOnce()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync();
        await using var pages = new MeetingPages(world, world.Members[0]);
        var panel = await PanelAsync(pages, id);
        Assert.Empty(panel.FindAll("select, button, input"));
        Assert.Equal(3, panel.FindAll("dd").Count(dd => dd.TextContent.Trim() == "nikdo"));
        Done(await world.World.Get<RollService>().MarkSeatAsync(world.Secretary.Id, id, world.Seats[0].Id, RollState.Online, world.Alternate.Id));
        panel.WaitForAssertion(() => Assert.Contains("Nina Zástupná, Město Horní (v\u00A0zastoupení: Petr První, online)", panel.Find("dd").TextContent), TimeSpan.FromSeconds(5));
    }

    private static async Task<IRenderedComponent<RollPanel>> PanelAsync(MeetingPages pages, long id)
    {
        var panel = pages.Render<RollPanel>(p => p.Add(x => x.MeetingId, id));
        await panel.WaitForElementAsync(".roll");
        return panel;
    }

    private static AngleSharp.Dom.IElement Select(IRenderedComponent<RollPanel> panel, string name) =>
        panel.FindAll("select").Single(select => select.GetAttribute("aria-label")!.Contains(name, StringComparison.Ordinal));
}
