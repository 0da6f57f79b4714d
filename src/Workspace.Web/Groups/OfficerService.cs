using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Groups;

public sealed record Appointment(long PersonId, Office Office, DateOnly From, DateOnly? To);

/// <summary>Chair, vice-chairs and secretaries. There is one chair at a time; of the others there may be several.</summary>
public sealed class OfficerService(GroupChanges changes)
{
    /// <summary>Appoints an officer; a former chair's term ends the day before the new one's begins.</summary>
    public async Task<Outcome<long>> AppointAsync(long by, long groupId, Appointment appointment, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        var (personId, office, from, to) = appointment;
        if (!Enum.IsDefined(office))
            return Refusal.NotFound;
        if (to < from)
            return new Refusal("EndBeforeStart", from.Shown());
        if (!await change.Db.People.AnyAsync(p => p.Id == personId && p.IsActive, cancellationToken))
            return new Refusal("PersonInactive");
        var terms = await change.Db.Officers.Where(o => o.GroupId == groupId && o.Office == office).ToListAsync(cancellationToken);
        if (terms.Any(o => o.PersonId == personId && o.Overlaps(from, to)))
            return new Refusal("AlreadyInOffice");
        foreach (var former in terms.Where(o => office == Office.Chair && o.Overlaps(from, to)))
        {
            if (former.From >= from)
                return new Refusal("ChairLater", former.From.Shown());
            former.End(from.AddDays(-1));
        }
        var officer = new GroupOfficer(groupId, personId, office, from, to);
        change.Db.Add(officer);
        await change.SaveAsync(cancellationToken);
        return officer.Id;
    }

    public async Task<Outcome> EndAsync(long by, long groupId, long officerId, DateOnly lastDay, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (await change.Db.Officers.SingleOrDefaultAsync(o => o.Id == officerId && o.GroupId == groupId, cancellationToken) is not { } officer)
            return Refusal.NotFound;
        if (lastDay < officer.From)
            return new Refusal("EndBeforeStart", officer.From.Shown());
        if (officer.To < lastDay)
            return new Refusal("AlreadyEnded", officer.To.Value.Shown());
        officer.End(lastDay);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Takes back an appointment that has not begun.</summary>
    public async Task<Outcome> WithdrawAsync(long by, long groupId, long officerId, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (await change.Db.Officers.SingleOrDefaultAsync(o => o.Id == officerId && o.GroupId == groupId, cancellationToken) is not { } officer)
            return Refusal.NotFound;
        if (officer.From <= change.Today)
            return new Refusal("AlreadyBegun");
        change.Db.Remove(officer);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }
}
