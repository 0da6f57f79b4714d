using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Workspace.Web.Live;

namespace Workspace.Web.Data;

/// <summary>After the commit, tells the listeners of this server what was saved.</summary>
public sealed class CommitAnnouncer(LiveUpdates live) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is WorkspaceDb db)
            live.Announce(db.TakeAnnounced());
        return Task.CompletedTask;
    }

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as WorkspaceDb)?.TakeAnnounced();
        return Task.CompletedTask;
    }
}
