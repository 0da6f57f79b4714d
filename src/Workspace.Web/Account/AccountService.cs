using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.People;

namespace Workspace.Web.Account;

public sealed record MyAccount(string FullName, string? Email, string Language, bool HasPassword);

/// <summary>Passwords, the sign-ins they open, and the language a person is addressed in.</summary>
public sealed class AccountService(
    IDbContextFactory<WorkspaceDb> factory, IPasswordHasher<Person> hasher, TimeProvider time, ILogger<AccountService> log)
{
    public const int TriesBeforePause = 5;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Verified where there is no password to verify, so that an unknown address takes as long as a wrong password.</summary>
    private readonly Lazy<string> decoy = new(() => hasher.HashPassword(null!, SecretToken.New()));

    /// <summary>The person whose address and password these are; null if they are not, or while tries are paused.</summary>
    public async Task<long?> CheckPasswordAsync(string? email, string? password, CancellationToken cancellationToken = default)
    {
        if (password is null or { Length: > PasswordRules.LongestLength })
            return null;
        var normalized = email?.Trim().ToUpperInvariant();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var person = await db.People.AsNoTracking()
            .Where(p => p.NormalizedEmail == normalized && normalized != null && p.IsActive && p.PasswordHash != null)
            .Select(p => new { p.Id, p.PasswordHash })
            .SingleOrDefaultAsync(cancellationToken);

        var mayTry = await CountTryAsync(db, person?.Id ?? 0, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(null!, mayTry ? person!.PasswordHash! : decoy.Value, password);
        if (!mayTry || verdict == PasswordVerificationResult.Failed)
        {
            log.LogWarning("A sign-in was refused: {Reason}, person {Person}",
                person is null ? "unknown address" : mayTry ? "wrong password" : "tries are paused", person?.Id);
            return null;
        }
        await ForgetTriesAsync(db, person!.Id, cancellationToken);
        return person.Id;
    }

    public async Task<MyAccount?> FindAsync(long by, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == by && p.IsActive, cancellationToken);
        return person is null ? null : new(person.FullName, person.Email, person.Language, person.PasswordHash is not null);
    }

    /// <summary>Changes the password, ends the sign-ins of all browsers, and makes links that still lie about unusable.</summary>
    public async Task<Outcome> ChangePasswordAsync(
        long by, string? current, string? chosen, string? repeated, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == by && p.IsActive, cancellationToken) is not { } person)
            return Refusal.NotAllowed;
        if (PasswordRules.Check(chosen, repeated, person.Email) is { } refusal)
            return refusal;
        if (person.PasswordHash is { } hash)
        {
            // Whoever sits down at somebody's open browser guesses against the same pause as a stranger.
            var mayTry = await CountTryAsync(db, by, cancellationToken);
            if (!mayTry || current is null or { Length: > PasswordRules.LongestLength }
                || hasher.VerifyHashedPassword(person, hash, current) == PasswordVerificationResult.Failed)
            {
                await transaction.CommitAsync(cancellationToken);
                log.LogWarning("Person {Person} did not give the current password", by);
                return new Refusal("CurrentPasswordWrong");
            }
            await ForgetTriesAsync(db, by, cancellationToken);
        }
        SetPassword(person, chosen!);
        await db.EndInvitationsAsync(by, time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        log.LogInformation("Person {Person} changed the password", by);
        return Outcome.Done;
    }

    /// <summary>Ends the sign-ins of all browsers: at the next check of each, within a minute.</summary>
    public async Task<Outcome> SignOutEverywhereAsync(long by, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == by && p.IsActive, cancellationToken) is not { } person)
            return Refusal.NotAllowed;
        person.SecurityStamp = SecretToken.New();
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("Person {Person} signed out everywhere", by);
        return Outcome.Done;
    }

    /// <summary>Sets the language of the pages and messages for the person.</summary>
    public async Task<Outcome> SpeakAsync(long by, string language, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == by && p.IsActive, cancellationToken) is not { } person)
            return Refusal.NotAllowed;
        person.Speak(language);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>A new password, and with it a new stamp, which ends the sign-ins made with the old one.</summary>
    public void SetPassword(Person person, string password)
    {
        person.PasswordHash = hasher.HashPassword(person, password);
        person.SecurityStamp = SecretToken.New();
        person.AccessFailedCount = 0;
        person.LockoutEnd = null;
    }

    /// <summary>
    /// Counts a try before the password is looked at, in one statement, so that tries made at once count as well.
    /// Not by way of the entity, whose every change is announced to the whole directory.
    /// </summary>
    private async Task<bool> CountTryAsync(WorkspaceDb db, long personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + Pause;
        return await db.People
            .Where(p => p.Id == personId && (p.LockoutEnd == null || p.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(p => p.AccessFailedCount, p => p.LockoutEnd == null ? p.AccessFailedCount + 1 : 1)
                    .SetProperty(p => p.LockoutEnd, p => p.LockoutEnd == null && p.AccessFailedCount + 1 >= TriesBeforePause ? until : null),
                cancellationToken) == 1;
    }

    private static Task ForgetTriesAsync(WorkspaceDb db, long personId, CancellationToken cancellationToken) =>
        db.People.Where(p => p.Id == personId).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.AccessFailedCount, 0).SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
}
