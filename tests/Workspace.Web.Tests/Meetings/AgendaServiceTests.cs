using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class AgendaServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Add_PutsItemsAndSubItemsAtTheEnd_AndNumbersThem(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení", "Bydlení");
        var parent = await world.ItemAsync(id, "Bydlení");
        Value(await world.Agenda.AddAsync(world.Secretary.Id, id, parent, new("Byty ", AgendaItemKind.Information, 15, " J. Nová ", "Viz *příloha*")));
        Value(await world.Agenda.AddAsync(world.Administrator.Id, id, parent, new("Ubytovny")));
        Value(await world.Agenda.AddAsync(world.Chair.Id, id, null, new("Různé")));
        Assert.Equal(["1 Zahájení", "2 Bydlení", "2.1 Byty", "2.2 Ubytovny", "3 Různé"], await world.AgendaAsync(id));
        var byty = (await world.RoomAsync(id)).Agenda[2];
        Assert.Equal(new("Byty", AgendaItemKind.Information, 15, "J. Nová", "Viz *příloha*"), byty.Details);
        Assert.True(byty.TextId > 0);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Change_WithBadInputOrWithoutRights_IsRefused(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("První", "Druhý", ">Vnořený");
        var first = await world.ItemAsync(id, "První");
        var inner = await world.ItemAsync(id, "Vnořený");
        var by = world.Secretary.Id;
        world.Refused("AgendaTitleMissing", (await world.Agenda.AddAsync(by, id, null, new(""))).Refusal);
        world.Refused("TextNotStorable", (await world.Agenda.AddAsync(by, id, null, new("a\0"))).Refusal);
        world.Refused("AgendaTitleTooLong", (await world.Agenda.EditAsync(by, first, new(new('x', 501)))).Refusal);
        world.Refused("AgendaMinutesInvalid", (await world.Agenda.EditAsync(by, first, new("x", PlannedMinutes: 0))).Refusal);
        world.Refused("AgendaMinutesInvalid", (await world.Agenda.EditAsync(by, first, new("x", PlannedMinutes: 601))).Refusal);
        world.Refused("AgendaPresenterTooLong", (await world.Agenda.EditAsync(by, first, new("x", Presenter: new('x', 201)))).Refusal);
        world.Refused("AgendaBackgroundTooLong", (await world.Agenda.EditAsync(by, first, new("x", Background: new('x', 20_001)))).Refusal);
        world.Refused("AgendaTooDeep", (await world.Agenda.AddAsync(by, id, inner, new("Třetí úroveň"))).Refusal);
        world.Refused("NotFound", (await world.Agenda.AddAsync(by, id, 999, new("x"))).Refusal);
        world.Refused("NotFound", (await world.Agenda.EditAsync(by, 999, new("x"))).Refusal);
        world.Refused("NotAllowed", (await world.Agenda.EditAsync(world.Members[0].Id, first, new("x"))).Refusal);
        world.Refused("NotFound", (await world.Agenda.EditAsync(world.Stranger.Id, first, new("x"))).Refusal);
        world.Refused("NotAllowed", (await world.Agenda.RemoveAsync(world.Guest.Id, first)).Refusal);
        world.Refused("NotAllowed", (await world.Agenda.StepAsync(world.Members[0].Id, first, AgendaStep.Down)).Refusal);
        world.Refused("NotAllowed", (await world.Agenda.AddAllAsync(world.Members[0].Id, id, [new("x")])).Refusal);
        world.Refused("AgendaTooManyItems", (await world.Agenda.AddAllAsync(by, id, [.. Enumerable.Repeat(new AgendaDraft("x"), 198)])).Refusal);
        Assert.Equal(["1 První", "2 Druhý", "2.1 Vnořený"], await world.AgendaAsync(id));

        Done(await world.Agenda.AddAllAsync(by, id, [.. Enumerable.Repeat(new AgendaDraft("x"), 197)]));
        world.Refused("AgendaTooManyItems", (await world.Agenda.AddAsync(by, id, null, new("x"))).Refusal);
        Done(await world.Meetings.CancelAsync(by, id));
        world.Refused("AgendaEnded", (await world.Agenda.AddAsync(by, id, null, new("x"))).Refusal);
        world.Refused("AgendaEnded", (await world.Agenda.RemoveAsync(by, first)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Step_MovesInAllFourDirections_AndStopsAtTheEdges(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B", "C", "D");
        var by = world.Secretary.Id;
        var (a, b, c, d) = (await world.ItemAsync(id, "A"), await world.ItemAsync(id, "B"), await world.ItemAsync(id, "C"), await world.ItemAsync(id, "D"));
        Assert.Equal("2", Value(await world.Agenda.StepAsync(by, c, AgendaStep.Up)));
        Assert.Equal("1.1", Value(await world.Agenda.StepAsync(by, c, AgendaStep.Indent)));
        Assert.Equal("1.2", Value(await world.Agenda.StepAsync(by, b, AgendaStep.Indent)));
        Assert.Equal(["1 A", "1.1 C", "1.2 B", "2 D"], await world.AgendaAsync(id));
        Assert.Equal("1.2", Value(await world.Agenda.StepAsync(by, c, AgendaStep.Down)));
        Assert.Equal("2", Value(await world.Agenda.StepAsync(by, c, AgendaStep.Outdent)));
        Assert.Equal(["1 A", "1.1 B", "2 C", "3 D"], await world.AgendaAsync(id));

        world.Refused("AgendaNoFurther", (await world.Agenda.StepAsync(by, a, AgendaStep.Up)).Refusal);
        world.Refused("AgendaNoFurther", (await world.Agenda.StepAsync(by, d, AgendaStep.Down)).Refusal);
        world.Refused("AgendaNoFurther", (await world.Agenda.StepAsync(by, a, AgendaStep.Indent)).Refusal);
        world.Refused("AgendaNoFurther", (await world.Agenda.StepAsync(by, b, AgendaStep.Indent)).Refusal);
        world.Refused("AgendaNoFurther", (await world.Agenda.StepAsync(by, a, AgendaStep.Outdent)).Refusal);
        Value(await world.Agenda.StepAsync(by, a, AgendaStep.Down));
        world.Refused("AgendaTooDeep", (await world.Agenda.StepAsync(by, a, AgendaStep.Indent)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Move_DropsAnItemAnywhere(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B", "C", ">C1");
        var by = world.Secretary.Id;
        var (a, c, inner) = (await world.ItemAsync(id, "A"), await world.ItemAsync(id, "C"), await world.ItemAsync(id, "C1"));
        Assert.Equal("1", Value(await world.Agenda.MoveAsync(by, c, null, 0)));
        Assert.Equal(["1 C", "1.1 C1", "2 A", "3 B"], await world.AgendaAsync(id));
        Assert.Equal("1.1", Value(await world.Agenda.MoveAsync(by, a, c, 0)));
        Assert.Equal("3", Value(await world.Agenda.MoveAsync(by, inner, null, 99)));
        Assert.Equal(["1 C", "1.1 A", "2 B", "3 C1"], await world.AgendaAsync(id));
        world.Refused("AgendaTooDeep", (await world.Agenda.MoveAsync(by, c, inner, 0)).Refusal);
        world.Refused("AgendaTooDeep", (await world.Agenda.MoveAsync(by, inner, a, 0)).Refusal);
        world.Refused("NotFound", (await world.Agenda.MoveAsync(by, c, c, 0)).Refusal);
        world.Refused("NotFound", (await world.Agenda.MoveAsync(by, c, 999, 0)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Move_ByManyAtOnce_LosesNothingAndStaysDense(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync([.. Enumerable.Range(0, 8).Select(n => $"Bod {n}")]);
        var ids = (await world.RoomAsync(id)).Agenda.Select(i => i.Id).ToArray();
        var random = new Random(20260611);
        var moves = Enumerable.Range(0, 48).Select(_ => (
            Item: ids[random.Next(8)], Parent: random.Next(3) == 0 ? ids[random.Next(8)] : (long?)null, Position: random.Next(8), Step: (AgendaStep)random.Next(4), IsStep: random.Next(2) == 0)).ToArray();
        await Task.WhenAll(moves.Select(move => Task.Run(async () => move.IsStep
            ? (await world.Agenda.StepAsync(world.Secretary.Id, move.Item, move.Step)).Refusal
            : (await world.Agenda.MoveAsync(world.Chair.Id, move.Item, move.Parent, move.Position)).Refusal)));

        await using var db = world.World.Db();
        var items = await db.AgendaItems.AsNoTracking().ToListAsync();
        Assert.Equal(ids.Order(), items.Select(i => i.Id).Order());
        Assert.All(items.GroupBy(i => i.ParentId), siblings =>
            Assert.Equal(Enumerable.Range(0, siblings.Count()), siblings.Select(i => i.Position).Order()));
        Assert.All(items.Where(i => i.ParentId is not null), i => Assert.Null(items.Single(parent => parent.Id == i.ParentId).ParentId));
        Assert.Equal(8, (await world.RoomAsync(id)).Agenda.Count);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Remove_LocksTheTexts_AndRestoreOpensThemInTheOldPlace(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B", ">B1", "C");
        var by = world.Secretary.Id;
        var b = await world.ItemAsync(id, "B");
        Done(await world.Agenda.RemoveAsync(by, b));
        Done(await world.Agenda.RemoveAsync(by, b));
        Assert.Equal(["1 A", "2 C"], await world.AgendaAsync(id));
        Assert.Equal(["B", "B1"], (await world.RoomAsync(id)).Removed.Select(i => i.Title));
        Assert.Equal(2, await LockedAsync());
        world.Refused("AgendaItemRemoved", (await world.Agenda.EditAsync(by, b, new("x"))).Refusal);
        world.Refused("AgendaItemRemoved", (await world.Agenda.StepAsync(by, b, AgendaStep.Up)).Refusal);
        world.Refused("NotFound", (await world.Agenda.AddAsync(by, id, b, new("x"))).Refusal);

        Done(await world.Agenda.RestoreAsync(by, b));
        Done(await world.Agenda.RestoreAsync(by, b));
        Assert.Equal(["1 A", "2 B", "2.1 B1", "3 C"], await world.AgendaAsync(id));
        Assert.Equal(0, await LockedAsync());

        async Task<int> LockedAsync()
        {
            await using var db = world.World.Db();
            return await db.Texts.CountAsync(t => t.LockedAt != null);
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Restore_OfASubItemWhoseItemIsGone_MakesItAnItem(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", ">A1", "B");
        var by = world.Secretary.Id;
        var (a, inner) = (await world.ItemAsync(id, "A"), await world.ItemAsync(id, "A1"));
        Done(await world.Agenda.RemoveAsync(by, a));
        Done(await world.Agenda.RestoreAsync(by, inner));
        Assert.Equal(["1 A1", "2 B"], await world.AgendaAsync(id));
        Done(await world.Agenda.RestoreAsync(by, a));
        Assert.Equal(["1 A", "2 A1", "3 B"], await world.AgendaAsync(id));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Change_WhileTheMeetingIsOn_IsRecorded(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("A", "B");
        var by = world.Secretary.Id;
        var b = await world.ItemAsync(id, "B");
        Value(await world.Agenda.StepAsync(by, b, AgendaStep.Up));
        Value(await world.Agenda.StepAsync(by, b, AgendaStep.Down));
        Done(await world.Lead.StartAsync(world.Chair.Id, id));
        world.Refused("AgendaItemCurrent", (await world.Agenda.RemoveAsync(by, await world.ItemAsync(id, "A"))).Refusal);
        Value(await world.Agenda.StepAsync(by, b, AgendaStep.Up));
        Done(await world.Agenda.EditAsync(by, b, new("B nově")));
        var c = Value(await world.Agenda.AddAsync(world.Chair.Id, id, null, new("C")));
        Done(await world.Agenda.RemoveAsync(by, c));
        Done(await world.Agenda.RestoreAsync(by, c));
        Done(await world.Agenda.AddAllAsync(by, id, [new("D")]));

        await using var db = world.World.Db();
        var events = await db.MeetingEvents.AsNoTracking().Where(e => e.MeetingId == id).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [
                (MeetingEventKind.Started, null), (MeetingEventKind.ItemBegan, null), (MeetingEventKind.ItemMoved, "2 → 1"), (MeetingEventKind.ItemChanged, "B → B nově"),
                (MeetingEventKind.ItemAdded, "C"), (MeetingEventKind.ItemRemoved, "C"), (MeetingEventKind.ItemRestored, "C"), (MeetingEventKind.ItemAdded, "D"),
            ],
            events.Select(e => (e.Kind, e.Detail)));
        Assert.Equal((world.Chair.Id, c, world.World.Time.GetUtcNow()), (events[4].PersonId, events[4].ItemId!.Value, events[4].At));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Edit_OfWhatSomebodyElseHasChanged_IsRefused_AndTheirsStays(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (by, id) = (world.Secretary.Id, await world.MeetingAsync("A"));
        var item = await world.ItemAsync(id, "A");
        var seen = (await world.RoomAsync(id)).Agenda[0].Details;
        var edits = await Task.WhenAll(
            world.Agenda.EditAsync(by, item, new("A podruhé", Presenter: "Jana"), seen),
            world.Agenda.EditAsync(by, item, new("A potřetí", PlannedMinutes: 5), seen));
        Assert.Single(edits, edit => edit.IsDone);
        world.Refused("Conflict", edits.Single(edit => !edit.IsDone).Refusal);
        var stored = Assert.Single((await world.RoomAsync(id)).Agenda).Details;
        Assert.Equal(edits[0].IsDone ? "A podruhé" : "A potřetí", stored.Title);
        Done(await world.Agenda.EditAsync(by, item, new("A"), stored));
    }
}
