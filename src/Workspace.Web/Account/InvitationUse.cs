using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Mail;

namespace Workspace.Web.Account;

/// <param name="Name">The person's name, by which they see that the link is theirs.</param>
/// <param name="Email">The address to sign in with; null while none is known, and the person must give one.</param>
/// <param name="Language">The person's language.</param>
public sealed record OpenInvitation(string Name, string? Email, string Language);

/// <summary>
/// What strangers do with links: set a password by one, or ask for one because the password is forgotten. Of a person's
/// links only the newest works, once, and until it expires.
/// </summary>
public sealed class InvitationUse(
    IDbContextFactory<WorkspaceDb> factory, AccountService accounts, Outbox outbox, AccountMail mail, TimeProvider time, ILogger<InvitationUse> log)
{
    private static readonly TimeSpan ResetLifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan PauseBetweenResets = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(300);

    public static string Path(string token) => $"/account/invitation/{token}";

    /// <summary>Whom the link invites; null if it does not work (any more). Looking does not use it up, as mail programs look.</summary>
    public async Task<OpenInvitation?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Usable(db, token)
            .Join(db.People.Where(p => p.IsActive), i => i.PersonId, p => p.Id, (i, p) => new OpenInvitation(p.Name, p.Email, p.Language))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses the link up and sets the password.</summary>
    /// <returns>Id of the person, who may now be signed in.</returns>
    public async Task<Outcome<long>> AcceptAsync(
        string token, string? email, string? password, string? repeated, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, cancellationToken) is not { } invitation)
            return new Refusal("InvitationUnusable");
        if (invitation.Email is null && !EmailAddress.IsValid(email))
            return new Refusal("EmailInvalid");
        if (PasswordRules.Check(password, repeated, invitation.Email ?? email) is { } refusal)
            return refusal;

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var personId = await Usable(db, token).Select(i => i.PersonId).SingleOrDefaultAsync(cancellationToken);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == personId && p.IsActive, cancellationToken) is not { } person
            || await Usable(db, token).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellationToken) == 0)
            return new Refusal("InvitationUnusable");
        if (person.Email is null)
            person.SetEmail(email);
        accounts.SetPassword(person, password!);
        await db.EndInvitationsAsync(personId, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (invitation.Email is null)
        {
            return new Refusal("EmailTaken");
        }
        await transaction.CommitAsync(cancellationToken);
        log.LogInformation("Person {Person} set a password by invitation", personId);
        return personId;
    }

    /// <summary>
    /// Sends a link if the address is somebody's; takes the same time and says nothing either way. Not again within
    /// five minutes, so that a mailbox cannot be flooded.
    /// </summary>
    public async Task ForgottenAsync(string? email, CancellationToken cancellationToken = default) =>
        await Task.WhenAll(SendResetAsync(email, cancellationToken), Task.Delay(LeastTime, cancellationToken));

    private async Task SendResetAsync(string? email, CancellationToken cancellationToken)
    {
        if (!outbox.CanSend || string.IsNullOrWhiteSpace(email))
            return;
        var normalized = email.Trim().ToUpperInvariant();
        var now = time.GetUtcNow();
        var recently = now - PauseBetweenResets;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var person = await db.People.AsNoTracking()
            .Where(p => p.NormalizedEmail == normalized && p.IsActive
                && !db.Invitations.Any(i => i.PersonId == p.Id && i.InvitedById == p.Id && i.CreatedAt > recently))
            .Select(p => new { p.Id, p.Email, p.Language })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            log.LogInformation("A new password was asked for by an address that is unknown, or too soon again");
            return;
        }
        var token = SecretToken.New();
        var invitation = new Invitation(person.Id, SecretToken.Hash(token), person.Id, now, now + ResetLifetime);
        var text = mail.Reset(person.Language, Path(token), invitation.ExpiresAt);
        db.Add(invitation);
        outbox.Add(db, person.Email!, text.Subject, text.Body, $"invitation:{invitation.TokenHash}", now);
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("A link for a new password goes to person {Person}", person.Id);
    }

    private IQueryable<Invitation> Usable(WorkspaceDb db, string token)
    {
        var hash = SecretToken.Hash(token);
        var now = time.GetUtcNow();
        return db.Invitations.Where(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now
            && !db.Invitations.Any(newer => newer.PersonId == i.PersonId && newer.Id > i.Id));
    }
}
