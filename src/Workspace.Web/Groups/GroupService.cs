using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Groups;

public sealed record GroupName(long Id, string ShortName, string Name, long? ParentId);

/// <summary>Groups themselves: which there are, what they are called.</summary>
public sealed class GroupService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    /// <summary>The groups that the person may read, by name.</summary>
    public async Task<IReadOnlyList<GroupName>> ReadableAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await access.Readable(db, personId, time.Today())
            .OrderBy(g => g.ParentId != null).ThenBy(g => g.ShortName)
            .Select(g => new GroupName(g.Id, g.ShortName, g.Name, g.ParentId))
            .ToListAsync(cancellationToken);
    }
}
