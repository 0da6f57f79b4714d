using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Account;

/// <summary>
/// Says whether a sign-in made some time ago still holds: for circuits and hub connections, which outlive the request
/// that opened them. What it read it keeps for a few seconds, or until a change to the person is announced.
/// </summary>
public sealed class SignInGuard
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    private readonly ConcurrentDictionary<long, Standing> standings = new();
    private readonly IDbContextFactory<WorkspaceDb> factory;
    private readonly TimeProvider time;

    public SignInGuard(IDbContextFactory<WorkspaceDb> factory, LiveUpdates live, TimeProvider time)
    {
        (this.factory, this.time) = (factory, time);
        live.Announced += Forget;
    }

    /// <summary>
    /// False when the person has signed out everywhere, changed the password or was made inactive since, or when the
    /// API token was revoked or has expired.
    /// </summary>
    public async Task<bool> IsValidAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        if (user.PersonId() is not { } personId)
            return false;
        var now = time.GetUtcNow();
        if (!standings.TryGetValue(personId, out var standing) || now - standing.ReadAt > Freshness)
            standings[personId] = standing = await ReadAsync(personId, now, cancellationToken);
        if (user.FindFirstValue(ApiTokenHandler.IdClaim) is { } tokenId)
            return standing.IsActive
                && standing.Tokens.TryGetValue(long.Parse(tokenId, CultureInfo.InvariantCulture), out var expiresAt)
                && (expiresAt is null || now < expiresAt);
        return standing.IsActive && user.FindFirstValue(StampClaim) == standing.Stamp;
    }

    private void Forget(LiveTopic topic)
    {
        if (topic.IdAs(LiveTopic.Person) is { } personId)
            standings.TryRemove(personId, out _);
    }

    private async Task<Standing> ReadAsync(long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await db.People.AsNoTracking()
            .Where(p => p.Id == personId)
            .Select(p => new
            {
                p.IsActive,
                p.SecurityStamp,
                Tokens = db.ApiTokens.Where(t => t.PersonId == p.Id && t.RevokedAt == null).Select(t => new { t.Id, t.ExpiresAt }).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? new(false, null, new Dictionary<long, DateTimeOffset?>(), now)
            : new(found.IsActive, found.SecurityStamp, found.Tokens.ToDictionary(t => t.Id, t => t.ExpiresAt), now);
    }

    private sealed record Standing(bool IsActive, string? Stamp, IReadOnlyDictionary<long, DateTimeOffset?> Tokens, DateTimeOffset ReadAt);
}
