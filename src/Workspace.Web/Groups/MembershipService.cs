using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Groups;

/// <summary>An invitation to become a member that waits for its answer.</summary>
public sealed record MembershipOffer(long TermId, long GroupId, string Group, string Seat, DateOnly From, DateOnly? To);

/// <summary>
/// Joining a group: membership is accepted expressly, and who declines stays a guest (R2). The person answers; chair or
/// secretary may record the answer for them, which is kept with the answer.
/// </summary>
public sealed class MembershipService(IDbContextFactory<WorkspaceDb> factory, GroupChanges changes, TimeProvider time)
{
    /// <summary>What the person has been asked to join and has not answered.</summary>
    public async Task<IReadOnlyList<MembershipOffer>> OffersAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = time.Today();
        var terms = await db.SeatTerms.AsNoTracking()
            .Where(t => t.PersonId == personId && t.Kind == SeatTermKind.Holder && t.Acceptance == Acceptance.Offered && (t.To == null || t.To >= today)
                && db.People.Any(p => p.Id == personId && p.IsActive))
            .OrderBy(t => t.From)
            .Select(t => new { t.Id, t.GroupId, t.SeatId, t.From, t.To, Group = db.Groups.Where(g => g.Id == t.GroupId).Select(g => g.Name).First() })
            .ToListAsync(cancellationToken);
        var names = await db.Seats.Where(s => terms.Select(t => t.SeatId).Contains(s.Id)).NamedAsync(db, cancellationToken);
        return [.. terms.Select(t => new MembershipOffer(t.Id, t.GroupId, t.Group, names[t.SeatId].Label, t.From, t.To))];
    }

    public Task<Outcome> AcceptAsync(long by, long groupId, long termId, CancellationToken cancellationToken = default) =>
        AnswerAsync(by, groupId, termId, Acceptance.Accepted, cancellationToken);

    public Task<Outcome> DeclineAsync(long by, long groupId, long termId, CancellationToken cancellationToken = default) =>
        AnswerAsync(by, groupId, termId, Acceptance.Declined, cancellationToken);

    private async Task<Outcome> AnswerAsync(long by, long groupId, long termId, Acceptance answer, CancellationToken cancellationToken)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (!change.Standing.CanRead)
            return Refusal.NotFound;
        var term = await change.Db.SeatTerms.SingleOrDefaultAsync(t => t.Id == termId && t.GroupId == groupId && t.Kind == SeatTermKind.Holder, cancellationToken);
        if (term is null)
            return Refusal.NotFound;
        if (term.PersonId != by && !change.Standing.CanManage)
            return Refusal.NotAllowed;
        // Answering the same twice, by a double click or in two windows, is no fault.
        if (term.Acceptance == answer)
            return Outcome.Done;
        if (term.Acceptance != Acceptance.Offered)
            return new Refusal("AlreadyAnswered");
        if (term.To < change.Today)
            return new Refusal("OfferOver");

        long? recordedBy = term.PersonId == by ? null : by;
        var guest = await change.Db.Guests
            .Where(g => g.GroupId == groupId && g.PersonId == term.PersonId && (g.To == null || g.To >= change.Today))
            .OrderBy(g => g.From)
            .FirstOrDefaultAsync(cancellationToken);
        if (answer == Acceptance.Accepted)
            Accept(change, term, guest, recordedBy);
        else
            Decline(change, term, guest, recordedBy);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    private static void Accept(GroupChange change, SeatTerm term, GroupGuest? guest, long? recordedBy)
    {
        term.Accept(change.Now, recordedBy);
        if (guest is null)
            return;
        var lastDay = (term.From > change.Today ? term.From : change.Today).AddDays(-1);
        if (guest.From > lastDay)
            change.Db.Remove(guest);
        else
            guest.End(lastDay);
    }

    private static void Decline(GroupChange change, SeatTerm term, GroupGuest? guest, long? recordedBy)
    {
        term.Decline(change.Now, term.From > change.Today ? term.From : change.Today, recordedBy);
        if (guest is null)
            change.Db.Add(new GroupGuest(term.GroupId, term.PersonId, change.Today, hasDeclinedMembership: true));
        else
            guest.MarkDeclined();
    }
}
