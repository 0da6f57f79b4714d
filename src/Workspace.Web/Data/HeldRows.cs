using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Workspace.Web.Data;

public static class HeldRows
{
    /// <summary>
    /// The row of that id, held until the transaction ends, so that changes of it follow one another. SQLite's
    /// transactions hold the whole database from their beginning.
    /// </summary>
    public static async Task<T?> HoldAsync<T>(this WorkspaceDb db, long id, CancellationToken cancellationToken)
        where T : class
    {
        if (db is not PostgreSqlWorkspaceDb)
            return await db.FindAsync<T>([id], cancellationToken);
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        // Without composing: a lock belongs to the outermost query.
        var rows = db.Set<T>().FromSql(FormattableStringFactory.Create($"SELECT * FROM \"{table}\" WHERE \"Id\" = {{0}} FOR NO KEY UPDATE", id));
        return (await rows.ToListAsync(cancellationToken)).SingleOrDefault();
    }
}
