using Bunit;
using Microsoft.AspNetCore.Components;
using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.People;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class AttendanceCardsTests
{
    [Fact]
    public async Task CheckInCard_AsksAMember_ThenSaysSoAndLetsThemLeave()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var me = scene.World.Members[0];
        await using var pages = new MeetingPages(scene.World, me);
        var card = await CheckInAsync(scene, pages, me);
        Assert.Equal("Jste na jednání?", card.Find("h2").TextContent);
        await card.ActAsync(on => Button(on, "Jsem online").ClickAsync());
        await ShowAgainAsync(scene, card);
        Assert.Contains("Jste zapsáni jako přítomni online.", card.Find(".checked").TextContent);
        Assert.Contains("Hlasujete za: Město Horní", card.Markup);
        Assert.Contains("přítomni online", card.Find("[role=status]").TextContent);
        await card.ActAsync(on => Button(on, "Přejít na účast v sále").ClickAsync());
        await ShowAgainAsync(scene, card);
        Assert.Contains("přítomni v sále", card.Find(".checked").TextContent);
        await card.ActAsync(on => Button(on, "Odejít").ClickAsync());
        await ShowAgainAsync(scene, card);
        Assert.Equal("Jste na jednání?", card.Find("h2").TextContent);
    }

    [Fact]
    public async Task CheckInCard_LetsAnAlternateChooseTheSeat_AndShowsWhichIsTaken()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var (world, me) = (scene.World, scene.World.Alternate);
        await world.World.AddAsync(new SeatTerm(world.Group.Id, world.Seats[1].Id, me.Id, SeatTermKind.Alternate, Founded), new SeatTerm(world.Group.Id, world.Seats[2].Id, me.Id, SeatTermKind.Alternate, Founded));
        Done(await scene.CheckIn.CheckInAsync(world.Members[0].Id, scene.MeetingId, RollState.Present));
        await using var pages = new MeetingPages(world, me);
        var card = await CheckInAsync(scene, pages, me);
        Assert.Contains("přítomna je Petr První", card.Find("option[disabled]").TextContent);
        await card.ActAsync(on => Button(on, "Jsem v sále").ClickAsync());
        Assert.Contains("Vyberte, za které se účastníte", card.Find("[role=alert]").TextContent);
        await card.ActAsync(on => on.Find("select").ChangeAsync($"{world.Seats[1].Id}"));
        await card.ActAsync(on => Button(on, "Jsem v sále").ClickAsync());
        await ShowAgainAsync(scene, card);
        Assert.Contains("Zastupujete: Dana Druhá", card.Markup);
        Assert.Contains("Hlasujete za: Město Dolní", card.Markup);
    }

    [Fact]
    public async Task R1_CheckInCard_TellsAGuestWhatGuestsMay_AndShowsNothingToWhoHasNoPlace()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        await using (var pages = new MeetingPages(scene.World, scene.World.Guest))
            Assert.Contains("Návrhy předkládají a hlasují členové", (await CheckInAsync(scene, pages, scene.World.Guest)).Markup);
        await using var others = new MeetingPages(scene.World, scene.World.Administrator);
        Assert.Empty((await CheckInAsync(scene, others, scene.World.Administrator)).FindAll("section"));
    }

    [Fact]
    public async Task R11_QuorumNotice_SaysItOnceWhenItIsLost_AndOnceWhenItIsRegained()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var (world, id) = (scene.World, scene.MeetingId);
        await using var pages = new MeetingPages(world, world.Members[0]);
        var room = await world.RoomAsync(id);
        var notice = pages.Render<QuorumNotice>(p => p.Add(x => x.Room, room));
        Assert.Empty(notice.FindAll(".notice"));
        Done(await scene.Roll.MarkAllAsync(scene.By, id));
        await ShowAsync();
        Assert.Equal("", notice.Find("[role=status]").TextContent);
        foreach (var seat in world.Seats.Take(2))
            Done(await scene.Roll.MarkSeatAsync(scene.By, id, seat.Id, RollState.Absent));
        await ShowAsync();
        Assert.Equal("Skupina přestala být usnášeníschopná. Do usnášeníschopnosti chybí 1 člen.", notice.Find("[role=status]").TextContent);
        Assert.Contains("Hlasovat teď nelze", notice.Find(".notice.error").TextContent);
        Done(await scene.Roll.MarkSeatAsync(scene.By, id, world.Seats[2].Id, RollState.Absent));
        await ShowAsync();
        Assert.Equal("Skupina přestala být usnášeníschopná. Do usnášeníschopnosti chybí 1 člen.", notice.Find("[role=status]").TextContent);
        Assert.Contains("chybí 2 členové", notice.Find(".notice.error").TextContent);
        Done(await scene.Roll.MarkAllAsync(scene.By, id));
        await ShowAsync();
        Assert.Equal("Skupina je opět usnášeníschopná.", notice.Find("[role=status]").TextContent);
        Assert.Empty(notice.FindAll(".notice"));

        async Task ShowAsync()
        {
            room = await world.RoomAsync(id);
            notice.Render(p => p.Add(x => x.Room, room));
        }
    }

    [Fact]
    public async Task QuorumCard_HasNumbersWordsAndShapes()
    {
        await using var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        await using var pages = new MeetingPages(scene.World, scene.World.Members[0]);
        var room = await scene.World.RoomAsync(scene.MeetingId);
        var card = pages.Render<QuorumCard>(p => p.Add(x => x.Room, room));
        Assert.Empty(card.FindAll(".chip"));
        Done(await scene.CheckIn.CheckInAsync(scene.World.Members[0].Id, scene.MeetingId, RollState.Present));
        room = await scene.World.RoomAsync(scene.MeetingId);
        card.Render(p => p.Add(x => x.Room, room));
        Assert.Equal(("Přítomen 1 z 3 členů", "✕ neusnášeníschopní"), (card.Find("b").TextContent, card.Find(".chip.bad").TextContent));
        Assert.Contains("Do usnášeníschopnosti chybí 1 člen", card.Markup);
        scene.Wait(minutes: 15);
        Done(await scene.CheckIn.CheckInAsync(scene.World.Members[1].Id, scene.MeetingId, RollState.Present));
        room = await scene.World.RoomAsync(scene.MeetingId);
        card.Render(p => p.Add(x => x.Room, room));
        Assert.Equal("✓ usnášeníschopní", card.Find(".chip.ok").TextContent);
        Assert.Equal("10:15 Příchod: Dana Druhá", card.Find(".movements li").TextContent);
    }

    [Fact]
    public async Task R7_AnswerCard_OffersTheThreeAnswers_AndTheForecast()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("Zahájení");
        var me = world.Members[0];
        await using var pages = new MeetingPages(world, me);
        var room = await world.RoomAsync(id);
        var card = pages.Render<AnswerCard>(p => p.Add(x => x.Me, me.Id).Add(x => x.Room, room));
        Assert.Equal(["Zúčastním se", "Nezúčastním se", "Zastoupí mě: Nina Zástupná"], card.FindAll("label span").Select(l => l.TextContent));
        Assert.Contains("Účast potvrdilo 0 z 3 členů, k usnášeníschopnosti je potřeba 2", card.Find(".forecast").TextContent);
        await card.ActAsync(on => on.FindAll("input")[2].ChangeAsync(true));
        Assert.Contains("Odpověď je uložena", card.Find("[role=status]").TextContent);
        room = await world.RoomAsync(id);
        card.Render(p => p.Add(x => x.Room, room));
        Assert.Contains("chybí 1", card.Find(".forecast").TextContent);
        Assert.True(card.FindAll("input")[2].HasAttribute("checked"));
    }

    [Fact]
    public async Task R7_AnswerCard_LetsTheSecretaryEnterForOthers()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite);
        var id = await world.MeetingAsync("Zahájení");
        await using var pages = new MeetingPages(world, world.Secretary, "en");
        var room = await world.RoomAsync(id);
        var card = pages.Render<AnswerCard>(p => p.Add(x => x.Me, world.Secretary.Id).Add(x => x.CanPrepare, true).Add(x => x.Room, room));
        await card.ActAsync(on => on.FindAll("select")[0].ChangeAsync($"StandIn:{world.Alternate.Id}"));
        await card.ActAsync(on => on.FindAll("select")[1].ChangeAsync("NotComing"));
        await card.ActAsync(on => on.FindAll("select")[2].ChangeAsync("Coming"));
        await card.ActAsync(on => on.FindAll("select")[2].ChangeAsync(""));
        Assert.Equal([AnswerKind.StandIn, AnswerKind.NotComing], (await world.RoomAsync(id)).Attendance.Answers.Select(a => a.Kind));
    }

    private static async Task<IRenderedComponent<CheckInCard>> CheckInAsync(RollScene scene, MeetingPages pages, Person person)
    {
        var room = await scene.World.RoomAsync(scene.MeetingId);
        return pages.Render<CheckInCard>(p => p.Add(x => x.Room, room).Add(x => x.Me, person.Id));
    }

    private static async Task ShowAgainAsync(RollScene scene, IRenderedComponent<CheckInCard> card)
    {
        var room = await scene.World.RoomAsync(scene.MeetingId);
        card.Render(p => p.Add(x => x.Room, room));
    }

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> on, string label)
        where T : IComponent => on.FindAll("button").Single(b => b.TextContent == label);
}
