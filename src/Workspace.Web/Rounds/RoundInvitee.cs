namespace Workspace.Web.Rounds;

/// <summary>Who is asked: a person, or an organisation with all its people in the group.</summary>
public sealed record RoundInviteeInput(long? PersonId, long? OrganisationId)
{
    public static RoundInviteeInput Person(long id) => new(id, null);

    public static RoundInviteeInput Organisation(long id) => new(null, id);
}

public sealed class RoundInvitee
{
    private RoundInvitee()
    {
    }

    public RoundInvitee(RoundInviteeInput input) => (PersonId, OrganisationId) = (input.PersonId, input.OrganisationId);

    public long Id { get; private set; }

    public long RoundId { get; private set; }

    public long? PersonId { get; private set; }

    public long? OrganisationId { get; private set; }
}

/// <summary>A deadline that was moved on, with the reason.</summary>
public sealed class RoundExtension
{
    private RoundExtension()
    {
    }

    public RoundExtension(DateTimeOffset from, DateTimeOffset to, string reason, long by, DateTimeOffset at) =>
        (From, To, Reason, By, At) = (from, to, reason.Trim(), by, at);

    public long Id { get; private set; }

    public long RoundId { get; private set; }

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset To { get; private set; }

    public string Reason { get; private set; } = "";

    public long By { get; private set; }

    public DateTimeOffset At { get; private set; }
}
