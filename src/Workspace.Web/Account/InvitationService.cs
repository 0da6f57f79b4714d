using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Mail;

namespace Workspace.Web.Account;

/// <param name="Path">The link without the server's address, to be shown this once; null where it went out by e-mail.</param>
/// <param name="ExpiresAt">When the link stops working.</param>
public sealed record SentInvitation(string? Path, DateTimeOffset ExpiresAt);

/// <param name="SignsIn">Whether the person has set a password.</param>
/// <param name="InvitedUntil">End of the newest invitation that was not used, also when it has passed.</param>
/// <param name="CanSend">Whether an e-mail can be sent to the person.</param>
/// <param name="CanCopy">Whether who asks may have the link in their own hands.</param>
public sealed record AccountState(bool SignsIn, DateTimeOffset? InvitedUntil, bool CanSend, bool CanCopy);

/// <summary>Invitation links: who gets one, and from whom. What is done with them: <see cref="InvitationUse"/>.</summary>
public sealed class InvitationService(
    IDbContextFactory<WorkspaceDb> factory, Outbox outbox, AccountMail mail, TimeProvider time, ILogger<InvitationService> log)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public async Task<Outcome<AccountState>> StateAsync(long by, long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, by, personId, cancellationToken) is not { } invitee)
            return Refusal.NotAllowed;
        var newest = await db.Invitations.AsNoTracking()
            .Where(i => i.PersonId == personId)
            .OrderByDescending(i => i.Id)
            .Select(i => new { i.UsedAt, i.ExpiresAt })
            .FirstOrDefaultAsync(cancellationToken);
        return new AccountState(
            invitee.HasPassword,
            newest is { UsedAt: null } ? newest.ExpiresAt : null,
            outbox.CanSend && invitee.Email is not null,
            invitee.IsCopyAllowed);
    }

    /// <summary>
    /// Makes a link by which the person sets a password and signs in, and makes the person's former links unusable.
    /// For administrators, and for chair and secretary of a group to which the person belongs.
    /// </summary>
    /// <param name="by">Who invites.</param>
    /// <param name="personId">Who is invited.</param>
    /// <param name="send">True: by e-mail. False: the link is returned, to be handed over by other means.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Outcome<SentInvitation>> InviteAsync(long by, long personId, bool send, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, by, personId, cancellationToken) is not { } invitee)
            return Refusal.NotAllowed;
        if (send && !outbox.CanSend)
            return new Refusal("MailNotConfigured");
        if (send && invitee.Email is null)
            return new Refusal("EmailMissing");
        if (!send && !invitee.IsCopyAllowed)
            return new Refusal("LinkOnlyByMail");

        var now = time.GetUtcNow();
        var token = SecretToken.New();
        var invitation = new Invitation(personId, SecretToken.Hash(token), by, now, now + Lifetime);
        db.Add(invitation);
        if (send)
        {
            var text = mail.Invitation(invitee.Language, InvitationUse.Path(token), invitation.ExpiresAt);
            outbox.Add(db, invitee.Email!, text.Subject, text.Body, $"invitation:{invitation.TokenHash}", now);
        }
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("Person {By} invited person {Person}, {Way}", by, personId, send ? "by e-mail" : "link copied");
        return new SentInvitation(send ? null : InvitationUse.Path(token), invitation.ExpiresAt);
    }

    /// <summary>The person, if <paramref name="by"/> may invite them.</summary>
    private async Task<Invitee?> FindAsync(WorkspaceDb db, long by, long personId, CancellationToken cancellationToken)
    {
        var day = time.Today();
        var found = await db.People.AsNoTracking()
            .Where(p => p.Id == personId && p.IsActive)
            .Select(p => new
            {
                p.Email,
                p.Language,
                HasPassword = p.PasswordHash != null,
                p.IsAdministrator,
                IsByAdministrator = db.People.Any(a => a.Id == by && a.IsActive && a.IsAdministrator),
                // Every office of a group (chair, vice-chair, secretary) may invite its people, also those still to come.
                IsByOfficer = db.People.Any(a => a.Id == by && a.IsActive)
                    && db.Officers.On(day).Any(o => o.PersonId == by
                        && (db.SeatTerms.Any(t => t.GroupId == o.GroupId && t.PersonId == personId && (t.To == null || day <= t.To))
                            || db.Officers.Any(t => t.GroupId == o.GroupId && t.PersonId == personId && (t.To == null || day <= t.To))
                            || db.Guests.Any(t => t.GroupId == o.GroupId && t.PersonId == personId && (t.To == null || day <= t.To)))),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !(found.IsByAdministrator || found.IsByOfficer))
            return null;
        // A link signs in as its person. An officer may hand out the first one; later ones reach only the person's own mailbox,
        // or else a secretary could take over the account of an administrator or of another group's chair.
        var isCopyAllowed = found.IsByAdministrator || !(found.HasPassword || found.IsAdministrator);
        return new(found.Email, found.Language, found.HasPassword, isCopyAllowed);
    }

    private sealed record Invitee(string? Email, string Language, bool HasPassword, bool IsCopyAllowed);
}
