using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;

namespace Workspace.Web.Rounds;

/// <summary>Who is asked as one: an organisation by any of its people, or a person.</summary>
public sealed record AskedParty(long? OrganisationId, long? PersonId, string Name, IReadOnlyList<long> People);

/// <summary>Whose a seat is, and who speaks from it: its holder who has accepted, and the alternates.</summary>
public sealed record AskedSeat(long? OrganisationId, long? PersonId, List<long> People);

public static class AskedParties
{
    /// <summary>The seats of a group on a day, in their order.</summary>
    public static Task<List<AskedSeat>> SeatsAsync(WorkspaceDb db, long groupId, DateOnly day, CancellationToken cancellationToken) =>
        db.Seats.On(day).Where(s => s.GroupId == groupId).OrderBy(s => s.Position)
            .Select(s => new AskedSeat(
                s.OrganisationId, s.PersonId,
                db.SeatTerms.On(day).Where(t => t.SeatId == s.Id && (t.Kind == SeatTermKind.Alternate || t.Acceptance == Acceptance.Accepted)).Select(t => t.PersonId).ToList()))
            .ToListAsync(cancellationToken);

    /// <summary>The parties of a round whose invitees are loaded, on a day: seats of the whole membership, or the invitees. Of the public nobody is asked by name.</summary>
    public static async Task<IReadOnlyList<AskedParty>> ReadAsync(WorkspaceDb db, CommentRound round, DateOnly day, CancellationToken cancellationToken)
    {
        if (round.IsPublic)
            return [];
        var seats = await SeatsAsync(db, round.GroupId, day, cancellationToken);
        var bySeat = seats.Where(s => s.OrganisationId != null).ToLookup(s => s.OrganisationId!.Value, s => s.People);
        if (round.AsksEverybody)
        {
            var organisations = bySeat.Select(s => s.Key).ToList();
            var persons = seats.Where(s => s.OrganisationId == null && s.PersonId != null).Select(s => s.PersonId!.Value).Distinct().ToList();
            return await NamedAsync(db, organisations, persons, id => bySeat[id].SelectMany(p => p), cancellationToken);
        }
        var asked = round.Invitees.Select(i => i.OrganisationId).OfType<long>().ToList();
        var others = await db.People.Where(p => p.IsActive && p.OrganisationId != null && asked.Contains(p.OrganisationId.Value)
                && (db.Officers.On(day).Any(o => o.GroupId == round.GroupId && o.PersonId == p.Id)
                    || db.Guests.On(day).Any(g => g.GroupId == round.GroupId && g.PersonId == p.Id)))
            .Select(p => new { OrganisationId = p.OrganisationId!.Value, p.Id }).ToListAsync(cancellationToken);
        return await NamedAsync(
            db, asked, [.. round.Invitees.Select(i => i.PersonId).OfType<long>()],
            id => bySeat[id].SelectMany(p => p).Concat(others.Where(o => o.OrganisationId == id).Select(o => o.Id)), cancellationToken);
    }

    private static async Task<IReadOnlyList<AskedParty>> NamedAsync(
        WorkspaceDb db, List<long> organisations, List<long> persons, Func<long, IEnumerable<long>> people, CancellationToken cancellationToken)
    {
        var names = await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var personNames = await db.People.Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return
        [
            .. organisations.Select(id => new AskedParty(id, null, names[id], [.. people(id).Distinct()])),
            .. persons.Select(id => new AskedParty(null, id, personNames[id], [id])),
        ];
    }
}
