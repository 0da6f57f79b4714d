using Workspace.Web.Live;

namespace Workspace.Web.Groups;

public enum SeatTermKind { Holder, Alternate }

public enum Acceptance { Offered, Accepted, Declined }

/// <summary>Who holds a seat, or stands in for its holder, from one day to another, both included.</summary>
public sealed class SeatTerm : IAnnounced, IPeriod
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

    /// <summary>Who recorded the answer for the person; null where they answered themselves.</summary>
    public long? AnswerRecordedById { get; private set; }

    /// <summary>Whether the person holds or stands in for the seat by right: nominated alternate, or holder who has accepted.</summary>
    public bool IsInForce => Kind == SeatTermKind.Alternate || Acceptance == Acceptance.Accepted;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId), LiveTopic.Person(PersonId)];

    public void Accept(DateTimeOffset at, long? recordedById = null) => (Acceptance, AnsweredAt, AnswerRecordedById) = (Acceptance.Accepted, at, recordedById);

    public void Decline(DateTimeOffset at, DateOnly lastDay, long? recordedById = null) =>
        (Acceptance, AnsweredAt, To, AnswerRecordedById) = (Acceptance.Declined, at, lastDay, recordedById);

    public void End(DateOnly? lastDay) => To = lastDay;
}
