using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Meetings.Speakers;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings.Speakers;

public sealed class SpeakersPanelTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Member_AsksWaitsAndSpeaks_ByOneButton()
    {
        await using var floor = await Floor.OpenAsync(DatabaseKind.Sqlite);
        await using var pages = new MeetingPages(floor.World, floor.World.Members[0]);
        var panel = await PanelAsync(pages, floor);
        Assert.Equal("Přihlásit se o slovo", Assert.Single(panel.FindAll("button")).TextContent);
        await panel.ActAsync(on => on.Find(".own button").ClickAsync());
        Assert.Equal("Stáhnout přihlášku", panel.Find(".own button").TextContent);
        Assert.Contains("Jste na řadě jako další.", panel.Find(".own").TextContent);
        await panel.ActAsync(on => on.Find(".own button").ClickAsync(new MouseEventArgs { Detail = 2 }));
        var own = (await floor.ListAsync()).WaitingOf(floor.World.Members[0].Id);
        Assert.NotNull(own);

        Done(await floor.Speakers.GiveAsync(floor.World.Chair.Id, own.RequestId, null));
        panel.WaitForAssertion(() => Assert.Equal("Ukončit své vystoupení", panel.Find(".own button").TextContent), Patience);
        await panel.ActAsync(on => on.Find(".own button").ClickAsync());
        Assert.Contains("Slovo teď nikdo nemá.", panel.Markup);
        Assert.Null((await floor.ListAsync()).Speaking);
    }

    [Fact]
    public async Task Chair_GivesOrdersEndsAndStrikesOff()
    {
        await using var floor = await Floor.OpenAsync(DatabaseKind.Sqlite);
        await floor.AskAsync(floor.World.Members[0]);
        await floor.AskAsync(floor.World.Members[1]);
        await floor.AskAsync(floor.World.Guest);
        await using var pages = new MeetingPages(floor.World, floor.World.Chair);
        var panel = await PanelAsync(pages, floor, canWrite: true);
        await panel.ActAsync(on => Button(on, "Posunout výš: Hana Lišková").ClickAsync());
        Assert.Equal(["Petr První", "Hana Lišková", "Dana Druhá"], Queue(panel));
        Assert.Equal("true", Button(panel, "Posunout výš: Petr První").GetAttribute("aria-disabled"));
        await panel.ActAsync(on => Button(on, "Dát slovo: Hana Lišková").ClickAsync(new MouseEventArgs { Detail = 2 }));
        Assert.Null((await floor.ListAsync()).Speaking);
        await panel.ActAsync(on => Button(on, "Dát slovo: Hana Lišková").ClickAsync(new MouseEventArgs { Detail = 1 }));
        Assert.Contains("Hana Lišková", panel.Find(".has-floor").TextContent);
        Assert.Equal("Hana Lišková", panel.Find("[data-insert-speaker]").GetAttribute("data-insert-speaker"));
        Assert.Equal(
            ["Hana Lišková", "Petr První", "Dana Druhá"], JsonSerializer.Deserialize<string[]>(panel.Find("[data-speaking]").GetAttribute("data-speaking")!)!);
        await panel.ActAsync(on => Button(on, "Vyškrtnout ze seznamu: Dana Druhá").ClickAsync());
        Assert.Equal(["Petr První"], Queue(panel));
        await panel.ActAsync(on => Button(on, "Ukončit slovo: Hana Lišková").ClickAsync());
        Assert.Empty(panel.FindAll(".has-floor"));
    }

    [Fact]
    public async Task Chair_AsksForSomebodyWhoIsThere_AndIsToldWhyNot()
    {
        await using var floor = await Floor.OpenAsync(DatabaseKind.Sqlite);
        Done(await floor.World.World.Get<RollService>().MarkSeatAsync(floor.World.Secretary.Id, floor.Id, floor.World.Seats[1].Id, RollState.Present));
        await using var pages = new MeetingPages(floor.World, floor.World.Chair, "en");
        var panel = await PanelAsync(pages, floor);
        await ChooseAsync();
        Assert.Equal(["Dana Druhá"], Queue(panel));
        await ChooseAsync();
        Assert.Equal("Dana Druhá is on the list of speakers already.", panel.Find("[role=alert]").TextContent);

        async Task ChooseAsync()
        {
            var key = panel.FindAll(".ask-for option").Single(option => option.TextContent == "Dana Druhá").GetAttribute("value");
            await panel.ActAsync(on => on.Find(".ask-for select").ChangeAsync(key));
            await panel.ActAsync(on => on.Find(".ask-for form").SubmitAsync());
        }
    }

    [Fact]
    public async Task Request_OfAnotherItem_SaysOfWhich()
    {
        await using var floor = await Floor.OpenAsync(DatabaseKind.Sqlite);
        await floor.AskAsync(floor.World.Members[0]);
        Done(await floor.World.Lead.NextAsync(floor.World.Chair.Id, floor.Id, floor.ItemId));
        await floor.AskAsync(floor.World.Members[1]);
        await using var pages = new MeetingPages(floor.World, floor.World.Guest);
        var panel = await PanelAsync(pages, floor);
        Assert.Equal(["Petr První k bodu 1", "Dana Druhá"], Queue(panel));
        Assert.Empty(panel.FindAll(".row-actions"));
    }

    [Fact]
    public async Task Panel_IsNotThereBeforeTheMeetingHasBegun()
    {
        await using var floor = await Floor.OpenAsync(DatabaseKind.Sqlite, isStarted: false);
        await using var pages = new MeetingPages(floor.World, floor.World.Members[0]);
        var room = await floor.World.RoomAsync(floor.Id);
        var panel = pages.Render<SpeakersPanel>(p => p.Add(x => x.Room, room));
        Assert.Empty(panel.FindAll("section"));
        Done(await floor.World.Lead.StartAsync(floor.World.Chair.Id, floor.Id));
        panel.WaitForAssertion(() => Assert.NotEmpty(panel.FindAll("section")), Patience);
    }

    [Fact]
    public async Task Notice_TellsOnlyTheOneWhoHasTheFloor()
    {
        await using var floor = await Floor.OpenAsync(DatabaseKind.Sqlite);
        var request = await floor.AskAsync(floor.World.Members[0]);
        await using var mine = new MeetingPages(floor.World, floor.World.Members[0]);
        await using var theirs = new MeetingPages(floor.World, floor.World.Members[1]);
        var (told, untold) = (Notice(mine), Notice(theirs));
        Assert.Equal("", told.Find("[role=status]").TextContent.Trim());
        Done(await floor.Speakers.GiveAsync(floor.World.Chair.Id, request, null));
        told.WaitForAssertion(() => Assert.Equal("Máte slovo", told.Find("[role=status]").TextContent.Trim()), Patience);
        Assert.Equal("", untold.Find("[role=status]").TextContent.Trim());

        IRenderedComponent<FloorNotice> Notice(MeetingPages pages) => pages.Render<FloorNotice>(p => p.Add(x => x.MeetingId, floor.Id));
    }

    private static async Task<IRenderedComponent<SpeakersPanel>> PanelAsync(MeetingPages pages, Floor floor, bool canWrite = false)
    {
        var room = await floor.World.RoomAsync(floor.Id);
        var panel = pages.Render<SpeakersPanel>(p => p.Add(x => x.Room, room).Add(x => x.CanWrite, canWrite));
        await panel.WaitForElementAsync("section");
        return panel;
    }

    private static IEnumerable<string> Queue(IRenderedComponent<SpeakersPanel> panel) =>
        panel.FindAll(".queue .who").Select(who => string.Join(' ', who.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static IElement Button(IRenderedComponent<SpeakersPanel> panel, string label) => panel.Find($"button[aria-label='{label}']");
}
