using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Rounds;

namespace Workspace.Web.Tasks;

/// <summary>For whom somebody may do tasks in a group: themselves, the organisations they speak for, and all members if they are one.</summary>
public sealed record TaskParty(GroupStanding Standing, IReadOnlySet<long> Organisations)
{
    public static async Task<TaskParty> ReadAsync(WorkspaceDb db, GroupStanding standing, CancellationToken cancellationToken) => new(
        standing,
        // An administrator who is nothing else in the group speaks for nobody there.
        standing.IsMember || standing.IsAlternate || standing.IsGuest || standing.Offices.Count > 0
            ? (await RoundRights.OrganisationsAsync(db, standing, cancellationToken)).Select(o => o.Id).ToHashSet()
            : new HashSet<long>());

    public bool Has(GroupTask task) => task.IsForAll ? Standing.IsMember
        : task.Assignees.Any(a => a.PersonId == Standing.PersonId || (a.OrganisationId is { } organisation && Organisations.Contains(organisation)));

    /// <summary>The people of a group who are told of a task: those named, who sits for an organisation, or all members.</summary>
    public static async Task<IReadOnlyList<long>> PeopleOfAsync(WorkspaceDb db, GroupTask task, DateOnly day, CancellationToken cancellationToken)
    {
        List<long> named = [.. task.Assignees.Select(a => a.PersonId).OfType<long>()];
        List<long> organisations = [.. task.Assignees.Select(a => a.OrganisationId).OfType<long>()];
        var isForAll = task.IsForAll;
        var holders = isForAll || organisations.Count > 0
            ? await db.SeatTerms.On(day).Where(t => t.GroupId == task.GroupId && t.Kind == SeatTermKind.Holder && t.Acceptance == Acceptance.Accepted
                    && db.Seats.On(day).Any(s => s.Id == t.SeatId && (isForAll || (s.OrganisationId != null && organisations.Contains(s.OrganisationId.Value)))))
                .Select(t => t.PersonId).ToListAsync(cancellationToken)
            : [];
        return [.. named.Concat(holders).Distinct()];
    }
}
