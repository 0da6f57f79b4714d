using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Minutes;
using Workspace.Web.Notifications;

namespace Workspace.Web.Tasks;

/// <summary>
/// Gives tasks, describes them anew, and takes them through their life (K1, A4). Chair and secretary give them, and who writes the
/// minutes under the items of that meeting; who is to do one says that it is underway or done; whoever may read the group's
/// matters reads them.
/// </summary>
public sealed class TaskService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, NotificationService notifications, MinutesBlockService blocks, TimeProvider time)
{
    /// <returns>Id of the task. Under an agenda item its block stands in the item's text then.</returns>
    public async Task<Outcome<long>> GiveAsync(long by, long groupId, TaskInput input, TaskOrigin origin, CancellationToken cancellationToken = default)
    {
        GroupTask task;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await FindGroupAsync(db, groupId, by, cancellationToken) is not { } group)
                return Refusal.NotFound;
            if (!origin.IsNone && !origin.IsOne)
                return new Refusal("TaskOneSource");
            if (await TaskPlace.FindAsync(db, groupId, origin, cancellationToken) is not { } place)
                return Refusal.NotFound;
            if (!place.MayGive(group.Standing))
                return Refusal.NotAllowed;
            var resolved = await ResolveAsync(db, groupId, input, [], group.Today, cancellationToken);
            if (resolved.Value is not { } clean)
                return resolved.Refusal!;
            task = new(groupId, clean, origin, place.MeetingId, by, group.Now);
            db.Add(task);
            await db.SaveChangesAsync(cancellationToken);
            await TellAsync(db, task, by, group, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        if (task.MeetingId is not null)
            await blocks.InsertTaskAsync(by, task.Id);
        return task.Id;
    }

    /// <param name="seen">How often it had been edited when the change was begun: refused if somebody else has edited it meanwhile.</param>
    public Task<Outcome> EditAsync(long by, long taskId, TaskInput input, int seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, taskId, async (db, task, group) =>
        {
            if (!(await TaskPlace.OfAsync(db, task, cancellationToken)).MayGive(group.Standing))
                return Refusal.NotAllowed;
            if (!task.IsOpen)
                return new Refusal("TaskClosed");
            if (task.Edits != seen)
                return Refusal.Conflict;
            var resolved = await ResolveAsync(db, task.GroupId, input, task.Assignees, group.Today, cancellationToken);
            if (resolved.Value is not { } clean)
                return resolved.Refusal;
            if (task.IsLike(clean))
                return null;
            task.Edit(clean, by, group.Now);
            await TellAsync(db, task, by, group, cancellationToken);
            return null;
        }, cancellationToken);

