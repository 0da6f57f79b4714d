using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Account;

public sealed record ApiTokenLine(
    long Id, string Name, string Hint, ApiScope Scope, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>Whom a token stands for, and what it may do.</summary>
public sealed record ApiTokenOwner(long TokenId, long PersonId, string PersonName, bool IsAdministrator, ApiScope Scope);

/// <summary>A person's own tokens for other programs.</summary>
public sealed class ApiTokenService(IDbContextFactory<WorkspaceDb> factory, TimeProvider time, ILogger<ApiTokenService> log)
{
    public const string Prefix = "wsp_";
    public const int LongestName = 100;
    private static readonly TimeSpan UseIsWrittenEvery = TimeSpan.FromHours(1);

    /// <summary>The tokens that were not revoked, the newest first.</summary>
    public async Task<IReadOnlyList<ApiTokenLine>> ListAsync(long by, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ApiTokens.AsNoTracking()
            .Where(t => t.PersonId == by && t.RevokedAt == null)
            .OrderByDescending(t => t.Id)
            .Select(t => new ApiTokenLine(t.Id, t.Name, t.Hint, t.Scope, t.CreatedAt, t.ExpiresAt, t.LastUsedAt))
            .ToListAsync(cancellationToken);
    }

    /// <returns>The token itself, which nobody can show again.</returns>
    public async Task<Outcome<string>> CreateAsync(
        long by, string? name, ApiScope scope, DateTimeOffset? expiresAt, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!await db.People.AnyAsync(p => p.Id == by && p.IsActive, cancellationToken))
            return Refusal.NotAllowed;
        if (string.IsNullOrWhiteSpace(name))
            return new Refusal("TokenNameMissing");
        if (name.Trim().Length > LongestName)
            return new Refusal("TokenNameTooLong", LongestName);
        var now = time.GetUtcNow();
        if (expiresAt <= now)
            return new Refusal("TokenExpiryPast");

        var token = Prefix + SecretToken.New();
        db.Add(new ApiToken(by, name, SecretToken.Hash(token), token[..(Prefix.Length + 4)], scope, now, expiresAt));
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("Person {Person} made an API token to {Scope}", by, scope);
        return token;
    }

    public async Task<Outcome> RevokeAsync(long by, long tokenId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == tokenId && t.PersonId == by, cancellationToken) is not { } token)
            return Refusal.NotFound;
        token.Revoke(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("Person {Person} revoked API token {Token}", by, tokenId);
        return Outcome.Done;
    }

    /// <summary>Whom the token stands for now; null if it is unknown, revoked or expired, or its owner inactive. Notes the use.</summary>
    public async Task<ApiTokenOwner?> FindOwnerAsync(string token, CancellationToken cancellationToken = default)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var hash = SecretToken.Hash(token);
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await db.ApiTokens.AsNoTracking()
            .Where(t => t.TokenHash == hash && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now))
            .Join(db.People.Where(p => p.IsActive), t => t.PersonId, p => p.Id, (t, p) => new
            {
                t.LastUsedAt,
                Owner = new ApiTokenOwner(t.Id, p.Id, p.Name, p.IsAdministrator, t.Scope),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var earlier = now - UseIsWrittenEvery;
        if (found.LastUsedAt is null || found.LastUsedAt <= earlier)
            await db.ApiTokens
                .Where(t => t.Id == found.Owner.TokenId && (t.LastUsedAt == null || t.LastUsedAt <= earlier))
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancellationToken);
        return found.Owner;
    }
}
