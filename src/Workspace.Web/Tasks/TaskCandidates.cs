using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.People;

namespace Workspace.Web.Tasks;

/// <summary>Somebody to whom a task can be given.</summary>
/// <param name="Reference">With the name of now.</param>
/// <param name="Detail">Of a person, the organisation.</param>
public sealed record TaskCandidate(AssigneeReference Reference, string? Detail)
{
    public string Name => Reference.Name;
}

public static class TaskCandidates
{
    /// <summary>The people of a group on a day - members, alternates, officers, guests - and the organisations that they come from.</summary>
    public static async Task<IReadOnlyList<TaskCandidate>> ReadAsync(WorkspaceDb db, long groupId, DateOnly day, CancellationToken cancellationToken)
    {
        var terms = db.SeatTerms.On(day).Where(t => t.GroupId == groupId && t.Acceptance != Acceptance.Declined
            && db.Seats.On(day).Any(s => s.Id == t.SeatId));
        var ids = await terms.Select(t => t.PersonId)
            .Union(db.Officers.On(day).Where(o => o.GroupId == groupId).Select(o => o.PersonId))
            .Union(db.Guests.On(day).Where(g => g.GroupId == groupId).Select(g => g.PersonId))
            .ToListAsync(cancellationToken);
        var people = await db.People.Where(p => ids.Contains(p.Id) && p.IsActive).Select(p => new { p.Id, p.Name, p.FamilyName, p.OrganisationId }).ToListAsync(cancellationToken);
        var seats = await db.Seats.On(day).Where(s => s.GroupId == groupId && s.OrganisationId != null).Select(s => s.OrganisationId!.Value).ToListAsync(cancellationToken);
        var known = seats.Concat(people.Select(p => p.OrganisationId).OfType<long>()).Distinct().ToList();
        var organisations = await db.Organisations.Where(o => known.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return
        [
            .. people.OrderBy(p => p.FamilyName, CzechOrder.Names).ThenBy(p => p.Name, CzechOrder.Names)
                .Select(p => new TaskCandidate(new(p.Id, null, p.Name), p.OrganisationId is { } of ? organisations[of] : null)),
            .. organisations.OrderBy(o => o.Value, CzechOrder.Names).Select(o => new TaskCandidate(new(null, o.Key, o.Value), null)),
        ];
    }
}
