using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Minutes;
using Workspace.Web.Tasks;
using Workspace.Web.Tasks.Minuted;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Minutes;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Blocks;
using Workspace.Web.Votes.Minuted;
using static Workspace.Web.Tests.Hosting.WorldPages;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Tasks;

/// <summary>K1, T7: a task stands in the minutes as a block that shows its record.</summary>
public sealed class TasksInMinutesTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Task_IsPrintedAsASentenceInEveryFormat_InTheDocumentsLanguage(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var (meeting, item) = await RunningAsync(world);
        var task = await world.GiveAsync(world.Input("Rozeslat *přehled*\nporaden."), new(AgendaItemId: item));
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Done));

        var czech = await ComposeAsync(world, meeting, "cs");

        const string said = "Úkol: Rozeslat *přehled* poraden; odpovídá: Petr První; termín: do 31. 7. 2026; stav: splněn (11. 6. 2026).";
        // Lines are broken where the page ends.
        var text = string.Join(' ', (await Tool.TextOfDocxAsync(SampleMinutes.Writer<MinutesDocx>().Write(czech))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(said, text);
        using (var docx = new Docx(SampleMinutes.Writer<MinutesDocx>().Write(czech)))
            Assert.Empty(docx.Faults);
        var html = SampleMinutes.Writer<MinutesHtml>().Write(czech).Replace('\u00A0', ' ');
        Assert.Contains(said["Úkol:".Length..], html);
        var markdown = SampleMinutes.Writer<MinutesMarkdown>().Write(czech).Replace('\u00A0', ' ');
        Assert.Contains(@"> **Úkol:** Rozeslat \*přehled\* poraden; odpovídá: Petr První", markdown);
        Assert.DoesNotContain("[[", html + markdown + text);
        var english = SampleMinutes.Writer<MinutesMarkdown>().Write(await ComposeAsync(world, meeting, "en")).Replace('\u00A0', ' ');
        Assert.Contains("> **Task:** ", english);
        Assert.Contains("responsible: Petr První; due: by 31 July 2026; state: done (11 June 2026).", english);
    }

    [Fact]
    public async Task Line_StandsWhereItWasMoved_Once_AndUnknownOnesPrintNothing()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var (meeting, item) = await RunningAsync(world);
        var other = await world.Group.MeetingAsync("Jinde");
        var elsewhere = await world.GiveAsync(world.Input("Odjinud"), new(AgendaItemId: await world.Group.ItemAsync(other, "Jinde")));
        var task = await world.GiveAsync(world.Input() with { Due = default }, new(AgendaItemId: item));
        await WriteAsync(world, item, $"První\n[[task:{task}]]\nDruhý\n\n[[task:{task}]]\n\n[[task:{elsewhere}]]\n\n[[task:987654]]\n\nText [[task:{task}]] v řádku");

        var paragraphs = (await ItemAsync(world, meeting)).Split("\n\n");

        Assert.Equal(["První", "> **Úkol:** Rozeslat přehled poraden; odpovídá: Petr První; stav: zadán.", "Druhý", $"Text [[task:{task}]] v řádku"], paragraphs);
    }

    [Fact]
    public async Task TaskWhoseLineWasDeleted_IsPrintedAtTheEndOfItsItem_ACancelledOneGoesWithItsLine()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var (meeting, item) = await RunningAsync(world);
        var task = await world.GiveAsync(origin: new(AgendaItemId: item));
        await WriteAsync(world, item, "Jen text");
        Assert.StartsWith("Jen text\n\n> **Úkol:** Rozeslat", await ItemAsync(world, meeting));

        Done(await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Given, TaskState.Cancelled, "omyl"));
        Assert.Equal("Jen text", await ItemAsync(world, meeting));
        Done(await world.World.Get<MinutesBlockService>().InsertAsync(world.Secretary, BlockLine.OfTask(task)));
        Assert.Contains("stav: zrušen", await ItemAsync(world, meeting));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Insert_PutsTheLineBackOnce_ByWhoMayWrite(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var (_, item) = await RunningAsync(world);
        var task = await world.GiveAsync(origin: new(AgendaItemId: item));
        var without = await world.GiveAsync();
        await WriteAsync(world, item, "nic");
        var blocks = world.World.Get<MinutesBlockService>();

        world.Refused("NotAllowed", (await blocks.InsertAsync(world.Group.Guest.Id, BlockLine.OfTask(task))).Refusal);
        world.Refused("NotFound", (await blocks.InsertAsync(world.Group.Stranger.Id, BlockLine.OfTask(task))).Refusal);
        world.Refused("NotFound", (await blocks.InsertAsync(world.Secretary, BlockLine.OfTask(without))).Refusal);
        world.Refused("NotFound", (await blocks.InsertAsync(world.Secretary, BlockLine.OfTask(987_654))).Refusal);
        Done(await blocks.InsertAsync(world.Other, BlockLine.OfTask(task)));
        Done(await blocks.InsertAsync(world.Secretary, BlockLine.OfTask(task)));

        Assert.Equal($"nic\n\n[[task:{task}]]\n", await world.TextAsync(item));
    }

    [Fact]
    public async Task Blocks_ShowWhatTheRecordSays_FollowIt_AndPutALineBack()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var (meeting, item) = await RunningAsync(world);
        var room = await world.Group.RoomAsync(meeting);
        await using var pages = new WorldPages(world.World, world.Secretary);
        var blocks = pages.Render<TaskBlocks>(p => p.Add(b => b.Room, room).Add(b => b.CanWrite, true));
        var task = await world.GiveAsync(origin: new(AgendaItemId: item));
        var block = $"[data-block='task:{task}']";
        blocks.WaitForAssertion(() => Assert.Equal("Úkol: Rozeslat přehled poraden.", blocks.Find($"{block} .block-line").TextContent), Patience);
        Assert.Equal("Úkol: Rozeslat přehled poraden", blocks.Find(block).GetAttribute("data-label"));
        Assert.Equal(room.Agenda.Single(i => i.Id == item).TextId, long.Parse(blocks.Find(block).GetAttribute("data-block-text")!, CultureInfo.InvariantCulture));
        Assert.NotNull(blocks.Find("[data-blocks]").GetAttribute("hidden"));
        Assert.Empty(blocks.FindAll($"{block} [data-block-content] [id]"));
        Assert.Equal($"/tasks/{task}", blocks.Find($"{block} a").GetAttribute("href"));
        await WriteAsync(world, item, "nic");

        await blocks.InvokeAsync(() => blocks.Find($"{block} [data-block-insert]").ClickAsync(new()));
        Assert.Equal($"nic\n\n[[task:{task}]]\n", await world.TextAsync(item));
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Underway));
        blocks.WaitForAssertion(() => Assert.Contains("plní se (", blocks.Find($"{block} [data-block-content]").TextContent), Patience);
        Done(await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Underway, TaskState.Cancelled, "omyl"));
        // Where its line stands it is shown still; no text is asked to take it in.
        blocks.WaitForAssertion(() => Assert.Null(blocks.Find(block).GetAttribute("data-block-text")), Patience);
        await using var readers = new WorldPages(world.World, world.Member, "en");
        var read = readers.Render<TaskBlocks>(p => p.Add(b => b.Room, room));
        read.WaitForAssertion(() => Assert.Contains("State: cancelled", read.Find(block).TextContent), Patience);
        Assert.Empty(read.FindAll("[data-block-insert]"));
    }

    [Fact]
    public async Task Insert_IntoALockedText_SaysWhyItCannot()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var (meeting, item) = await RunningAsync(world);
        await using var db = world.World.Db();
        (await db.Texts.SingleAsync(t => db.AgendaItems.Any(i => i.Id == item && i.TextId == t.Id))).Lock(world.World.Time.GetUtcNow());
        await db.SaveChangesAsync();
        var task = await world.GiveAsync(origin: new(AgendaItemId: item));
        Assert.Equal("", await world.TextAsync(item));
        var room = await world.Group.RoomAsync(meeting);
        await using var pages = new WorldPages(world.World, world.Secretary);
        var blocks = pages.Render<TaskBlocks>(p => p.Add(b => b.Room, room).Add(b => b.CanWrite, true));
        blocks.WaitForElement($"[data-block='task:{task}'] [data-block-insert]", Patience);

        await blocks.InvokeAsync(() => blocks.Find("[data-block-insert]").ClickAsync(new()));

        blocks.WaitForAssertion(() => Assert.StartsWith("Úkol se nepodařilo vložit:", blocks.Find("[role=alert]").TextContent), Patience);
    }

    [Fact]
    public async Task History_NamesTasksByTheirSentence()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var (meeting, item) = await RunningAsync(world);
        var task = await world.GiveAsync(origin: new(AgendaItemId: item));
        var textId = (await world.Group.RoomAsync(meeting)).Agenda.Single(i => i.Id == item).TextId;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("cs");

        var labels = await world.World.Get<BlockLabels>().OfTextAsync(textId);

        Assert.StartsWith("Úkol: Rozeslat přehled poraden; odpovídá: Petr První;", labels(BlockLine.OfTask(task)));
        Assert.Equal("Odkaz na záznam, který tu není", labels(BlockLine.OfTask(987_654)));
    }

    [Fact]
    public async Task Panel_InTheRoom_GivesATaskUnderTheCurrentItem_AndOthersOnlyRead()
    {
        await using var world = await TaskWorld.CreateAsync(DatabaseKind.Sqlite);
        var (meeting, item) = await RunningAsync(world);
        var room = await world.Group.RoomAsync(meeting);
        await using var readers = new WorldPages(world.World, world.Group.Guest.Id);
        var read = readers.Render<MeetingTasksPanel>(p => p.Add(b => b.Room, room));
        Assert.Empty(read.FindAll("section"));
        await using var pages = new WorldPages(world.World, world.Member);
        var panel = pages.Render<MeetingTasksPanel>(p => p.Add(b => b.Room, room).Add(b => b.CanWrite, true));
        panel.WaitForAssertion(() => Assert.Equal("Zadat úkol k bodu 1", panel.Find("button").TextContent), Patience);
        await panel.InvokeAsync(() => panel.Find("button").ClickAsync(new()));
        await panel.InvokeAsync(() => panel.Find("#meeting-task-text").ChangeAsync(new() { Value = "Zjistit počty." }));
        await panel.InvokeAsync(() => panel.Find("form").SubmitAsync());
        panel.WaitForAssertion(() => Assert.StartsWith("Uveďte, kdo za úkol odpovídá", panel.Find("[role=alert]").TextContent), Patience);
        await panel.InvokeAsync(() => panel.Find("#meeting-task-all").ChangeAsync(new() { Value = true }));
        await panel.InvokeAsync(() => panel.Find("#meeting-task-due-kind").ChangeAsync(new() { Value = "2" }));

        await panel.InvokeAsync(() => panel.Find("form").SubmitAsync());

        panel.WaitForAssertion(() => Assert.Equal("Úkol je zadán a stojí v zápisu k bodu 1.", panel.Find("[role=status] .notice").TextContent), Patience);
        panel.WaitForAssertion(() => Assert.Contains("všichni členové · Termín: do příštího jednání", panel.Find(".task-item").TextContent), Patience);
        Assert.Single(BlockLine.In(await world.TextAsync(item)));
        read.WaitForAssertion(() => Assert.Single(read.FindAll(".task-item")), Patience);
        Assert.Empty(read.FindAll("button"));
    }

    private static async Task<(long Meeting, long Item)> RunningAsync(TaskWorld world)
    {
        var meeting = await world.Group.MeetingAsync("Poradny", "Různé");
        Done(await world.Group.Lead.StartAsync(world.Group.Chair.Id, meeting));
        return (meeting, await world.Group.ItemAsync(meeting, "Poradny"));
    }

    private static async Task WriteAsync(TaskWorld world, long item, string words)
    {
        await using var db = world.World.Db();
        var textId = await db.AgendaItems.Where(i => i.Id == item).Select(i => i.TextId).SingleAsync();
        var session = (await world.World.Get<TextSessions>().OpenAsync(textId))!;
        var (version, text, _) = await session.ReadAsync(null);
        var answer = await session.Submit(new(world.Secretary, "writer", 1, version, [ChangeSet.Replace(text!.Length, 0, text.Length, words)]))!;
        Assert.Null(answer.Refused);
    }

    private static async Task<string> ItemAsync(TaskWorld world, long meeting) => (await ComposeAsync(world, meeting, "cs")).Items.Single(i => i.Title == "Poradny").Markdown;

    private static async Task<MinutesDocument> ComposeAsync(TaskWorld world, long meeting, string culture) =>
        (await MinutesServiceTests.Service(world.World).ComposeAsync(world.Secretary, meeting, CultureInfo.GetCultureInfo(culture))).Value!;
}
