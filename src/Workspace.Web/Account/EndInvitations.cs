using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Account;

internal static class EndInvitations
{
    /// <summary>After a password was set, no link that lies in some mailbox may set another one.</summary>
    public static Task EndInvitationsAsync(this WorkspaceDb db, long personId, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Invitations.Where(i => i.PersonId == personId && i.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, at), cancellationToken);
}
