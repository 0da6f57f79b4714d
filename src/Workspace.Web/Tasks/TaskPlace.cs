using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Tasks;

/// <summary>Where a task is given, and so who may give it: chair and secretary anywhere, and under an agenda item who writes its minutes.</summary>
public sealed record TaskPlace(long? MeetingId, MeetingState? MeetingState)
{
    private static readonly TaskPlace Nowhere = new(null, null);

    public bool MayGive(GroupStanding standing) => standing.CanPrepare || (MeetingState is { } state && standing.CanWriteMinutes(state));

    /// <returns>Null where the group has no such thing, or one of which nobody may know yet: a draft, something removed.</returns>
    public static async Task<TaskPlace?> FindAsync(WorkspaceDb db, long groupId, TaskOrigin origin, CancellationToken cancellationToken) => origin switch
    {
        { AgendaItemId: { } item } => await db.AgendaItems.Where(i => i.Id == item && i.State != AgendaItemState.Removed && i.Meeting.GroupId == groupId)
            .Select(i => new TaskPlace(i.MeetingId, i.Meeting.State)).SingleOrDefaultAsync(cancellationToken),
        { PlanItemId: { } item } => await db.PlanItems.AnyAsync(i => i.Id == item && !i.IsRemoved && db.Plans.Any(p => p.Id == i.PlanId && p.GroupId == groupId), cancellationToken) ? Nowhere : null,
        { CommentId: { } comment } => await db.RoundComments.AnyAsync(c => c.Id == comment && c.State == CommentState.Sent && db.Rounds.Any(r => r.Id == c.RoundId && r.GroupId == groupId), cancellationToken) ? Nowhere : null,
        _ => Nowhere,
    };

    /// <summary>Of a task that there is, whatever has become of its source.</summary>
    public static async Task<TaskPlace> OfAsync(WorkspaceDb db, GroupTask task, CancellationToken cancellationToken) => task.MeetingId is { } meeting
        ? await db.Meetings.Where(m => m.Id == meeting).Select(m => new TaskPlace(m.Id, m.State)).SingleAsync(cancellationToken)
        : Nowhere;
}
