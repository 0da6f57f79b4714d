using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Groups;

/// <summary>The group's guests: they read and speak, and have no vote (R1).</summary>
public sealed class GuestService(GroupChanges changes)
{
    public async Task<Outcome<long>> AddAsync(long by, long groupId, long personId, DateOnly from, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (!await change.Db.People.AnyAsync(p => p.Id == personId && p.IsActive, cancellationToken))
            return new Refusal("PersonInactive");
        if (await change.Db.Guests.AnyAsync(g => g.GroupId == groupId && g.PersonId == personId && (g.To == null || g.To >= from), cancellationToken))
            return new Refusal("AlreadyGuest");
        var belongs = await change.Db.SeatTerms.AnyAsync(
            t => t.GroupId == groupId && t.PersonId == personId && t.Acceptance != Acceptance.Declined && (t.To == null || t.To >= from), cancellationToken);
        if (belongs)
            return new Refusal("GuestIsMember");
        var guest = new GroupGuest(groupId, personId, from, hasDeclinedMembership: false);
        change.Db.Add(guest);
        await change.SaveAsync(cancellationToken);
        return guest.Id;
    }

    public async Task<Outcome> EndAsync(long by, long groupId, long guestId, DateOnly lastDay, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (await change.Db.Guests.SingleOrDefaultAsync(g => g.Id == guestId && g.GroupId == groupId, cancellationToken) is not { } guest)
            return Refusal.NotFound;
        if (lastDay < guest.From)
            return new Refusal("EndBeforeStart", guest.From.Shown());
        if (guest.To < lastDay)
            return new Refusal("AlreadyEnded", guest.To.Value.Shown());
        guest.End(lastDay);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }
}
