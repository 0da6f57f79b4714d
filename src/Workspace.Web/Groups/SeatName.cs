using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Groups;

/// <summary>Whose a seat is: an organisation's, one of its units', or a named person's.</summary>
public sealed record SeatName(long SeatId, string? Organisation, string? Unit, string? Person)
{
    public string Label => string.Join(", ", new[] { Organisation, Unit, Person }.OfType<string>());
}

public static class SeatNames
{
    /// <summary>The names of seats by the seats' ids.</summary>
    public static async Task<IReadOnlyDictionary<long, SeatName>> NamedAsync(this IQueryable<Seat> seats, WorkspaceDb db, CancellationToken cancellationToken = default) =>
        await seats.AsNoTracking()
            .Select(s => new SeatName(
                s.Id,
                db.Organisations.Where(o => o.Id == s.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                db.Units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                db.People.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault()))
            .ToDictionaryAsync(n => n.SeatId, cancellationToken);
}
