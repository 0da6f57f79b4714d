using Workspace.Web.Data;

namespace Workspace.Web.Meetings;

/// <summary>A step of an item by keyboard.</summary>
public enum AgendaStep { Up, Down, Indent, Outdent }

/// <summary>The order of a meeting's agenda without its removed items. Whatever is moved, positions stay dense from 0.</summary>
internal sealed class AgendaOrder
{
    private readonly List<AgendaItem> items;

    public AgendaOrder(IEnumerable<AgendaItem> all)
    {
        items = [.. all.Where(i => i.State != AgendaItemState.Removed)];
        foreach (var parent in items.Select(i => i.ParentId).Distinct().ToList())
            Settle(parent, Siblings(parent));
    }

    /// <summary>All items with their sub-items behind them.</summary>
    public IReadOnlyList<AgendaItem> InOrder => [.. Siblings(null).SelectMany(item => Siblings(item.Id).Prepend(item))];

    public string NumberOf(AgendaItem item) =>
        AgendaNumbering.Number(items.Select(i => new AgendaPlace(i.Id, i.ParentId, i.Position))).First(n => n.Id == item.Id).Number;

    public List<AgendaItem> Siblings(long? parentId) => [.. items.Where(i => i.ParentId == parentId).OrderBy(i => i.Position).ThenBy(i => i.Id)];

    /// <summary>Puts an item, new or moved, before the sibling that has the position now; beyond the last one at the end.</summary>
    public Refusal? Place(AgendaItem item, long? parentId, int position)
    {
        if (parentId is not null)
        {
            var parent = items.Find(i => i.Id == parentId);
            if (parent is null || parent == item)
                return Refusal.NotFound;
            if (parent.ParentId is not null || Siblings(item.Id).Count > 0)
                return new("AgendaTooDeep");
        }
        Take(item);
        var siblings = Siblings(parentId);
        siblings.Insert(Math.Clamp(position, 0, siblings.Count), item);
        items.Add(item);
        Settle(parentId, siblings);
        return null;
    }

    public Refusal? Step(AgendaItem item, AgendaStep step)
    {
        var siblings = Siblings(item.ParentId);
        var at = siblings.IndexOf(item);
        return step switch
        {
            AgendaStep.Up when at > 0 => Place(item, item.ParentId, at - 1),
            AgendaStep.Down when at < siblings.Count - 1 => Place(item, item.ParentId, at + 1),
            AgendaStep.Indent when item.ParentId is null && at > 0 => Place(item, siblings[at - 1].Id, int.MaxValue),
            AgendaStep.Outdent when items.Find(i => i.Id == item.ParentId) is { } parent => Place(item, null, parent.Position + 1),
            _ => new("AgendaNoFurther"),
        };
    }

    public void Take(AgendaItem item)
    {
        if (items.Remove(item))
            Settle(item.ParentId, Siblings(item.ParentId));
    }

    private static void Settle(long? parentId, List<AgendaItem> siblings)
    {
        for (var at = 0; at < siblings.Count; at++)
            siblings[at].MoveTo(parentId, at);
    }
}
