using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.People;

/// <summary>
/// What a person may do in the directory of people and organisations. Chairs and secretaries add whom they want to invite;
/// only administrators change what is there, for whoever may change an e-mail may take over an account.
/// </summary>
public sealed record DirectoryStanding(bool CanRead, bool CanChange)
{
    public bool CanAdd => CanRead;

    public Refusal? RefusalToRead => CanRead ? null : Refusal.NotFound;

    public Refusal? RefusalToChange => CanChange ? null : CanRead ? Refusal.NotAllowed : Refusal.NotFound;
}

public sealed class DirectoryAccess(TimeProvider time)
{
    public async Task<DirectoryStanding> FindAsync(WorkspaceDb db, long personId, CancellationToken cancellationToken = default)
    {
        var today = time.Today();
        var person = await db.People.AsNoTracking()
            .Where(p => p.Id == personId && p.IsActive)
            .Select(p => new
            {
                p.IsAdministrator,
                IsOfficer = db.Officers.On(today).Any(o => o.PersonId == p.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return person is null ? new(false, false) : new(person.IsAdministrator || person.IsOfficer, person.IsAdministrator);
    }
}
