using Workspace.Web.Live;

namespace Workspace.Web.Account;

/// <summary>A link by which a person sets a password and signs in; used once, and only until it expires. Only its hash is stored.</summary>
public sealed class Invitation : IAnnounced
{
    private Invitation()
    {
    }

    public Invitation(long personId, string tokenHash, long invitedById, DateTimeOffset at, DateTimeOffset expiresAt)
    {
        PersonId = personId;
        TokenHash = tokenHash;
        InvitedById = invitedById;
        CreatedAt = at;
        ExpiresAt = expiresAt;
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public string TokenHash { get; private set; } = "";

    public long InvitedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Person(PersonId)];

    public bool IsUsable(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset at) => UsedAt = at;
}
