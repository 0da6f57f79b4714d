using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Tasks;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using Workspace.Web.Tests.Rounds;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Tasks;

/// <summary>The group of <see cref="RoundWorld"/> with its plan, in which tasks are given; 11 June 2026, 10:00 in Prague.</summary>
public sealed class TaskWorld(RoundWorld round) : IAsyncDisposable
{
    public RoundWorld Round => round;

    public MeetingWorld Group => round.Group;

    public World World => round.World;

    public TaskService Tasks => World.Get<TaskService>();

    public TaskListService Lists => World.Get<TaskListService>();

    public long GroupId => Group.Group.Id;

    public long Secretary => Group.Secretary.Id;

    public long Member => Group.Members[0].Id;

    public long Other => Group.Members[1].Id;

    public static async Task<TaskWorld> CreateAsync(DatabaseKind kind) => new(await RoundWorld.CreateAsync(kind));

    public TaskInput Input(string text = "Rozeslat přehled poraden.") => new(text) { Assignees = [AssigneeReference.OfPerson(Member)], Due = TaskDue.By(new(2026, 7, 31)) };

    public async Task<long> GiveAsync(TaskInput? input = null, TaskOrigin? origin = null, long? by = null) =>
        Value(await Tasks.GiveAsync(by ?? Secretary, GroupId, input ?? Input(), origin ?? TaskOrigin.None));

    public async Task<TaskView> ReadAsync(long task, long? by = null) => Value(await Tasks.ReadAsync(by ?? Secretary, task));

    public async Task<IReadOnlyList<TaskRow>> ListAsync(TaskFilter filter = TaskFilter.Open, string? text = null, long? by = null) =>
        Value(await Lists.ListAsync(by ?? Secretary, GroupId, new(filter, text))).Rows;

    public async Task<long> PlanItemAsync(string number = "4")
    {
        await using var db = World.Db();
        return await db.PlanItems.Where(i => i.PlanId == round.PlanId && i.Number == number).Select(i => i.Id).SingleAsync();
    }

    public async Task<string> TextAsync(long agendaItem)
    {
        await using var db = World.Db();
        var text = await db.AgendaItems.Where(i => i.Id == agendaItem).Select(i => i.TextId).SingleAsync();
        return (await Web.Texts.CommittedTexts.ReadAsync(db, db.Texts.Where(t => t.Id == text).Select(t => t.Id)))[text].Text;
    }

    /// <summary>A group next to this one, with a plan item of its own.</summary>
    public async Task<Group> OtherGroupAsync()
    {
        var other = await World.AddAsync(new Group("Jiná skupina", "Jiná", null));
        await World.AddAsync(new GroupOfficer(other.Id, Secretary, Office.Secretary, Founded));
        return other;
    }

    public void Refused(string code, Refusal? refusal) => Group.Refused(code, refusal);

    public ValueTask DisposeAsync() => round.DisposeAsync();
}
