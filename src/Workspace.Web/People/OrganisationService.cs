using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.People;

/// <summary>The directory of organisations and their units.</summary>
public sealed class OrganisationService(IDbContextFactory<WorkspaceDb> factory, DirectoryAccess access)
{
    private const int MostChoices = 8;

    public async Task<Outcome<OrganisationList>> SearchAsync(long by, string? text, int page = 1, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, by, cancellationToken);
        if (standing.RefusalToRead is { } refusal)
            return refusal;
        var ids = await db.Organisations.Matching(text).InOrderAsync(cancellationToken);
        var shown = Paged<OrganisationRow>.Nearest(page, ids.Count);
        var here = ids.Skip((shown - 1) * Paged<OrganisationRow>.Size).Take(Paged<OrganisationRow>.Size).ToList();
        var rows = await db.Organisations.AsNoTracking().Where(o => here.Contains(o.Id))
            .Select(o => new OrganisationRow(o.Id, o.Name, o.ShortName, o.Kind, o.Units.Count, db.People.Count(p => p.OrganisationId == o.Id && p.IsActive)))
            .ToListAsync(cancellationToken);
        return new OrganisationList(new([.. rows.OrderBy(r => here.IndexOf(r.Id))], ids.Count, shown), standing);
    }

    /// <summary>The first few organisations that match, for a picker. None for who may not read the directory.</summary>
    public async Task<IReadOnlyList<OrganisationChoice>> ChooseAsync(long by, string text, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!(await access.FindAsync(db, by, cancellationToken)).CanRead)
            return [];
        var ids = (await db.Organisations.Matching(text).InOrderAsync(cancellationToken)).Take(MostChoices).ToList();
        var found = await db.Organisations.AsNoTracking().Include(o => o.Units).Where(o => ids.Contains(o.Id)).ToListAsync(cancellationToken);
        return [.. found.OrderBy(o => ids.IndexOf(o.Id)).Select(o => new OrganisationChoice(o.Id, o.Name, Rows(o.Units)))];
    }

    public async Task<Outcome<OrganisationDetails>> FindAsync(long by, long id, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, by, cancellationToken);
        if (standing.RefusalToRead is { } refusal)
            return refusal;
        if (await db.Organisations.AsNoTracking().Include(o => o.Units).SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } organisation)
            return Refusal.NotFound;
        var people = await db.People.Where(p => p.OrganisationId == id && p.IsActive).InOrderAsync(cancellationToken);
        return new OrganisationDetails(
            id,
            new() { Name = organisation.Name, ShortName = organisation.ShortName, Kind = organisation.Kind, IdentityNumber = organisation.IdentityNumber },
            Rows(organisation.Units),
            await db.RowsAsync(people, cancellationToken),
            standing);
    }

    public async Task<Outcome<long>> AddAsync(long by, OrganisationInput input, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await access.FindAsync(db, by, cancellationToken)).RefusalToRead is { } refusal)
            return refusal;
        if (input.Check() is { } wrong)
            return wrong;
        var organisation = new Organisation(input.Name, input.ShortName, input.Kind);
        input.CopyTo(organisation);
        if (await IsTakenAsync(db, organisation, cancellationToken))
            return new Refusal("OrganisationTaken");
        db.Add(organisation);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return organisation.Id;
    }

    public async Task<Outcome> UpdateAsync(long by, long id, OrganisationInput input, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await access.FindAsync(db, by, cancellationToken)).RefusalToChange is { } refusal)
            return refusal;
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } organisation)
            return Refusal.NotFound;
        if (input.Check() is { } wrong)
            return wrong;
        input.CopyTo(organisation);
        if (await IsTakenAsync(db, organisation, cancellationToken))
            return new Refusal("OrganisationTaken");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    public async Task<Outcome> AddUnitAsync(long by, long organisationId, UnitInput input, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if ((await access.FindAsync(db, by, cancellationToken)).RefusalToRead is { } refusal)
            return refusal;
        if (await db.Organisations.Include(o => o.Units).SingleOrDefaultAsync(o => o.Id == organisationId, cancellationToken) is not { } organisation)
            return Refusal.NotFound;
        if (input.Check() is { } wrong)
            return wrong;
        if (HasOther(organisation, null, input))
            return new Refusal("UnitTaken");
        organisation.AddUnit(input.Name, input.Code);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    public async Task<Outcome> UpdateUnitAsync(long by, long organisationId, long unitId, UnitInput input, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if ((await access.FindAsync(db, by, cancellationToken)).RefusalToChange is { } refusal)
            return refusal;
        var organisation = await db.Organisations.Include(o => o.Units).SingleOrDefaultAsync(o => o.Id == organisationId, cancellationToken);
        if (organisation?.Units.SingleOrDefault(u => u.Id == unitId) is not { } unit)
            return Refusal.NotFound;
        if (input.Check() is { } wrong)
            return wrong;
        if (HasOther(organisation, unitId, input))
            return new Refusal("UnitTaken");
        unit.Describe(input.Name, input.Code);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private static bool HasOther(Organisation organisation, long? unitId, UnitInput input) =>
        organisation.Units.Any(u => u.Id != unitId && CzechOrder.Names.Equals(u.Name, input.Name.Trim()));

    private static Task<bool> IsTakenAsync(WorkspaceDb db, Organisation organisation, CancellationToken cancellationToken) =>
        db.Organisations.AnyAsync(o => o.Id != organisation.Id && (o.Name == organisation.Name || o.SearchKey == organisation.SearchKey), cancellationToken);

    private static IReadOnlyList<UnitRow> Rows(IEnumerable<OrganisationUnit> units) =>
        [.. units.OrderBy(u => u.Name, CzechOrder.Names).Select(u => new UnitRow(u.Id, u.Name, u.Code))];
}
