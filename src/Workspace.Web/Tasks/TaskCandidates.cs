using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
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
        var terms = db.SeatTerms.Where(t => t.GroupId == groupId && t.Acceptance != Groups.Acceptance.Declined && t.From <= day && (t.To == null || day <= t.To)
            && db.Seats.Any(s => s.Id == t.SeatId && s.From <= day && (s.To == null || day <= s.To)));
        var ids = await terms.Select(t => t.PersonId)
            .Union(db.Officers.Where(o => o.GroupId == groupId && o.From <= day && (o.To == null || day <= o.To)).Select(o => o.PersonId))
            .Union(db.Guests.Where(g => g.GroupId == groupId && g.From <= day && (g.To == null || day <= g.To)).Select(g => g.PersonId))
            .ToListAsync(cancellationToken);
        var people = await db.People.Where(p => ids.Contains(p.Id) && p.IsActive).Select(p => new { p.Id, p.Name, p.FamilyName, p.OrganisationId }).ToListAsync(cancellationToken);
        var seats = await db.Seats.Where(s => s.GroupId == groupId && s.OrganisationId != null && s.From <= day && (s.To == null || day <= s.To)).Select(s => s.OrganisationId!.Value).ToListAsync(cancellationToken);
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
