using Workspace.Web.Live;

namespace Workspace.Web.Account;

public enum ApiScope { Read, Write }

/// <summary>A personal token for other programs: shown once, stored hashed, limited in what it may do, revocable (P4).</summary>
public sealed class ApiToken : IAnnounced
{
    private ApiToken()
    {
    }

    public ApiToken(long personId, string name, string tokenHash, string hint, ApiScope scope, DateTimeOffset at, DateTimeOffset? expiresAt)
    {
        PersonId = personId;
        Name = name.Trim();
        TokenHash = tokenHash;
        Hint = hint;
        Scope = scope;
        CreatedAt = at;
        ExpiresAt = expiresAt;
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    /// <summary>The token's first letters, by which its owner knows it again.</summary>
    public string Hint { get; private set; } = "";

    public ApiScope Scope { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Person(PersonId)];

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
