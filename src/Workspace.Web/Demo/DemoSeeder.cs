using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Demo;

/// <summary>
/// Fills an empty database with the demo's content: all of it in one transaction, or nothing. Of servers that start at
/// once on one database only the first does it.
/// </summary>
public sealed class DemoSeeder(IDbContextFactory<WorkspaceDb> factory, TimeProvider time)
{
    /// <summary>Does nothing where there is anybody already.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // On SQLite this waits for the only writer; on PostgreSQL the lock does, until the other server has committed.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"LOCK TABLE \"People\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        if (await db.People.AnyAsync(cancellationToken))
            return;

        await new DemoSeederRun(db, time.GetUtcNow()).StoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
