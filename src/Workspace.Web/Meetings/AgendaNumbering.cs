using System.Globalization;

namespace Workspace.Web.Meetings;

/// <summary>Where an item stands among its siblings.</summary>
public readonly record struct AgendaPlace(long Id, long? ParentId, int Position);

/// <summary>An item's number on the agenda, '2' or '2.1', and its level, 0 or 1.</summary>
public readonly record struct AgendaNumber(long Id, string Number, int Level);

/// <summary>Numbers follow from the order alone and so are never stored.</summary>
public static class AgendaNumbering
{
    /// <summary>The items in the order of the agenda with their numbers. An item whose parent is not among them counts as one of the first level.</summary>
    public static IReadOnlyList<AgendaNumber> Number(IEnumerable<AgendaPlace> items)
    {
        AgendaPlace[] all = [.. items.OrderBy(i => i.Position).ThenBy(i => i.Id)];
        var ids = all.Select(i => i.Id).ToHashSet();
        var children = all.Where(i => i.ParentId is { } parent && ids.Contains(parent)).ToLookup(i => i.ParentId!.Value);
        var numbered = new List<AgendaNumber>(all.Length);
        foreach (var (place, at) in all.Where(i => i.ParentId is not { } parent || !ids.Contains(parent)).Select((place, at) => (place, at)))
        {
            var number = (at + 1).ToString(CultureInfo.InvariantCulture);
            numbered.Add(new(place.Id, number, 0));
            numbered.AddRange(children[place.Id].Select((child, inner) => new AgendaNumber(child.Id, $"{number}.{inner + 1}", 1)));
        }
        return numbered;
    }
}
