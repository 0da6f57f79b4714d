using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.People;

/// <summary>Who is an administrator and who is active. One active administrator always remains.</summary>
public sealed class PersonStateService(IDbContextFactory<WorkspaceDb> factory, DirectoryAccess access)
{
    public Task<Outcome> SetAdministratorAsync(long by, long id, bool isAdministrator, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, id, isAdministrator, person => person.IsActive ? null : new Refusal("PersonInactive"), person => person.SetAdministrator(isAdministrator), cancellationToken);

    /// <summary>A person who is made inactive is signed out everywhere and stays in old meetings.</summary>
    public Task<Outcome> SetActiveAsync(long by, long id, bool isActive, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, id, isActive, _ => null, person => person.SetActive(isActive), cancellationToken);

    private async Task<Outcome> ChangeAsync(
        long by, long id, bool isRaised, Func<Person, Refusal?> check, Action<Person> change, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two administrators who remove each other at once would leave none, so the second waits for the first.
        var administrators = await LockAdministratorsAsync(db, cancellationToken);
        if ((await access.FindAsync(db, by, cancellationToken)).RefusalToChange is { } refusal)
            return refusal;
        if (await db.People.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
            return Refusal.NotFound;
        if (isRaised && check(person) is { } wrong)
            return wrong;
        if (!isRaised && administrators.All(a => a.Id == id))
            return new Refusal("LastAdministrator");
        change(person);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Conflict;
        }
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private static async Task<IReadOnlyList<Person>> LockAdministratorsAsync(WorkspaceDb db, CancellationToken cancellationToken)
    {
        const string Locked = """SELECT * FROM "People" WHERE "IsAdministrator" AND "IsActive" ORDER BY "Id" FOR NO KEY UPDATE""";
        return await (db is PostgreSqlWorkspaceDb ? db.People.FromSqlRaw(Locked) : db.People.Where(p => p.IsAdministrator && p.IsActive)).ToListAsync(cancellationToken);
    }
}
