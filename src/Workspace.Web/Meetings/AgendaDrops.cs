namespace Workspace.Web.Meetings;

/// <summary>A part of a row on which a dragged item can be dropped, and where it would go.</summary>
/// <param name="Part">top, middle, bottom, or rest for the end of the list.</param>
/// <param name="ParentId">Of which item it becomes a sub-item.</param>
/// <param name="Position">Among its new siblings, itself left out.</param>
public readonly record struct AgendaDrop(string Part, long? ParentId, int Position);

/// <summary>Where a dragged item may go: before, behind or into other items, two levels deep.</summary>
public static class AgendaDrops
{
    public static IReadOnlyList<AgendaDrop> On(IReadOnlyList<RoomItem> agenda, long draggedId, RoomItem row)
    {
        var hasInner = agenda.Any(item => item.ParentId == draggedId);
        if (row.Id == draggedId || row.ParentId == draggedId || (row.ParentId is not null && hasInner))
            return [];
        var siblings = agenda.Where(item => item.ParentId == row.ParentId && item.Id != draggedId).ToList();
        var at = siblings.FindIndex(item => item.Id == row.Id);
        if (row.ParentId is not null)
            return [new("top", row.ParentId, at), new("bottom", row.ParentId, at + 1)];
        var inner = agenda.Count(item => item.ParentId == row.Id && item.Id != draggedId);
        var before = new AgendaDrop("top", null, at);
        if (hasInner)
            return inner > 0 ? [before] : [before, new("bottom", null, at + 1)];
        return [before, new("middle", row.Id, inner), inner > 0 ? new("bottom", row.Id, 0) : new("bottom", null, at + 1)];
    }
}
