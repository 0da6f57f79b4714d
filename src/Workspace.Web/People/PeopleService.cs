using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.People;

/// <summary>The directory of people: who there is, and what is written of them.</summary>
public sealed class PeopleService(IDbContextFactory<WorkspaceDb> factory, DirectoryAccess access, GroupAccess groups, TimeProvider time)
{
    private const int MostChoices = 8;

    /// <summary>People by name, e-mail or their organisation's name, without regard to case and diacritics; one page of them.</summary>
    public async Task<Outcome<PeopleList>> SearchAsync(long by, PeopleQuery query, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, by, cancellationToken);
        if (standing.RefusalToRead is { } refusal)
            return refusal;
        var ids = await db.People.Where(p => p.IsActive || query.WithInactive).Matching(db, query.Text).InOrderAsync(cancellationToken);
        var page = Paged<PersonRow>.Nearest(query.Page, ids.Count);
        var rows = await db.RowsAsync([.. ids.Skip((page - 1) * Paged<PersonRow>.Size).Take(Paged<PersonRow>.Size)], cancellationToken);
        return new PeopleList(new(rows, ids.Count, page), standing);
    }

    /// <summary>The first few active people who match, for a picker. Nobody for who may not read the directory.</summary>
    public async Task<IReadOnlyList<PersonChoice>> ChooseAsync(long by, string text, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!(await access.FindAsync(db, by, cancellationToken)).CanRead)
            return [];
        var ids = await db.People.Where(p => p.IsActive).Matching(db, text).InOrderAsync(cancellationToken);
        var rows = await db.RowsAsync([.. ids.Take(MostChoices)], cancellationToken);
        return [.. rows.Select(r => new PersonChoice(r.Id, r.FullName, r.Unit is null ? r.Organisation : $"{r.Organisation}, {r.Unit}"))];
    }

    /// <summary>A person's page: for who may read the directory, and for the person. Of their places only those in groups that the reader may read.</summary>
    public async Task<Outcome<PersonDetails>> FindAsync(long by, long id, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, by, cancellationToken);
        if (!standing.CanRead && by != id)
            return Refusal.NotFound;
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
            return Refusal.NotFound;
        var row = (await db.RowsAsync([id], cancellationToken))[0];
        var input = new PersonInput
        {
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            TitleBefore = person.TitleBefore,
            TitleAfter = person.TitleAfter,
            Email = person.Email,
            OrganisationId = person.OrganisationId,
            UnitId = person.UnitId,
            Function = person.Function,
            Language = person.Language,
            Gender = person.Gender,
        };
        var readable = by == id ? db.Groups.AsNoTracking() : groups.Readable(db, by, time.Today());
        return new PersonDetails(row, input, await db.PlacesOfAsync(id, readable, cancellationToken), standing, time.Today());
    }

    public async Task<Outcome<long>> AddAsync(long by, PersonInput input, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await access.FindAsync(db, by, cancellationToken)).RefusalToRead is { } refusal)
            return refusal;
        if (input.Check() is { } wrong)
            return wrong;
        var person = new Person(input.GivenName, input.FamilyName, input.Email);
        input.CopyTo(person);
        db.Add(person);
        if (await SaveAsync(db, person, cancellationToken) is { } fault)
            return fault;
        await transaction.CommitAsync(cancellationToken);
        return person.Id;
    }

    public async Task<Outcome> UpdateAsync(long by, long id, PersonInput input, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await access.FindAsync(db, by, cancellationToken)).RefusalToChange is { } refusal)
            return refusal;
        if (await db.People.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
            return Refusal.NotFound;
        if (input.Check() is { } wrong)
            return wrong;
        input.CopyTo(person);
        if (await SaveAsync(db, person, cancellationToken) is { } fault)
            return fault;
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private static async Task<Refusal?> SaveAsync(WorkspaceDb db, Person person, CancellationToken cancellationToken)
    {
        if (person.OrganisationId is { } organisation && !await db.Organisations.AnyAsync(o => o.Id == organisation, cancellationToken))
            return Refusal.NotFound;
        if (person.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && u.OrganisationId == person.OrganisationId, cancellationToken))
            return new("UnitElsewhere");
        if (person.NormalizedEmail is { } email && await db.People.AnyAsync(p => p.NormalizedEmail == email && p.Id != person.Id, cancellationToken))
            return new("EmailTaken");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Conflict;
        }
        catch (DbUpdateException) when (person.NormalizedEmail is not null)
        {
            // Between the question above and the insert somebody else was given the address; the index has the last word.
            return new("EmailTaken");
        }
    }
}
