using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.People;
using Workspace.Web.Tasks;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Tasks;

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

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task UnderAnItemOfARunningMeeting_MembersMayGive_AndTheBlockComesIntoItsText(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var meeting = await world.Group.MeetingAsync("Poradny", "Různé");
        var item = await world.Group.ItemAsync(meeting, "Poradny");
        world.Refused("NotAllowed", (await world.Tasks.GiveAsync(world.Member, world.GroupId, world.Input(), new(AgendaItemId: item))).Refusal);
        Done(await world.Group.Lead.StartAsync(world.Group.Chair.Id, meeting));

        var task = await world.GiveAsync(origin: new(AgendaItemId: item), by: world.Member);

        Assert.Equal($"\n[[task:{task}]]\n", await world.TextAsync(item));
        var view = await world.ReadAsync(task, world.Other);
        Assert.True(view.CanEdit);
        Assert.Equal((TaskSourceKind.AgendaItem, $"/meetings/{meeting}#item-{item}", "Poradny"), (view.Row.Source!.Kind, view.Row.Source.Address, view.Row.Source.Title));
        world.Refused("NotAllowed", (await world.Tasks.GiveAsync(world.Group.Guest.Id, world.GroupId, world.Input(), new(AgendaItemId: item))).Refusal);
        Done(await world.Group.Lead.CloseAsync(world.Group.Chair.Id, meeting));
        Assert.False((await world.ReadAsync(task, world.Other)).CanEdit);
        world.Refused("NotAllowed", (await world.Tasks.GiveAsync(world.Other, world.GroupId, world.Input(), new(AgendaItemId: item))).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Source_OfAnotherGroupOrNothing_IsRefused_AndTwoAreTooMany(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var plan = await world.PlanItemAsync();
        var other = await world.OtherGroupAsync();
        async Task<Refusal?> From(TaskOrigin origin, long? group = null) =>
            (await world.Tasks.GiveAsync(world.Secretary, group ?? world.GroupId, world.Input() with { IsForAll = true }, origin)).Refusal;

        world.Refused("TaskOneSource", await From(new(1, plan)));
        world.Refused("NotFound", await From(new(PlanItemId: plan), other.Id));
        world.Refused("NotFound", await From(new(AgendaItemId: 987_654)));
        world.Refused("NotFound", await From(new(PlanItemId: 987_654)));
        world.Refused("NotFound", await From(new(CommentId: 987_654)));
        Done(await world.World.Get<Web.Plans.PlanItemService>().RemoveItemAsync(world.Secretary, plan));
        world.Refused("NotFound", await From(new(PlanItemId: plan)));
        var meeting = await world.Group.MeetingAsync("Poradny", "Různé");
        var item = await world.Group.ItemAsync(meeting, "Poradny");
        Done(await world.Group.Agenda.RemoveAsync(world.Secretary, item));
        world.Refused("NotFound", await From(new(AgendaItemId: item)));
        await using var db = world.World.Db();
        db.Add(new GroupTask(world.GroupId, world.Input() with { IsForAll = true, Assignees = [] }, new(AgendaItemId: item, PlanItemId: plan), meeting, world.Secretary, world.World.Time.GetUtcNow()));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OfAComment_DraftsAreNoSource_AndOneTakenBackIsNotShownAnyMore(DatabaseKind kind)
    {
        await using var world = await TaskWorld.CreateAsync(kind);
        var round = await world.Round.OpenAsync();
        var draft = Value(await world.Round.Comments.SaveDraftAsync(world.Member, round, null, world.Round.Comment("tajný koncept"))).Id;
        world.Refused("NotFound", (await world.Tasks.GiveAsync(world.Secretary, world.GroupId, world.Input(), new(CommentId: draft))).Refusal);
        world.Refused("NotFound", (await world.Lists.DraftAsync(world.Secretary, world.GroupId, new(CommentId: draft))).Refusal);
        world.Refused("NotFound", (await world.Lists.OfSourceAsync(world.Member, world.GroupId, new(CommentId: draft))).Refusal);
        var comment = await world.Round.SendAsync(world.Member, round, "III/4", world.Round.Comment("chybí úřední dny"));
        Assert.Equal("chybí úřední dny", Value(await world.Lists.DraftAsync(world.Secretary, world.GroupId, new(CommentId: comment))).Excerpt);

        var task = await world.GiveAsync(origin: new(CommentId: comment));

        var source = (await world.ReadAsync(task, world.Group.Guest.Id)).Row.Source!;
        Assert.Equal((TaskSourceKind.Comment, $"/rounds/{round}?item={await world.Round.ItemAsync(round, "III/4")}#comment-{comment}", "Petr První", "První kolo"), (source.Kind, source.Address, source.Title, source.Within));
        Assert.Single(Value(await world.Lists.OfSourceAsync(world.Group.Guest.Id, world.GroupId, new(CommentId: comment))).Rows);
        Done(await world.Round.Comments.TakeBackAsync(world.Member, comment));
        Assert.Null((await world.ReadAsync(task)).Row.Source);
        Done(await world.Round.Comments.DropDraftAsync(world.Member, comment));
        var after = (await world.ReadAsync(task)).Row;
        Assert.True(after.Task.Origin.IsNone);
        Assert.Equal("Rozeslat přehled poraden.", after.Task.Text);
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
