using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Tasks;

/// <summary>Reads tasks with what they refer to. Rights are the caller's to check.</summary>
public static class TaskReading
{
    public static async Task<IReadOnlyList<TaskRow>> ReadAsync(WorkspaceDb db, IQueryable<GroupTask> tasks, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var all = await tasks.AsNoTracking().Include(t => t.Assignees.OrderBy(a => a.Position)).ToListAsync(cancellationToken);
        if (all.Count == 0)
            return [];
        List<long> groupIds = [.. all.Select(t => t.GroupId).Distinct()];
        var groups = await db.Groups.Where(g => groupIds.Contains(g.Id)).Select(g => new { g.Id, g.ShortName, g.TimeZone }).ToDictionaryAsync(g => g.Id, cancellationToken);
        List<long> personIds = [.. all.SelectMany(t => t.Assignees).Select(a => a.PersonId).OfType<long>().Distinct()];
        var people = personIds.Count == 0 ? [] : await db.People.Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        List<long> organisationIds = [.. all.SelectMany(t => t.Assignees).Select(a => a.OrganisationId).OfType<long>().Distinct()];
        var organisations = organisationIds.Count == 0 ? [] : await db.Organisations.Where(o => organisationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var sources = await SourcesAsync(db, [.. all.Select(t => t.Origin).Distinct()], cancellationToken);
        return
        [
            .. all.Select(t => new TaskRow(
                t, [.. t.Assignees.Select(NameOf)], groups[t.GroupId].ShortName, groups[t.GroupId].TimeZone, sources.GetValueOrDefault(t.Origin),
                t.IsOverdue(now.DayIn(groups[t.GroupId].TimeZone)))),
        ];

        string NameOf(TaskAssignee assignee) => assignee switch
        {
            { PersonId: { } person } => people[person],
            { OrganisationId: { } organisation } => organisations[organisation],
            _ => assignee.Name,
        };
    }

    /// <summary>What may be shown of them: of comments those only that are sent, whatever they were when the task was given.</summary>
    public static async Task<IReadOnlyDictionary<TaskOrigin, TaskSource>> SourcesAsync(WorkspaceDb db, IReadOnlyList<TaskOrigin> origins, CancellationToken cancellationToken)
    {
        var sources = new Dictionary<TaskOrigin, TaskSource>();
        List<long> items = [.. origins.Select(o => o.AgendaItemId).OfType<long>()];
        if (items.Count > 0)
        {
            var found = await db.AgendaItems.Where(i => items.Contains(i.Id))
                .Select(i => new { i.Id, i.MeetingId, i.Title, i.State, i.Meeting.NumberText }).ToListAsync(cancellationToken);
            foreach (var item in found)
                sources[new(AgendaItemId: item.Id)] = new(TaskSourceKind.AgendaItem, $"/meetings/{item.MeetingId}{(item.State == Meetings.AgendaItemState.Removed ? "" : $"#item-{item.Id}")}", item.Title, item.NumberText);
        }
        List<long> measures = [.. origins.Select(o => o.PlanItemId).OfType<long>()];
        if (measures.Count > 0)
        {
            var found = await db.PlanItems.Where(i => measures.Contains(i.Id))
                .Select(i => new { i.Id, i.PlanId, i.Number, Area = i.Area == null ? "" : i.Area.Number, i.IsRemoved, Plan = db.Plans.Where(p => p.Id == i.PlanId).Select(p => p.Name).First() }).ToListAsync(cancellationToken);
            foreach (var item in found)
                sources[new(PlanItemId: item.Id)] = new(TaskSourceKind.PlanItem, item.IsRemoved ? null : $"/plans/{item.PlanId}/items/{item.Id}", PlanCitation.Of(item.Area, item.Number), item.Plan);
        }
        List<long> comments = [.. origins.Select(o => o.CommentId).OfType<long>()];
        if (comments.Count > 0)
        {
            var found = await db.RoundComments.Where(c => comments.Contains(c.Id) && c.State == CommentState.Sent)
                .Select(c => new { c.Id, c.RoundId, c.ItemId, c.AuthorName, c.OrganisationName, Round = db.Rounds.Where(r => r.Id == c.RoundId).Select(r => r.Title).First() }).ToListAsync(cancellationToken);
            foreach (var comment in found)
                sources[new(CommentId: comment.Id)] = new(TaskSourceKind.Comment, RoundAddress.OfComment(comment.RoundId, comment.ItemId, comment.Id), comment.AuthorName.Length > 0 ? comment.AuthorName : comment.OrganisationName, comment.Round);
        }
        return sources;
    }
}
