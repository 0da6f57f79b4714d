using Workspace.Web.Live;

namespace Workspace.Web.Attendance;

/// <summary>What made a mark on the roll change.</summary>
public enum RollCause { Marked, CheckedIn, CheckedOut, ConnectionLost, Reconnected, Corrected }

/// <summary>Whose mark it is: a seat's, a person's without a seat, or that of a guest entered in words.</summary>
public readonly record struct RollPlace(long? SeatId, long? PersonId, string? Guest);

/// <summary>
/// One change of the roll, only ever added to: who was there at which moment is read from these. A correction repeats the
/// change whose time it corrects, and names it.
/// </summary>
public sealed class RollChange : IAnnounced
{
    private RollChange()
    {
    }

    public RollChange(
        long meetingId, RollPlace place, long? personId, RollState? from, RollState? to, DateTimeOffset at, long by, RollCause cause, long? agendaItemId, DateTimeOffset recordedAt)
    {
        MeetingId = meetingId;
        SeatId = place.SeatId;
        PersonId = personId;
        Guest = place.Guest;
        From = from;
        To = to;
        At = at;
        By = by;
        Cause = cause;
        AgendaItemId = agendaItemId;
        RecordedAt = recordedAt;
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    public long? SeatId { get; private set; }

    /// <summary>Who takes part, or does not, from then on; null for a guest entered in words.</summary>
    public long? PersonId { get; private set; }

    public string? Guest { get; private set; }

    /// <summary>The mark before; null where there was none.</summary>
    public RollState? From { get; private set; }

    /// <summary>The mark from then on; null where it was taken away.</summary>
    public RollState? To { get; private set; }

    /// <summary>Since when it is so, as the secretary says or as it was noticed.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Who marked it; the person whose connection it was where nobody did.</summary>
    public long By { get; private set; }

    public RollCause Cause { get; private set; }

    /// <summary>The item under discussion at that moment.</summary>
    public long? AgendaItemId { get; private set; }

    /// <summary>The change whose time this one corrects.</summary>
    public long? CorrectsId { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];

    /// <summary>The same change at another moment.</summary>
    public RollChange CorrectedTo(DateTimeOffset at, long? agendaItemId, long by, DateTimeOffset recordedAt) =>
        new(MeetingId, new(SeatId, PersonId, Guest), PersonId, From, To, at, by, RollCause.Corrected, agendaItemId, recordedAt) { CorrectsId = Id };
}
