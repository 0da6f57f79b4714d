using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Tasks;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Tasks;

public sealed class TaskListServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task List_HasOpenOnesByTheirLastDay_AndFindsByFilterAndWords(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var none = await world.GiveAsync(world.Input("Bez termínu") with { Due = default });
        var ongoing = await world.GiveAsync(world.Input("Průběžně") with { Due = new(TaskDueKind.Ongoing), IsForAll = true });
        var late = await world.GiveAsync(world.Input("Za měsíc"));
        var next = await world.GiveAsync(world.Input("Příště") with { Due = new(TaskDueKind.NextMeeting), Assignees = [AssigneeReference.OfName("Žaneta Šípková")] });
        var soon = await world.GiveAsync(world.Input("Do zítřka") with { Due = TaskDue.By(new(2026, 6, 12)) });
        var done = await world.GiveAsync(world.Input("Splněný"), new(PlanItemId: await world.PlanItemAsync()));
        Done(await world.Tasks.MoveAsync(world.Secretary, done, TaskState.Given, TaskState.Done));
        var cancelled = await world.GiveAsync(world.Input("Zrušený"));
        Done(await world.Tasks.MoveAsync(world.Secretary, cancelled, TaskState.Given, TaskState.Cancelled, "omyl"));
        async Task<long[]> Ids(TaskFilter filter, string? text = null, long? by = null) => [.. (await world.ListAsync(filter, text, by)).Select(r => r.Id)];

        Assert.Equal([soon, late, next, ongoing, none], await Ids(TaskFilter.Open));
        Assert.Equal([done], await Ids(TaskFilter.Done));
        Assert.Equal(7, (await Ids(TaskFilter.All)).Length);
        Assert.Empty(await Ids(TaskFilter.Overdue));
        Assert.Equal([ongoing], await Ids(TaskFilter.Mine, by: world.Other));
        Assert.Equal([soon, late, ongoing, none], await Ids(TaskFilter.Mine, by: world.Member));
        Assert.Equal([next], await Ids(TaskFilter.All, "SIPKOVA priste"));
        Assert.Equal([done], await Ids(TaskFilter.All, "III/4"));
        Assert.Empty(await Ids(TaskFilter.All, "priste mesic"));
        var list = Value(await world.Lists.ListAsync(world.Member, world.GroupId, new(Page: 99)));
        Assert.Equal((5, 1, 7, false), (list.Found, list.Page, list.All, list.CanGive));
        world.Refused("NotFound", (await world.Lists.ListAsync(world.Group.Stranger.Id, world.GroupId, new())).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Overdue_IsATaskOnceItsLastDayHasEnded_InTheGroupsZone_WhileItIsOpen(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var task = await world.GiveAsync(world.Input() with { Due = TaskDue.By(new(2026, 6, 12)) });
        world.World.Time.Set(new DateOnly(2026, 6, 12).At(new(23, 59), GroupCalendar.DefaultZone));
        Assert.False((await world.ReadAsync(task)).Row.IsOverdue);

        world.World.Time.Set(new DateOnly(2026, 6, 13).At(new(0, 0), GroupCalendar.DefaultZone));

        Assert.True((await world.ReadAsync(task)).Row.IsOverdue);
        Assert.Equal(task, Assert.Single(await world.ListAsync(TaskFilter.Overdue)).Id);
        Assert.Equal(1, Value(await world.Lists.ListAsync(world.Member, world.GroupId, new())).Overdue);
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Done));
        Assert.False((await world.ReadAsync(task)).Row.IsOverdue);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Mine_AreOpenOnesOfAllMyGroups(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var other = await world.OtherGroupAsync();
        await world.World.AddAsync(new GroupGuest(other.Id, world.Member, Founded, false));
        var there = Value(await world.Tasks.GiveAsync(world.Secretary, other.Id, world.Input("Tam") with { Due = TaskDue.By(new(2026, 6, 20)) }, TaskOrigin.None));
        var forAllThere = Value(await world.Tasks.GiveAsync(world.Secretary, other.Id, world.Input("Pro členy") with { IsForAll = true }, TaskOrigin.None));
        var here = await world.GiveAsync();
        var done = await world.GiveAsync();
        Done(await world.Tasks.MoveAsync(world.Member, done, TaskState.Given, TaskState.Done));
        var theirs = await world.GiveAsync(world.Input() with { Assignees = [AssigneeReference.OfOrganisation((await world.Round.OrganisationAsync("Město Horní")).Id)] });

        Assert.Equal([there, here, theirs], (await world.Lists.MineAsync(world.Member)).Select(r => r.Id));
        Assert.Equal([theirs], (await world.Lists.MineAsync(world.Group.Alternate.Id)).Select(r => r.Id));
        Assert.Empty(await world.Lists.MineAsync(world.Group.Administrator.Id));
        Assert.Empty(await world.Lists.MineAsync(world.Group.Stranger.Id));
        Assert.NotEqual(there, forAllThere);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Draft_OfAPlanItem_SuggestsItsOwners_AndOffersPeopleAndOrganisationsOfTheGroup(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var item = await world.PlanItemAsync();

        var draft = Value(await world.Lists.DraftAsync(world.Secretary, world.GroupId, new(PlanItemId: item)));

        Assert.Equal(("III/4", "Akční plán 2026–2027", $"/plans/{world.Round.PlanId}/items/{item}"), (draft.Source!.Title, draft.Source.Within, draft.Source.Address));
        Assert.Equal([AssigneeReference.OfName("OSV")], draft.Suggested);
        Assert.Equal(
            ["Dana Druhá", "Tomáš Kubát", "Hana Lišková", "Petr První", "Tereza Třetí", "Alena Vrbová", "Nina Zástupná", "Charita Střední", "Město Dolní", "Město Horní"],
            draft.Candidates.Select(c => c.Name));
        world.Refused("NotAllowed", (await world.Lists.DraftAsync(world.Member, world.GroupId, TaskOrigin.None)).Refusal);
        world.Refused("NotFound", (await world.Lists.DraftAsync(world.Group.Stranger.Id, world.GroupId, TaskOrigin.None)).Refusal);
        world.Refused("NotFound", (await world.Lists.DraftAsync(world.Secretary, world.GroupId, new(1, item))).Refusal);
        var task = await world.GiveAsync(origin: new(PlanItemId: item));
        Assert.Equal(10, Value(await world.Lists.DraftOfAsync(world.Secretary, task)).Candidates.Count);
        world.Refused("NotAllowed", (await world.Lists.DraftOfAsync(world.Member, task)).Refusal);
        world.Refused("NotFound", (await world.Lists.DraftOfAsync(world.Group.Stranger.Id, task)).Refusal);
        world.Refused("NotFound", (await world.Lists.DraftOfAsync(world.Secretary, 987_654)).Refusal);
        Assert.Equal((1, true), (Value(await world.Lists.OfSourceAsync(world.Secretary, world.GroupId, new(PlanItemId: item))).Rows.Count, Value(await world.Lists.OfSourceAsync(world.Secretary, world.GroupId, new(PlanItemId: item))).CanGive));
        Assert.False(Value(await world.Lists.OfSourceAsync(world.Member, world.GroupId, new(PlanItemId: item))).CanGive);
        world.Refused("NotFound", (await world.Lists.OfSourceAsync(world.Group.Stranger.Id, world.GroupId, new(PlanItemId: item))).Refusal);
        world.Refused("NotFound", (await world.Lists.OfSourceAsync(world.Member, world.GroupId, TaskOrigin.None)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Place_IsThereForWhoGivesTasks_AndForOthersOnceThereIsOne(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        Assert.True(await world.Lists.IsPlaceAsync(world.Secretary, world.GroupId));
        Assert.False(await world.Lists.IsPlaceAsync(world.Member, world.GroupId));

        await world.GiveAsync();

        Assert.True(await world.Lists.IsPlaceAsync(world.Member, world.GroupId));
        Assert.False(await world.Lists.IsPlaceAsync(world.Group.Stranger.Id, world.GroupId));
    }
}
