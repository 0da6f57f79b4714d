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
}
