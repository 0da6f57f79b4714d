using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.People;
using Workspace.Web.Tasks;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Tasks;

/// <summary>Giving a task, and reading it.</summary>
public sealed class TaskServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R36_GivenTask_HasTextAssigneesDueAndHistory_AndThoseAssignedAreTold(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var announced = new List<LiveTopic>();
        world.World.Get<LiveUpdates>().Announced += announced.Add;
        var town = await world.Round.OrganisationAsync("Město Dolní");

        var task = await world.GiveAsync(new("  Rozeslat přehled poraden.\nI s úředními dny.  ")
        {
            Assignees = [AssigneeReference.OfPerson(world.Member), AssigneeReference.OfOrganisation(town.Id), AssigneeReference.OfName(" Josef z úřadu "), AssigneeReference.OfPerson(world.Member)],
            Due = TaskDue.By(new(2026, 7, 31)),
        });

        var view = await world.ReadAsync(task, world.Group.Guest.Id);
        Assert.Equal("Rozeslat přehled poraden.\nI s úředními dny.", view.Row.Task.Text);
        Assert.Equal(["Petr První", "Město Dolní", "Josef z úřadu"], view.Row.Assignees);
        Assert.Equal((TaskState.Given, TaskDue.By(new(2026, 7, 31)), false), (view.Row.Task.State, view.Row.Task.Due, view.Row.IsOverdue));
        Assert.Equal((TaskState.Given, "Tomáš Kubát"), (Assert.Single(view.History).Change.State, view.GivenBy));
        Assert.Equal((false, false, 0), (view.CanEdit, view.IsMine, view.Steps.Count));
        Assert.Contains(LiveTopic.Tasks(world.GroupId), announced);
        Assert.Contains(LiveTopic.Task(task), announced);
        Assert.Equal(["TaskGivenUntil"], await world.Round.ToldAsync(world.Member));
        Assert.Equal(["TaskGivenUntil"], await world.Round.ToldAsync(world.Other));
        Assert.Empty(await world.Round.ToldAsync(world.Group.Members[2].Id));
        Assert.Empty(await world.Round.ToldAsync(world.Secretary));
        await using var db = world.World.Db();
        Assert.Equal($"/tasks/{task}", (await db.Notifications.FirstAsync(n => n.PersonId == world.Member)).Link);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task TaskForAll_IsEveryMembers_AndNobodysByName(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);

        var task = await world.GiveAsync(world.Input() with { IsForAll = true, Due = new(TaskDueKind.NextMeeting) });

        Assert.Empty((await world.ReadAsync(task)).Row.Assignees);
        foreach (var member in world.Group.Members)
        {
            Assert.True((await world.ReadAsync(task, member.Id)).IsMine);
            Assert.Equal(["TaskGiven"], await world.Round.ToldAsync(member.Id));
        }
        Assert.False((await world.ReadAsync(task, world.Group.Guest.Id)).IsMine);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Give_OfWhatCannotBe_IsRefused(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var input = world.Input();
        async Task Refuses(string code, TaskInput refused) => world.Refused(code, (await world.Tasks.GiveAsync(world.Secretary, world.GroupId, refused, TaskOrigin.None)).Refusal);

        await Refuses("TaskTextMissing", input with { Text = " \n " });
        await Refuses("TaskTextTooLong", input with { Text = new('x', 2001) });
        await Refuses("TextNotStorable", input with { Text = "a\0b" });
        await Refuses("TextNotStorable", input with { Text = "a\ud800b" });
        await Refuses("TextNotStorable", input with { Assignees = [AssigneeReference.OfName("a\0b")] });
        await Refuses("TaskAssigneeMissing", input with { Assignees = [] });
        await Refuses("TaskAssigneeUnknown", input with { Assignees = [AssigneeReference.OfPerson(world.Group.Stranger.Id)] });
        await Refuses("TaskAssigneeUnknown", input with { Assignees = [AssigneeReference.OfPerson(987_654)] });
        await Refuses("TaskAssigneeUnknown", input with { Assignees = [AssigneeReference.OfOrganisation(987_654)] });
        await Refuses("TaskAssigneeUnknown", input with { Assignees = [new(world.Member, 1, "")] });
        await Refuses("TaskTooManyAssignees", input with { Assignees = [.. Enumerable.Range(0, 31).Select(n => AssigneeReference.OfName($"Člověk {n}"))] });
        await Refuses("TaskNameInvalid", input with { Assignees = [AssigneeReference.OfName("  ")] });
        await Refuses("TaskNameInvalid", input with { Assignees = [AssigneeReference.OfName(new('x', 301))] });
        await Refuses("TaskDueMissing", input with { Due = new(TaskDueKind.Date) });
        await Refuses("TaskDueInvalid", input with { Due = TaskDue.By(new(1026, 7, 31)) });
        await Refuses("TaskDueInvalid", input with { Due = new(TaskDueKind.Ongoing, new(2026, 7, 31)) });
        await Refuses("TaskDueInvalid", input with { Due = new((TaskDueKind)99) });
        Assert.Empty(await world.ListAsync(TaskFilter.All));
        await world.GiveAsync(input with { Text = new('x', 2000), Assignees = [AssigneeReference.OfName(new('x', 300))] });
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Give_ByOthersThanChairAndSecretary_IsRefused(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        async Task<Refusal?> By(Person person) => (await world.Tasks.GiveAsync(person.Id, world.GroupId, world.Input(), TaskOrigin.None)).Refusal;

        world.Refused("NotAllowed", await By(world.Group.Members[0]));
        world.Refused("NotAllowed", await By(world.Group.Guest));
        world.Refused("NotAllowed", await By(world.Group.Administrator));
        world.Refused("NotFound", await By(world.Group.Stranger));
        world.Refused("NotFound", (await world.Tasks.GiveAsync(world.Secretary, 987_654, world.Input(), TaskOrigin.None)).Refusal);
        await world.GiveAsync(by: world.Group.Chair.Id);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Read_OfAnotherGroupsTask_IsRefused(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var task = await world.GiveAsync();

        world.Refused("NotFound", (await world.Tasks.ReadAsync(world.Group.Stranger.Id, task)).Refusal);
        world.Refused("NotFound", (await world.Tasks.ReadAsync(world.Secretary, 987_654)).Refusal);
    }
}
