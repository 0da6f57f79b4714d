using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Groups;

/// <summary>
/// A change of one group's seats, offices, guests or rules. Changes of one group follow one another: each holds the group's
/// row until it ends, so that what it has read is still true when it saves.
/// </summary>
public sealed class GroupChange(WorkspaceDb db, IDbContextTransaction transaction, Group? group, GroupStanding standing, DateTimeOffset now) : IAsyncDisposable
{
    public WorkspaceDb Db => db;

    /// <summary>The group; there is one wherever <see cref="Standing"/> allows anything.</summary>
    public Group Group => group ?? throw new InvalidOperationException("There is no such group.");

    public GroupStanding Standing => standing;

    public DateTimeOffset Now => now;

    /// <summary>The day on the group's calendar.</summary>
    public DateOnly Today => now.DayIn(Group.TimeZone);

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}

public sealed class GroupChanges(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    public async Task<GroupChange> BeginAsync(long by, long groupId, CancellationToken cancellationToken)
    {
        var db = await factory.CreateDbContextAsync(cancellationToken);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var group = await db.HoldAsync<Group>(groupId, cancellationToken);
        var now = time.GetUtcNow();
        var standing = group is null
            ? GroupAccess.Stranger(by)
            : await access.FindAsync(db, groupId, by, now.DayIn(group.TimeZone), cancellationToken);
        return new(db, transaction, group, standing, now);
    }
}
