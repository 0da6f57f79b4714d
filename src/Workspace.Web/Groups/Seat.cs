using Workspace.Web.Live;

namespace Workspace.Web.Groups;

/// <summary>
/// A vote belongs to a seat, not to a person (P2). A seat is an organisation's, one of its units', or a named person's;
/// an organisation may have several.
/// </summary>
public sealed class Seat : IAnnounced
{
    private Seat()
    {
    }

    public Seat(long groupId, long? organisationId, long? unitId, long? personId, DateOnly from, int position)
    {
        GroupId = groupId;
        OrganisationId = organisationId;
        UnitId = unitId;
        PersonId = personId;
        From = from;
        Position = position;
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public long? OrganisationId { get; private set; }

    public long? UnitId { get; private set; }

    /// <summary>Set where the seat is a named person's own and not an organisation's.</summary>
    public long? PersonId { get; private set; }

    public int Position { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day on which the seat exists; null while it goes on.</summary>
    public DateOnly? To { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId)];

    public void End(DateOnly lastDay) => To = lastDay;
}

public enum SeatTermKind { Holder, Alternate }

public enum Acceptance { Offered, Accepted, Declined }

/// <summary>Who holds a seat, or stands in for its holder, from one day to another, both included.</summary>
public sealed class SeatTerm : IAnnounced
{
    private SeatTerm()
    {
    }

    public SeatTerm(long groupId, long seatId, long personId, SeatTermKind kind, DateOnly from, DateOnly? to = null)
    {
        GroupId = groupId;
        SeatId = seatId;
        PersonId = personId;
        Kind = kind;
        From = from;
        To = to;
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public long SeatId { get; private set; }

    public long PersonId { get; private set; }

    public SeatTermKind Kind { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>Joining as a member is accepted expressly (R2); an alternate is nominated and need not accept.</summary>
    public Acceptance Acceptance { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the person holds or stands in for the seat by right: nominated alternate, or holder who has accepted.</summary>
    public bool IsInForce => Kind == SeatTermKind.Alternate || Acceptance == Acceptance.Accepted;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId), LiveTopic.Person(PersonId)];

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    public void Accept(DateTimeOffset at) => (Acceptance, AnsweredAt) = (Acceptance.Accepted, at);

    public void Decline(DateTimeOffset at, DateOnly lastDay) => (Acceptance, AnsweredAt, To) = (Acceptance.Declined, at, lastDay);

    public void End(DateOnly lastDay) => To = lastDay;
}