    /// <param name="from">What it was when the step was chosen: refused if somebody else has taken one meanwhile.</param>
    /// <param name="note">Needed for cancelling: the reason.</param>
    public Task<Outcome> MoveAsync(long by, long taskId, TaskState from, TaskState to, string? note = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, taskId, async (db, task, group) =>
        {
            var isGiver = (await TaskPlace.OfAsync(db, task, cancellationToken)).MayGive(group.Standing);
            if (!isGiver && !(await TaskParty.ReadAsync(db, group.Standing, cancellationToken)).Has(task))
                return Refusal.NotAllowed;
            if (task.State != from)
                return Refusal.Conflict;
            if (!TaskSteps.From(from).Contains(to))
                return new Refusal("TaskStepImpossible");
            if (!isGiver && !TaskSteps.OfAssignee(from).Contains(to))
                return Refusal.NotAllowed;
            if (TaskCheck.OfNote(to, note) is { } refusal)
                return refusal;
            task.Move(to, by, group.Now, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
            return null;
        }, cancellationToken);

    public async Task<Outcome<TaskView>> ReadAsync(long by, long taskId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if ((await TaskReading.ReadAsync(db, db.Tasks.Where(t => t.Id == taskId), time.GetUtcNow(), cancellationToken)) is not [var row]
            || await FindGroupAsync(db, row.Task.GroupId, by, cancellationToken) is not { } group)
            return Refusal.NotFound;
        var isGiver = (await TaskPlace.OfAsync(db, row.Task, cancellationToken)).MayGive(group.Standing);
        var isMine = (await TaskParty.ReadAsync(db, group.Standing, cancellationToken)).Has(row.Task);
        var history = await db.TaskChanges.AsNoTracking().Where(c => c.TaskId == taskId).OrderBy(c => c.Id)
            .Join(db.People, c => c.By, p => p.Id, (c, p) => new TaskStep(c, p.Name)).ToListAsync(cancellationToken);
        return new TaskView(
            row, history[0].By, [.. history.OrderBy(h => h.Change.Id)], isGiver && row.Task.IsOpen,
            isGiver ? TaskSteps.From(row.Task.State) : isMine ? TaskSteps.OfAssignee(row.Task.State) : [], isMine);
    }

    /// <summary>Changes of one task follow one another. A refusal saves nothing.</summary>
    private async Task<Outcome> ChangeAsync(long by, long taskId, Func<WorkspaceDb, GroupTask, ActingGroup, Task<Refusal?>> change, CancellationToken cancellationToken) =>
        new((await factory.ChangeAsync<GroupTask, bool>(_ => Task.FromResult(taskId), async (db, task) =>
        {
            if (await FindGroupAsync(db, task.GroupId, by, cancellationToken) is not { } group)
                return Refusal.NotFound;
            await db.Entry(task).Collection(t => t.Assignees).LoadAsync(cancellationToken);
            return await change(db, task, group) is { } refusal ? refusal : true;
        }, cancellationToken)).Refusal);

    /// <returns>The input with names as they are now; who was assigned before may stay though they have left the group.</returns>
    private static async Task<Outcome<TaskInput>> ResolveAsync(
        WorkspaceDb db, long groupId, TaskInput input, IReadOnlyList<TaskAssignee> before, DateOnly today, CancellationToken cancellationToken)
    {
        var entered = input with { Assignees = input.IsForAll ? [] : [.. input.Assignees.DistinctBy(a => a.Identity)] };
        if (TaskCheck.Of(entered) is { } refusal)
            return refusal;
        var known = entered.Assignees.Any(a => a.PersonId is not null || a.OrganisationId is not null)
            ? (await TaskCandidates.ReadAsync(db, groupId, today, cancellationToken)).Select(c => c.Reference).Concat(before.Select(a => a.Reference)).ToLookup(a => a.Identity)
            : null;
        List<AssigneeReference> assignees = [];
        foreach (var entry in entered.Assignees)
        {
            var reference = entry is { PersonId: null, OrganisationId: null } ? entry with { Name = entry.Name.Trim() } : known![entry.Identity].FirstOrDefault();
            if (reference is null)
                return new Refusal("TaskAssigneeUnknown");
            assignees.Add(reference);
        }
        return entered with { Assignees = assignees };
    }

    /// <summary>Each of those who are to do it, once a task; not who gave it.</summary>
    private async Task TellAsync(WorkspaceDb db, GroupTask task, long by, ActingGroup group, CancellationToken cancellationToken)
    {
        List<long> people = [.. (await TaskParty.PeopleOfAsync(db, task, group.Today, cancellationToken)).Where(p => p != by)];
        DateTimeOffset? until = task.DueOn is { } day ? day.At(new(23, 59), group.Zone) : null;
        await notifications.TellAsync(
            db, people, until is null ? NotificationKind.TaskGiven : NotificationKind.TaskGivenUntil, $"TaskGiven:{task.Id}", $"/tasks/{task.Id}", TaskWording.Title(task.Text), until, group.Zone, cancellationToken);
    }

    private async Task<ActingGroup?> FindGroupAsync(WorkspaceDb db, long groupId, long by, CancellationToken cancellationToken)
    {
        if (await db.Groups.Where(g => g.Id == groupId).Select(g => g.TimeZone).SingleOrDefaultAsync(cancellationToken) is not { } zone)
            return null;
        var now = time.GetUtcNow();
        var standing = await access.FindAsync(db, groupId, by, now.DayIn(zone), cancellationToken);
        return standing.CanRead ? new(standing, zone, now) : null;
    }

    private sealed record ActingGroup(GroupStanding Standing, string Zone, DateTimeOffset Now)
    {
        public DateOnly Today => Now.DayIn(Zone);
    }
}
