using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Workspace.Web.Data;

public static class HeldRows
{
    /// <summary>
    /// The row of that id, held until the transaction ends, so that changes of it follow one another. SQLite's
    /// transactions hold the whole database from their beginning.
    /// </summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="id">The row's key.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <param name="isShared">Others may hold it so as well; who holds it alone waits for all of them.</param>
    public static async Task<T?> HoldAsync<T>(this WorkspaceDb db, long id, CancellationToken cancellationToken, bool isShared = false)
        where T : class
    {
        if (db is not PostgreSqlWorkspaceDb)
            return await db.FindAsync<T>([id], cancellationToken);
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        // Without composing: a lock belongs to the outermost query.
        var rows = db.Set<T>().FromSql(FormattableStringFactory.Create($"SELECT * FROM \"{table}\" WHERE \"Id\" = {{0}} FOR {(isShared ? "SHARE" : "NO KEY UPDATE")}", id));
        return (await rows.ToListAsync(cancellationToken)).SingleOrDefault();
    }

    /// <summary>Changes what belongs to one row while that is held: all of it is saved, or it is refused and nothing is.</summary>
    /// <param name="factory">Makes the transaction's context.</param>
    /// <param name="row">Finds the row's key; 0 where there is no such thing.</param>
    /// <param name="change">Changes, or says why not.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public static async Task<Outcome<T>> ChangeAsync<TRow, T>(
        this IDbContextFactory<WorkspaceDb> factory, Func<WorkspaceDb, Task<long>> row, Func<WorkspaceDb, TRow, Task<Outcome<T>>> change, CancellationToken cancellationToken)
        where TRow : class
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.HoldAsync<TRow>(await row(db), cancellationToken) is not { } held)
            return Refusal.NotFound;
        var outcome = await change(db, held);
        if (!outcome.IsDone)
            return outcome;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>A step that yields nothing but, where it is refused, the reason.</summary>
    public static Func<TChange, Task<Outcome<bool>>> Yielding<TChange>(Func<TChange, Task<Refusal?>> step) =>
        async change => await step(change) is { } refusal ? refusal : true;
}
