using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Groups;

/// <summary>A seat to be added: an organisation's, a unit's of it, or a named person's. One of the two is set.</summary>
public sealed record NewSeat(long? OrganisationId, long? UnitId, long? PersonId, DateOnly From);

/// <summary>The seats of a group. Who holds them: <see cref="SeatTermService"/>.</summary>
public sealed class SeatService(GroupChanges changes)
{
    public async Task<Outcome<long>> AddAsync(long by, long groupId, NewSeat seat, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (await CheckAsync(change, seat, cancellationToken) is { } wrong)
            return wrong;
        var position = await change.Db.Seats.Where(s => s.GroupId == groupId).Select(s => (int?)s.Position).MaxAsync(cancellationToken) ?? 0;
        var added = new Seat(groupId, seat.OrganisationId, seat.UnitId, seat.PersonId, seat.From, position + 1);
        change.Db.Add(added);
        await change.SaveAsync(cancellationToken);
        return added.Id;
    }

    /// <summary>Ends a seat with all that is held of it: terms end on the same day at the latest, and those that would begin later are withdrawn.</summary>
    public async Task<Outcome> EndAsync(long by, long groupId, long seatId, DateOnly lastDay, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (await change.Db.Seats.SingleOrDefaultAsync(s => s.Id == seatId && s.GroupId == groupId, cancellationToken) is not { } seat)
            return Refusal.NotFound;
        if (lastDay < seat.From)
            return new Refusal("EndBeforeStart", seat.From.Shown());
        if (seat.To < lastDay)
            return new Refusal("AlreadyEnded", seat.To.Value.Shown());
        seat.End(lastDay);
        var terms = await change.Db.SeatTerms.Where(t => t.SeatId == seatId && (t.To == null || t.To > lastDay)).ToListAsync(cancellationToken);
        foreach (var term in terms.Where(t => t.Acceptance != Acceptance.Declined))
        {
            if (term.From > lastDay)
                change.Db.Remove(term);
            else
                term.End(lastDay);
        }
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Moves a seat before or behind its neighbour among the seats that exist today.</summary>
    public async Task<Outcome> MoveAsync(long by, long groupId, long seatId, bool up, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        var seats = await change.Db.Seats.Where(s => s.GroupId == groupId).OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        if (seats.SingleOrDefault(s => s.Id == seatId) is not { } seat)
            return Refusal.NotFound;
        var shown = seats.Where(s => s == seat || s.To is null || s.To >= change.Today).ToList();
        var neighbour = shown.ElementAtOrDefault(shown.IndexOf(seat) + (up ? -1 : 1));
        if (neighbour is null)
            return Outcome.Done;
        seats.Remove(seat);
        seats.Insert(seats.IndexOf(neighbour) + (up ? 0 : 1), seat);
        for (var i = 0; i < seats.Count; i++)
            seats[i].MoveTo(i + 1);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    private static async Task<Refusal?> CheckAsync(GroupChange change, NewSeat seat, CancellationToken cancellationToken)
    {
        if (seat.OrganisationId is null == seat.PersonId is null)
            return new("SeatOwnerMissing");
        if (seat.PersonId is { } person)
            return seat.UnitId is null && await change.Db.People.AnyAsync(p => p.Id == person && p.IsActive, cancellationToken) ? null : new("PersonInactive");
        if (!await change.Db.Organisations.AnyAsync(o => o.Id == seat.OrganisationId, cancellationToken))
            return Refusal.NotFound;
        return seat.UnitId is { } unit && !await change.Db.Units.AnyAsync(u => u.Id == unit && u.OrganisationId == seat.OrganisationId, cancellationToken)
            ? new("UnitElsewhere")
            : null;
    }
}
