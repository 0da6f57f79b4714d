using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Tasks;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Tasks;

/// <summary>What becomes of a task: its steps, and later changes of what it says.</summary>
public sealed class TaskStepTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task A4_AssigneeStartsAndEndsIt_WhoGivesTasksMayDoMore_AndEachStepStaysInTheHistory(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var task = await world.GiveAsync();
        Assert.Equal([TaskState.Underway, TaskState.Done], (await world.ReadAsync(task, world.Member)).Steps);

        world.Refused("NotAllowed", (await world.Tasks.MoveAsync(world.Other, task, TaskState.Given, TaskState.Underway)).Refusal);
        world.Refused("NotFound", (await world.Tasks.MoveAsync(world.Group.Stranger.Id, task, TaskState.Given, TaskState.Underway)).Refusal);
        world.Refused("NotAllowed", (await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Cancelled, "nechci")).Refusal);
        world.Refused("NotAllowed", (await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Continues)).Refusal);
        world.Refused("TaskStepImpossible", (await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Given)).Refusal);
        world.Refused("TaskNoteTooLong", (await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Underway, new('x', 1001))).Refusal);
        world.Refused("TextNotStorable", (await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Underway, "a\0b")).Refusal);
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Underway));
        Done(await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Underway, TaskState.Continues, "do podzimu"));
        world.World.Time.Advance(TimeSpan.FromDays(3));
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Continues, TaskState.Done, " rozesláno "));
        Assert.Empty((await world.ReadAsync(task, world.Member)).Steps);
        world.Refused("NotAllowed", (await world.Tasks.MoveAsync(world.Member, task, TaskState.Done, TaskState.Underway)).Refusal);
        Done(await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Done, TaskState.Underway));
        world.Refused("TaskReasonMissing", (await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Underway, TaskState.Cancelled, " ")).Refusal);
        Done(await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Underway, TaskState.Cancelled, "není třeba"));
        Assert.Equal([TaskState.Given], (await world.ReadAsync(task)).Steps);
        Done(await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Cancelled, TaskState.Given));

        var history = (await world.ReadAsync(task)).History;
        Assert.Equal(
            [("zadán", null), ("Underway", null), ("Continues", "do podzimu"), ("Done", "rozesláno"), ("Underway", null), ("Cancelled", "není třeba"), ("Given", null)],
            history.Select((s, at) => (at == 0 ? "zadán" : s.Change.State.ToString(), s.Change.Note)));
        Assert.Equal(["Tomáš Kubát", "Petr První", "Tomáš Kubát", "Petr První"], history.Take(4).Select(s => s.By));
        Assert.Equal(TimeSpan.FromDays(3), history[3].Change.At - history[0].Change.At);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OfAnOrganisation_ItsHolderAndAlternateMayDoIt_NobodyElse(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var town = await world.Round.OrganisationAsync("Město Horní");
        var task = await world.GiveAsync(world.Input() with { Assignees = [AssigneeReference.OfOrganisation(town.Id)] });

        world.Refused("NotAllowed", (await world.Tasks.MoveAsync(world.Other, task, TaskState.Given, TaskState.Underway)).Refusal);
        world.Refused("NotAllowed", (await world.Tasks.MoveAsync(world.Group.Administrator.Id, task, TaskState.Given, TaskState.Underway)).Refusal);
        Done(await world.Tasks.MoveAsync(world.Group.Alternate.Id, task, TaskState.Given, TaskState.Underway));
        Done(await world.Tasks.MoveAsync(world.Member, task, TaskState.Underway, TaskState.Done));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task TwoStepsAtOnce_OneIsTaken_TheOtherIsAConflict(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        for (var round = 0; round < 5; round++)
        {
            var task = await world.GiveAsync();

            var steps = await Task.WhenAll(
                Task.Run(() => world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Done, "hotovo")),
                Task.Run(() => world.Tasks.MoveAsync(world.Secretary, task, TaskState.Given, TaskState.Cancelled, "není třeba")),
                Task.Run(() => world.Tasks.MoveAsync(world.Group.Chair.Id, task, TaskState.Given, TaskState.Underway)));

            Assert.Single(steps, s => s.IsDone);
            Assert.All(steps.Where(s => !s.IsDone), s => Assert.Equal("Conflict", s.Refusal!.Code));
            Assert.Equal(2, (await world.ReadAsync(task)).History.Count);
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Edit_KeepsWhatItSaidBefore_AndTellsThoseWhoAreNew(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var task = await world.GiveAsync();
        var changed = new TaskInput("Rozeslat přehled.") { Assignees = [AssigneeReference.OfPerson(world.Member), AssigneeReference.OfPerson(world.Other)], Due = new(TaskDueKind.Ongoing) };

        world.Refused("NotAllowed", (await world.Tasks.EditAsync(world.Member, task, changed, 0)).Refusal);
        world.Refused("NotFound", (await world.Tasks.EditAsync(world.Group.Stranger.Id, task, changed, 0)).Refusal);
        world.Refused("NotFound", (await world.Tasks.EditAsync(world.Secretary, 987_654, changed, 0)).Refusal);
        world.Refused("TaskTextMissing", (await world.Tasks.EditAsync(world.Secretary, task, changed with { Text = "" }, 0)).Refusal);
        Done(await world.Tasks.EditAsync(world.Secretary, task, world.Input(), 0));
        Assert.Single((await world.ReadAsync(task)).History);
        Done(await world.Tasks.EditAsync(world.Secretary, task, changed, 0));
        world.Refused("Conflict", (await world.Tasks.EditAsync(world.Group.Chair.Id, task, world.Input(), 0)).Refusal);

        var view = await world.ReadAsync(task);
        Assert.Equal(["Petr První", "Dana Druhá"], view.Row.Assignees);
        Assert.Equal(new TaskBefore("Rozeslat přehled poraden.", false, "Petr První", TaskDue.By(new(2026, 7, 31))), view.History[1].Change.Before);
        Assert.Equal(TaskState.Given, view.History[1].Change.State);
        Assert.Single(await world.Round.ToldAsync(world.Member));
        Assert.Single(await world.Round.ToldAsync(world.Other));

        Done(await world.Tasks.EditAsync(world.Secretary, task, changed with { IsForAll = true }, 1));
        Assert.True((await world.ReadAsync(task)).Row.Task.IsForAll);
        Done(await world.Tasks.MoveAsync(world.Secretary, task, TaskState.Given, TaskState.Done));
        Assert.False((await world.ReadAsync(task)).CanEdit);
        world.Refused("TaskClosed", (await world.Tasks.EditAsync(world.Secretary, task, changed, 2)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Edit_AfterTheAssigneeHasLeft_KeepsThem_ButGivesThemNoNewTask(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var task = await world.GiveAsync();
        await using (var db = world.World.Db())
        {
            (await db.SeatTerms.SingleAsync(t => t.PersonId == world.Member)).End(new(2026, 6, 10));
            await db.SaveChangesAsync();
        }

        Done(await world.Tasks.EditAsync(world.Secretary, task, world.Input("Jinak."), 0));

        Assert.Equal(["Petr První"], (await world.ReadAsync(task)).Row.Assignees);
        world.Refused("TaskAssigneeUnknown", (await world.Tasks.GiveAsync(world.Secretary, world.GroupId, world.Input(), TaskOrigin.None)).Refusal);
        world.Refused("NotFound", (await world.Tasks.MoveAsync(world.Member, task, TaskState.Given, TaskState.Done)).Refusal);
    }
}
