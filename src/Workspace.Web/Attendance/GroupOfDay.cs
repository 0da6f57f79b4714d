using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;

namespace Workspace.Web.Attendance;

/// <summary>A seat on a day.</summary>
internal sealed record SeatOfDay(long Id, string? Organisation, long? PersonId, long? HolderId, IReadOnlyList<long> AlternateIds);

/// <summary>Who held which seat and office of a group on a day, and who was its guest.</summary>
internal sealed record GroupOfDay(IReadOnlyList<SeatOfDay> Seats, ILookup<long, Office> Officers, IReadOnlyList<long> Guests)
{
    public IEnumerable<long> People =>
        [.. Seats.SelectMany(s => s.AlternateIds), .. Seats.SelectMany(s => new[] { s.HolderId, s.PersonId }).OfType<long>(), .. Officers.Select(o => o.Key), .. Guests];

    public IReadOnlyList<Office> OfficesOf(long personId) => [.. Officers[personId].Order()];

    public bool HasSeat(long personId) => Seats.Any(s => s.HolderId == personId);

    /// <summary>Officers without a seat, then guests, then whoever else was marked.</summary>
    public IEnumerable<long> Others(IEnumerable<long> marked) =>
        Officers.OrderBy(o => o.Min()).Select(o => o.Key).Concat(Guests).Concat(marked).Where(id => !HasSeat(id)).Distinct();

    public static async Task<GroupOfDay> ReadAsync(WorkspaceDb db, long groupId, DateOnly day, CancellationToken cancellationToken)
    {
        var seats = await db.Seats.AsNoTracking().On(day).Where(s => s.GroupId == groupId)
            .OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.PersonId,
                Organisation = db.Organisations.Where(o => o.Id == s.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                Unit = db.Units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var terms = (await db.SeatTerms.AsNoTracking().On(day).Where(t => t.GroupId == groupId).OrderBy(t => t.Id).ToListAsync(cancellationToken))
            .Where(t => t.Acceptance != Acceptance.Declined).ToLookup(t => t.SeatId);
        var officers = await db.Officers.AsNoTracking().On(day).Where(o => o.GroupId == groupId).ToListAsync(cancellationToken);
        var guests = await db.Guests.AsNoTracking().On(day).Where(g => g.GroupId == groupId)
            .OrderBy(g => g.Id).Select(g => g.PersonId).ToListAsync(cancellationToken);
        return new(
            [.. seats.Select(s => new SeatOfDay(
                s.Id,
                s.Unit is null ? s.Organisation : $"{s.Organisation}, {s.Unit}",
                s.PersonId,
                terms[s.Id].LastOrDefault(t => t.Kind == SeatTermKind.Holder && t.IsInForce)?.PersonId,
                [.. terms[s.Id].Where(t => t.Kind == SeatTermKind.Alternate).Select(t => t.PersonId).Distinct()]))],
            officers.ToLookup(o => o.PersonId, o => o.Office),
            // Who was asked to join and has not accepted yet takes part as a guest (R2).
            [.. guests, .. terms.SelectMany(seat => seat).Where(t => !t.IsInForce).Select(t => t.PersonId)]);
    }
}
