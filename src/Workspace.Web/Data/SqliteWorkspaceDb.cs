using Microsoft.EntityFrameworkCore;
using Workspace.Web.Live;

namespace Workspace.Web.Data;

/// <summary>One server with one file; there is nobody else to tell.</summary>
public sealed class SqliteWorkspaceDb(DbContextOptions<SqliteWorkspaceDb> options) : WorkspaceDb(options)
{
    protected override Task NotifyOtherServersAsync(IReadOnlyCollection<LiveTopic> topics, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
