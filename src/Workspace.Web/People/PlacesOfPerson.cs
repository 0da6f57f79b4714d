using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;

namespace Workspace.Web.People;

internal static class PlacesOfPerson
{
    /// <summary>Seats, offices and guest's places of a person in the given groups, the latest first.</summary>
    public static async Task<IReadOnlyList<Place>> PlacesOfAsync(this WorkspaceDb db, long personId, IQueryable<Group> readable, CancellationToken cancellationToken)
    {
        var groups = await readable.Select(g => new { g.Id, g.Name }).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var terms = await db.SeatTerms.AsNoTracking().Where(t => t.PersonId == personId).ToListAsync(cancellationToken);
        var seats = await db.Seats.Where(s => terms.Select(t => t.SeatId).Contains(s.Id)).NamedAsync(db, cancellationToken);
        var offices = await db.Officers.AsNoTracking().Where(o => o.PersonId == personId).ToListAsync(cancellationToken);
        var guests = await db.Guests.AsNoTracking().Where(g => g.PersonId == personId).ToListAsync(cancellationToken);
        IEnumerable<Place> all =
        [
            .. offices.Where(o => groups.ContainsKey(o.GroupId)).Select(o => new Place(o.GroupId, groups[o.GroupId], o.Office, null, null, null, o.From, o.To)),
            .. terms.Where(t => groups.ContainsKey(t.GroupId)).Select(t => new Place(
                t.GroupId, groups[t.GroupId], null, t.Kind, seats[t.SeatId].Label, t.Kind == SeatTermKind.Holder ? t.Acceptance : null, t.From, t.To)),
            .. guests.Where(g => groups.ContainsKey(g.GroupId)).Select(g => new Place(g.GroupId, groups[g.GroupId], null, null, null, null, g.From, g.To)),
        ];
        return [.. all.OrderByDescending(p => p.From).ThenBy(p => p.Group)];
    }
}
