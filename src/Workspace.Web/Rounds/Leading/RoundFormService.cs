using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.People;

namespace Workspace.Web.Rounds.Leading;

/// <summary>Somebody who can be asked.</summary>
/// <param name="Invitee">As the round keeps it.</param>
/// <param name="Name">Of the organisation or person.</param>
/// <param name="Others">People of the organisation, or organisations of the person.</param>
public sealed record RoundCandidate(RoundInviteeInput Invitee, string Name, string Others)
{
    public bool IsOrganisation => Invitee.OrganisationId is not null;
}

/// <param name="Round">With its invitees; null for a new one.</param>
/// <param name="Candidates">Organisations of the group and then its people, by name.</param>
/// <param name="JointWithId">The round with which it is settled jointly, whichever of the two names the other.</param>
/// <param name="Joint">Rounds with which it can be settled jointly, for either audience; the latest first.</param>
public sealed record RoundFormView(
    long PlanId, string PlanName, long GroupId, string Zone, CommentRound? Round, IReadOnlyList<RoundCandidate> Candidates, long? JointWithId, IReadOnlyList<JointCandidate> Joint);

/// <summary>A round that can be settled jointly with one for the other audience.</summary>
public sealed record JointCandidate(long Id, string Title, RoundAudience Audience);

/// <summary>What the form of a round needs, for who may prepare it.</summary>
public sealed class RoundFormService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    public async Task<Outcome<RoundFormView>> NewAsync(long by, long planId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, by, planId, null, cancellationToken);
    }

    /// <summary>For a round that is only prepared.</summary>
    public async Task<Outcome<RoundFormView>> EditAsync(long by, long roundId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var round = await db.Rounds.AsNoTracking().Include(r => r.Invitees).SingleOrDefaultAsync(r => r.Id == roundId, cancellationToken);
        return round is null ? Refusal.NotFound : await ReadAsync(db, by, round.PlanId, round, cancellationToken);
    }

    private async Task<Outcome<RoundFormView>> ReadAsync(WorkspaceDb db, long by, long planId, CommentRound? round, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.Where(p => p.Id == planId).Join(db.Groups, p => p.GroupId, g => g.Id, (p, g) => new { p.Name, p.GroupId, g.TimeZone, IsApproved = p.ApprovedVoteId != null })
            .SingleOrDefaultAsync(cancellationToken);
        if (plan is null)
            return Refusal.NotFound;
        var day = time.GetUtcNow().DayIn(plan.TimeZone);
        var standing = await access.FindAsync(db, plan.GroupId, by, day, cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        if (!RoundPrepareService.MayLead(standing))
            return Refusal.NotAllowed;
        if (round is not null && round.State != RoundState.Prepared)
            return new Refusal("RoundNotPrepared");
        if (plan.IsApproved)
            return new Refusal("PlanApproved");
        var id = round?.Id ?? 0;
        var joint = await JointRounds.Candidates(db, planId, id, RoundAudience.Members).Concat(JointRounds.Candidates(db, planId, id, RoundAudience.Public))
            .OrderByDescending(r => r.Id).Select(r => new JointCandidate(r.Id, r.Title, r.Audience)).ToListAsync(cancellationToken);
        return new RoundFormView(
            planId, plan.Name, plan.GroupId, plan.TimeZone, round, await CandidatesAsync(db, plan.GroupId, round, day, cancellationToken),
            await JointRounds.PartnerAsync(db, id, cancellationToken), joint);
    }

    /// <summary>Who is in the group, and who is asked already even if they have left it.</summary>
    private static async Task<IReadOnlyList<RoundCandidate>> CandidatesAsync(WorkspaceDb db, long groupId, CommentRound? round, DateOnly day, CancellationToken cancellationToken)
    {
        var seats = await AskedParties.SeatsAsync(db, groupId, day, cancellationToken);
        var others = await db.Officers.On(day).Where(o => o.GroupId == groupId).Select(o => o.PersonId)
            .Union(db.Guests.On(day).Where(g => g.GroupId == groupId).Select(g => g.PersonId)).ToListAsync(cancellationToken);
        List<long> ids = [.. seats.SelectMany(s => s.People), .. seats.Select(s => s.PersonId).OfType<long>(), .. others, .. round?.Invitees.Select(i => i.PersonId).OfType<long>() ?? []];
        var people = await db.People.Where(p => ids.Contains(p.Id) && p.IsActive).Select(p => new { p.Id, p.Name, p.OrganisationId }).ToListAsync(cancellationToken);
        var names = people.ToDictionary(p => p.Id, p => p.Name);
        var belongs = seats.Where(s => s.OrganisationId is not null).SelectMany(s => s.People, (s, person) => (Organisation: s.OrganisationId!.Value, Person: person))
            .Concat(people.Where(p => p.OrganisationId is not null && others.Contains(p.Id)).Select(p => (Organisation: p.OrganisationId!.Value, Person: p.Id)))
            .Where(pair => names.ContainsKey(pair.Person)).Distinct().ToList();
        List<long> asked = [.. seats.Select(s => s.OrganisationId).OfType<long>(), .. belongs.Select(b => b.Organisation), .. round?.Invitees.Select(i => i.OrganisationId).OfType<long>() ?? []];
        var organisations = await db.Organisations.Where(o => asked.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return
        [
            .. organisations.OrderBy(o => o.Value, CzechOrder.Names).Select(o => new RoundCandidate(
                RoundInviteeInput.Organisation(o.Key), o.Value, Listed(belongs.Where(b => b.Organisation == o.Key).Select(b => names[b.Person])))),
            .. people.OrderBy(p => p.Name, CzechOrder.Names).Select(p => new RoundCandidate(
                RoundInviteeInput.Person(p.Id), p.Name, Listed(belongs.Where(b => b.Person == p.Id).Select(b => organisations[b.Organisation])))),
        ];
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(CzechOrder.Names));
}
