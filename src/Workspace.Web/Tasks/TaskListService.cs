using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Plans;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Tasks;

/// <summary>Reading tasks: those of a group, of a person, of one source; and what is known before one is given.</summary>
public sealed class TaskListService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    public const int PageSize = 50;

    private const int ExcerptLength = 600;

    public async Task<Outcome<TaskList>> ListAsync(long by, long groupId, TaskQuery query, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var group = await NameAsync(db, groupId, cancellationToken);
        var party = await TaskParty.ReadAsync(db, standing, cancellationToken);
        // Which words are alike is nothing a database can tell; a group has some hundreds of tasks.
        var all = await TaskReading.ReadAsync(db, db.Tasks.Where(t => t.GroupId == groupId), time.GetUtcNow(), cancellationToken);
        var words = SearchText.Fold(query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = Ordered(all.Where(r => IsShown(r, query.Filter, party) && IsAbout(r, words))).ToList();
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        return new TaskList(group, [.. found.Skip((page - 1) * PageSize).Take(PageSize)], found.Count, page, all.Count, all.Count(r => r.IsOverdue), standing.CanPrepare);
    }

    /// <summary>Open tasks that the person is to do, in all groups whose matters they may read; the nearest last day first.</summary>
    public async Task<IReadOnlyList<TaskRow>> MineAsync(long by, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var groups = access.Readable(db, by, time.Today()).Select(g => g.Id);
        var open = db.Tasks.Where(t => (t.State == TaskState.Given || t.State == TaskState.Underway || t.State == TaskState.Continues) && groups.Contains(t.GroupId)
            && (t.IsForAll || t.Assignees.Any(a => a.PersonId == by || a.OrganisationId != null)));
        List<TaskRow> mine = [];
        foreach (var ofGroup in (await TaskReading.ReadAsync(db, open, time.GetUtcNow(), cancellationToken)).GroupBy(r => r.Task.GroupId))
        {
            var standing = await access.FindAsync(db, ofGroup.Key, by, time.Today(), cancellationToken);
            var party = await TaskParty.ReadAsync(db, standing, cancellationToken);
            mine.AddRange(ofGroup.Where(r => standing.CanRead && party.Has(r.Task)));
        }
        return [.. Ordered(mine)];
    }

    /// <summary>The tasks that come from one agenda item, plan item or comment.</summary>
    public async Task<Outcome<TasksOfSource>> OfSourceAsync(long by, long groupId, TaskOrigin origin, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        if (!standing.CanRead || !origin.IsOne || await TaskPlace.FindAsync(db, groupId, origin, cancellationToken) is not { } place)
            return Refusal.NotFound;
        var tasks = db.Tasks.Where(t => t.GroupId == groupId && t.AgendaItemId == origin.AgendaItemId && t.PlanItemId == origin.PlanItemId && t.CommentId == origin.CommentId);
        return new TasksOfSource([.. Ordered(await TaskReading.ReadAsync(db, tasks, time.GetUtcNow(), cancellationToken))], place.MayGive(standing));
    }

    /// <summary>Whether tasks have a place in the group's navigation: there is one, or the person may give one.</summary>
    public async Task<bool> IsPlaceAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        return standing.CanPrepare || (standing.CanRead && await db.Tasks.AnyAsync(t => t.GroupId == groupId, cancellationToken));
    }

    /// <summary>For who may give a task there.</summary>
    public async Task<Outcome<TaskDraft>> DraftAsync(long by, long groupId, TaskOrigin origin, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        if (!standing.CanRead || (!origin.IsNone && !origin.IsOne) || await TaskPlace.FindAsync(db, groupId, origin, cancellationToken) is not { } place)
            return Refusal.NotFound;
        if (!place.MayGive(standing))
            return Refusal.NotAllowed;
        var group = await NameAsync(db, groupId, cancellationToken);
        var source = origin.IsNone ? null : (await TaskReading.SourcesAsync(db, [origin], cancellationToken)).GetValueOrDefault(origin);
        var excerpt = origin.CommentId is { } comment
            ? await db.RoundComments.Where(c => c.Id == comment && c.State == CommentState.Sent).Select(c => c.Reason).SingleOrDefaultAsync(cancellationToken) ?? "" : "";
        var candidates = await TaskCandidates.ReadAsync(db, groupId, time.Today(), cancellationToken);
        return new TaskDraft(
            group, source, Excerpt.Shortened(excerpt, ExcerptLength), await OwnersAsync(db, origin, candidates, cancellationToken), candidates);
    }

    /// <summary>The same for a task that is there; what it comes from need not be there any more.</summary>
    public async Task<Outcome<TaskDraft>> DraftOfAsync(long by, long taskId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, cancellationToken) is not { } task)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, task.GroupId, by, time.Today(), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        if (!(await TaskPlace.OfAsync(db, task, cancellationToken)).MayGive(standing))
            return Refusal.NotAllowed;
        return new TaskDraft(await NameAsync(db, task.GroupId, cancellationToken), null, "", [], await TaskCandidates.ReadAsync(db, task.GroupId, time.Today(), cancellationToken));
    }

    private static Task<GroupName> NameAsync(WorkspaceDb db, long groupId, CancellationToken cancellationToken) =>
        db.Groups.Where(g => g.Id == groupId).Names().SingleAsync(cancellationToken);

    /// <summary>Of the plan item: organisations that have to do with the group as such, others by name.</summary>
    private static async Task<IReadOnlyList<AssigneeReference>> OwnersAsync(WorkspaceDb db, TaskOrigin origin, IReadOnlyList<TaskCandidate> candidates, CancellationToken cancellationToken)
    {
        if (origin.PlanItemId is not { } item)
            return [];
        var owners = await db.PlanItems.Where(i => i.Id == item).SelectMany(i => i.Bodies).Where(b => b.Role == BodyRole.Owner).OrderBy(b => b.Position)
            .Select(b => new { b.Name, b.OrganisationId, b.UnitId }).ToListAsync(cancellationToken);
        return
        [
            // A unit is less than its organisation, and so goes by its name.
            .. owners.Select(o => o.UnitId is null && candidates.FirstOrDefault(c => o.OrganisationId is not null && c.Reference.OrganisationId == o.OrganisationId) is { } known
                ? known.Reference : AssigneeReference.OfName(o.Name.Length <= TaskAssignee.NameLength ? o.Name : o.Name[..TaskAssignee.NameLength])).DistinctBy(r => r.Identity),
        ];
    }

    private static IEnumerable<TaskRow> Ordered(IEnumerable<TaskRow> rows) => rows
        .OrderBy(r => !r.Task.IsOpen)
        .ThenBy(r => r.Task.IsOpen ? r.Task.DueKind switch { TaskDueKind.Date => 0, TaskDueKind.NextMeeting => 1, TaskDueKind.Ongoing => 2, _ => 3 } : 0)
        .ThenBy(r => r.Task.IsOpen ? r.Task.DueOn : null)
        .ThenByDescending(r => r.Task.IsOpen ? default : r.Task.StateAt)
        .ThenBy(r => r.Id);

    private static bool IsShown(TaskRow row, TaskFilter filter, TaskParty party) => filter switch
    {
        TaskFilter.Overdue => row.IsOverdue,
        TaskFilter.Mine => row.Task.IsOpen && party.Has(row.Task),
        TaskFilter.Done => row.Task.State == TaskState.Done,
        TaskFilter.All => true,
        _ => row.Task.IsOpen,
    };

    private static bool IsAbout(TaskRow row, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = SearchText.Fold($"{row.Task.Text} {string.Join(' ', row.Assignees)} {row.Source?.Title} {row.Source?.Within}");
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal));
    }
}
