using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>An organisation that somebody speaks for.</summary>
public sealed record OwnOrganisation(long Id, string Name);

/// <summary>Somebody who may comment.</summary>
/// <param name="Organisations">That they speak for, the first of them first.</param>
public sealed record Commenter(IReadOnlyList<OwnOrganisation> Organisations);

public static class RoundRights
{
    /// <summary>Whether who acts may comment on the round now. After the deadline they still may, and it is late.</summary>
    public static async Task<Outcome<Commenter>> AdmitAsync(RoundChange change, CancellationToken cancellationToken)
    {
        if (change.Round.RefusalToComment is { } closed)
            return closed;
        await change.LoadInviteesAsync(cancellationToken);
        var organisations = await OrganisationsAsync(change.Db, change.Standing, cancellationToken);
        return await RefusalToCommentAsync(change.Db, change.Round, change.Standing, organisations, change.Today, cancellationToken) is { } refusal
            ? refusal
            : new Commenter(organisations);
    }

    /// <summary>Why the person may not comment on a round of which they may know and whose invitees are loaded; null where they may.</summary>
    public static async Task<Refusal?> RefusalToCommentAsync(
        WorkspaceDb db, CommentRound round, GroupStanding standing, IReadOnlyList<OwnOrganisation> organisations, DateOnly day, CancellationToken cancellationToken)
    {
        if (round.IsPublic)
            return new("RoundForPublic", RoundAddress.OfPublic(round.Id));
        var isAsked = round.AsksEverybody
            ? standing.IsOnlyGuest || standing.IsMember || standing.IsAlternate || standing.Offices.Count > 0
            : round.Invitees.Any(i => i.PersonId == standing.PersonId || organisations.Any(o => o.Id == i.OrganisationId));
        if (!isAsked)
            return new("RoundNotAsked");
        return standing.IsOnlyGuest && (await RulesService.RulesOn(db, round.GroupId, day, cancellationToken))?.Values.MayGuestsComment != true ? new("RoundGuestsMayNot") : null;
    }

    /// <summary>The organisations that a person speaks for in a group: those of their seats in order, then their own.</summary>
    public static async Task<IReadOnlyList<OwnOrganisation>> OrganisationsAsync(WorkspaceDb db, GroupStanding standing, CancellationToken cancellationToken)
    {
        var held = standing.HeldSeats.Concat(standing.AlternateSeats).ToList();
        var ids = await db.Seats.Where(s => held.Contains(s.Id) && s.OrganisationId != null).OrderBy(s => s.Position)
            .Select(s => new { s.Id, OrganisationId = s.OrganisationId!.Value }).ToListAsync(cancellationToken);
        var own = await db.People.Where(p => p.Id == standing.PersonId).Select(p => p.OrganisationId).SingleOrDefaultAsync(cancellationToken);
        // One's own seat before those one stands in for.
        List<long> order = [.. ids.OrderBy(s => !standing.HeldSeats.Contains(s.Id)).Select(s => s.OrganisationId), .. own is { } last ? [last] : Array.Empty<long>()];
        var names = await db.Organisations.Where(o => order.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return [.. order.Distinct().Select(id => new OwnOrganisation(id, names[id]))];
    }

    /// <summary>Whose a comment of this person is now.</summary>
    public static async Task<CommentAuthor> AuthorAsync(WorkspaceDb db, long personId, IReadOnlyList<OwnOrganisation> organisations, CancellationToken cancellationToken)
    {
        var name = await db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(cancellationToken);
        var organisation = organisations.Count > 0 ? organisations[0] : null;
        return new(personId, name, organisation?.Id, organisation?.Name ?? "");
    }
}
