using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Groups;

/// <summary>
/// A seat offered to a person from a day on. <paramref name="LatestTermId"/> is the latest holder's term that whoever
/// offers has seen; if there is another by now, somebody was faster and the offer is refused.
/// </summary>
public sealed record SeatOffer(long SeatId, long PersonId, DateOnly From, DateOnly? To, long? LatestTermId);

public sealed record NewAlternate(long SeatId, long PersonId, DateOnly From, DateOnly? To);

/// <summary>
/// Who holds a seat and who stands in for the holder. On any day a seat has one holder at most, and nobody is holder and
/// alternate of the same seat.
/// </summary>
public sealed class SeatTermService(GroupChanges changes)
{
    /// <summary>Offers a seat; a former holder's term ends the day before. The person becomes a member by accepting (R2).</summary>
    public async Task<Outcome<long>> OfferAsync(long by, long groupId, SeatOffer offer, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (await change.Db.Seats.SingleOrDefaultAsync(s => s.Id == offer.SeatId && s.GroupId == groupId, cancellationToken) is not { } seat)
            return Refusal.NotFound;
        if (await CheckAsync(change, seat, offer.PersonId, offer.From, offer.To, cancellationToken) is { } wrong)
            return wrong;
        if (seat.PersonId is { } named && named != offer.PersonId)
            return new Refusal("SeatIsNamed");
        var terms = await TermsAsync(change, seat, cancellationToken);
        var holders = terms.Where(t => t.Kind == SeatTermKind.Holder).ToList();
        if (holders.LastOrDefault()?.Id != offer.LatestTermId)
            return Refusal.Conflict;
        if (holders.FirstOrDefault(t => t.From >= offer.From && t.Overlaps(offer.From, offer.To)) is { } later)
            return new Refusal("SeatHeldLater", later.From.Shown());
        var former = holders.SingleOrDefault(t => t.Covers(offer.From));
        if (former?.PersonId == offer.PersonId)
            return new Refusal("AlreadyHolder");
        if (terms.Any(t => t.Kind == SeatTermKind.Alternate && t.PersonId == offer.PersonId && t.Overlaps(offer.From, offer.To)))
            return new Refusal("HolderIsAlternate");
        if (former is not null)
        {
            former.End(offer.From.AddDays(-1));
            // The index of open terms counts each statement: the former term ends before the new one begins.
            await change.Db.SaveChangesAsync(cancellationToken);
        }
        var term = new SeatTerm(groupId, seat.Id, offer.PersonId, SeatTermKind.Holder, offer.From, offer.To ?? seat.To);
        change.Db.Add(term);
        await change.SaveAsync(cancellationToken);
        return term.Id;
    }

    public async Task<Outcome<long>> NominateAsync(long by, long groupId, NewAlternate alternate, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (await change.Db.Seats.SingleOrDefaultAsync(s => s.Id == alternate.SeatId && s.GroupId == groupId, cancellationToken) is not { } seat)
            return Refusal.NotFound;
        if (await CheckAsync(change, seat, alternate.PersonId, alternate.From, alternate.To, cancellationToken) is { } wrong)
            return wrong;
        var theirs = (await TermsAsync(change, seat, cancellationToken))
            .FirstOrDefault(t => t.PersonId == alternate.PersonId && t.Overlaps(alternate.From, alternate.To));
        if (theirs is not null)
            return new Refusal(theirs.Kind == SeatTermKind.Holder ? "AlternateIsHolder" : "AlreadyAlternate");
        var term = new SeatTerm(groupId, seat.Id, alternate.PersonId, SeatTermKind.Alternate, alternate.From, alternate.To ?? seat.To);
        change.Db.Add(term);
        await change.SaveAsync(cancellationToken);
        return term.Id;
    }

    /// <summary>Sets the last day of a holder's or an alternate's term, or with null lets it go on, as far as nobody else is in the way.</summary>
    public async Task<Outcome> EndAsync(long by, long groupId, long termId, DateOnly? lastDay, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        var term = await change.Db.SeatTerms.SingleOrDefaultAsync(t => t.Id == termId && t.GroupId == groupId && t.Acceptance != Acceptance.Declined, cancellationToken);
        if (term is null)
            return Refusal.NotFound;
        var seat = await change.Db.Seats.SingleAsync(s => s.Id == term.SeatId, cancellationToken);
        lastDay ??= seat.To;
        if (lastDay < term.From)
            return new Refusal("EndBeforeStart", term.From.Shown());
        if (lastDay > seat.To)
            return new Refusal("OutsideSeat");
        var others = (await TermsAsync(change, seat, cancellationToken)).Where(t => t != term && t.Overlaps(term.From, lastDay)).ToList();
        if (term.Kind == SeatTermKind.Holder && others.FirstOrDefault(t => t.Kind == SeatTermKind.Holder) is { } later)
            return new Refusal("SeatHeldLater", later.From.Shown());
        if (others.FirstOrDefault(t => t.PersonId == term.PersonId) is { } theirs)
            return new Refusal(theirs.Kind == term.Kind ? "AlreadyAlternate" : "HolderIsAlternate");
        term.End(lastDay);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Takes back what has had no effect yet: an offer without an answer, or a term that has not begun.</summary>
    public async Task<Outcome> WithdrawAsync(long by, long groupId, long termId, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        var term = await change.Db.SeatTerms.SingleOrDefaultAsync(t => t.Id == termId && t.GroupId == groupId && t.Acceptance != Acceptance.Declined, cancellationToken);
        if (term is null)
            return Refusal.NotFound;
        if (term.IsInForce && term.From <= change.Today)
            return new Refusal("AlreadyBegun");
        change.Db.Remove(term);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    private static async Task<Refusal?> CheckAsync(GroupChange change, Seat seat, long personId, DateOnly from, DateOnly? to, CancellationToken cancellationToken)
    {
        if (to < from)
            return new("EndBeforeStart", from.Shown());
        if (!seat.Covers(from) || (to is { } last && !seat.Covers(last)))
            return new("OutsideSeat");
        return await change.Db.People.AnyAsync(p => p.Id == personId && p.IsActive, cancellationToken) ? null : new("PersonInactive");
    }

    /// <summary>What was not declined, in order of time.</summary>
    private static Task<List<SeatTerm>> TermsAsync(GroupChange change, Seat seat, CancellationToken cancellationToken) =>
        change.Db.SeatTerms.Where(t => t.SeatId == seat.Id && t.Acceptance != Acceptance.Declined)
            .OrderBy(t => t.From).ThenBy(t => t.Id)
            .ToListAsync(cancellationToken);
}
