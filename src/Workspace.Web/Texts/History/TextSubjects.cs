using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Plans;

namespace Workspace.Web.Texts.History;

/// <summary>
/// The one place that knows, by the kind of owner, what a text belongs to and which moments of its owner's life its
/// history names. A feature that has moments to tell (a vote closed, sent for comments) adds them to its owner here.
/// </summary>
public static class TextSubjects
{
    private static readonly MeetingEventKind[] Named =
    [
        MeetingEventKind.Invited, MeetingEventKind.Started, MeetingEventKind.ItemBegan, MeetingEventKind.Adjourned, MeetingEventKind.Resumed,
        MeetingEventKind.Closed, MeetingEventKind.Reopened, MeetingEventKind.Cancelled,
    ];

    public static async Task<TextSubject?> FindAsync(WorkspaceDb db, long textId, CancellationToken cancellationToken)
    {
        var owner = await db.Texts.AsNoTracking().Where(t => t.Id == textId).Select(t => (TextOwner?)t.Owner).SingleOrDefaultAsync(cancellationToken);
        return owner switch
        {
            TextOwner.AgendaItem => await OfAgendaItemAsync(db, textId, cancellationToken),
            TextOwner.PlanItem => await OfPlanItemAsync(db, textId, cancellationToken),
            _ => null,
        };
    }

    private static async Task<TextSubject?> OfPlanItemAsync(WorkspaceDb db, long textId, CancellationToken cancellationToken)
    {
        var item = await db.PlanItems.AsNoTracking().Where(i => i.TextId == textId)
            .Select(i => new { i.Id, i.PlanId, i.Number, Area = i.Area == null ? "" : i.Area.Number }).SingleOrDefaultAsync(cancellationToken);
        if (item is null)
            return null;
        var plan = await db.Plans.AsNoTracking().Where(p => p.Id == item.PlanId)
            .Join(db.Groups, p => p.GroupId, g => g.Id, (p, g) => new { p.GroupId, p.Name, Group = g.ShortName, g.TimeZone }).SingleAsync(cancellationToken);
        return new(plan.GroupId, plan.Group, PlanCitation.Of(item.Area, item.Number), plan.Name, $"/plans/{item.PlanId}/items/{item.Id}", plan.TimeZone, []);
    }

    private static async Task<TextSubject?> OfAgendaItemAsync(WorkspaceDb db, long textId, CancellationToken cancellationToken)
    {
        var item = await db.AgendaItems.AsNoTracking().Where(i => i.TextId == textId)
            .Select(i => new { i.Id, i.Title, i.MeetingId, Meeting = i.Meeting.Title, i.Meeting.NumberText, i.Meeting.GroupId, i.Meeting.TimeZone })
            .SingleOrDefaultAsync(cancellationToken);
        if (item is null)
            return null;
        var group = await db.Groups.AsNoTracking().Where(g => g.Id == item.GroupId).Select(g => g.ShortName).SingleAsync(cancellationToken);
        var places = await db.AgendaItems.AsNoTracking().Where(i => i.MeetingId == item.MeetingId && i.State != AgendaItemState.Removed)
            .Select(i => new AgendaPlace(i.Id, i.ParentId, i.Position)).ToListAsync(cancellationToken);
        var number = AgendaNumbering.Number(places).Where(n => n.Id == item.Id).Select(n => n.Number).FirstOrDefault();
        var events = await db.MeetingEvents.AsNoTracking()
            .Where(e => e.MeetingId == item.MeetingId && Named.Contains(e.Kind) && (e.Kind != MeetingEventKind.ItemBegan || e.ItemId == item.Id))
            .OrderBy(e => e.Id)
            .Select(e => new TextEvent(e.Kind.ToString(), e.At))
            .ToListAsync(cancellationToken);
        return new(
            item.GroupId, group, $"{number} {item.Title}".TrimStart(), $"{item.NumberText} {item.Meeting}",
            $"/meetings/{item.MeetingId}#item-{item.Id}", item.TimeZone, events);
    }
}
