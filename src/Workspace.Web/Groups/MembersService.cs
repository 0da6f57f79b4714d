using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Groups;

/// <summary>Who belongs to a group, now and on any day before: for everybody who may read the group.</summary>
public sealed class MembersService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    public async Task<Outcome<MembersView>> ReadAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, cancellationToken) is not { } group)
            return Refusal.NotFound;
        var today = time.GetUtcNow().DayIn(group.TimeZone);
        var standing = await access.FindAsync(db, groupId, by, today, cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;

        var seats = await db.Seats.AsNoTracking().Where(s => s.GroupId == groupId).OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var names = await db.Seats.Where(s => s.GroupId == groupId).NamedAsync(db, cancellationToken);
        var terms = await db.SeatTerms.AsNoTracking().Where(t => t.GroupId == groupId).OrderBy(t => t.From).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var officers = await db.Officers.AsNoTracking().Where(o => o.GroupId == groupId).OrderBy(o => o.From).ToListAsync(cancellationToken);
        var guests = await db.Guests.AsNoTracking().Where(g => g.GroupId == groupId).OrderBy(g => g.From).ToListAsync(cancellationToken);
        HashSet<long> ids =
        [
            .. terms.Select(t => t.PersonId),
            .. terms.Select(t => t.AnswerRecordedById).OfType<long>(),
            .. officers.Select(o => o.PersonId),
            .. guests.Select(g => g.PersonId),
        ];
        var people = await PeopleAsync(db, ids, standing.CanSeeEmails, cancellationToken);
        var bySeat = terms.ToLookup(t => t.SeatId, t => new TermView(
            t.Id, people[t.PersonId], t.Kind, t.From, t.To, t.Acceptance, t.AnsweredAt, t.AnswerRecordedById is { } recorder ? people[recorder].FullName : null));
        return new MembersView(
            new(group.Id, group.ShortName, group.Name, group.ParentId),
            standing,
            today,
            [.. seats.Select(s => new SeatView(s.Id, names[s.Id], s.PersonId, s.From, s.To, [.. bySeat[s.Id]]))],
            [.. officers.Select(o => new OfficerView(o.Id, people[o.PersonId], o.Office, o.From, o.To))],
            [.. guests.Select(g => new GuestView(g.Id, people[g.PersonId], g.From, g.To, g.HasDeclinedMembership))]);
    }

    private static async Task<Dictionary<long, MemberPerson>> PeopleAsync(WorkspaceDb db, HashSet<long> ids, bool withEmails, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { Person = p, Organisation = db.Organisations.Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return people.ToDictionary(
            p => p.Person.Id,
            p => new MemberPerson(p.Person.Id, p.Person.FullName, withEmails ? p.Person.Email : null, p.Organisation, p.Person.IsActive));
    }
}
