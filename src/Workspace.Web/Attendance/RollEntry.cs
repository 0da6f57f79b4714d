using Workspace.Web.Live;

namespace Workspace.Web.Attendance;

public enum RollState { Absent, Present, Online, Excused }

public static class RollStates
{
    /// <summary>Being connected counts as presence (R9).</summary>
    public static bool IsHere(this RollState state) => state is RollState.Present or RollState.Online;

    /// <summary>Those who take part, as <see cref="IsHere(RollState)"/> says.</summary>
    public static IQueryable<RollEntry> Here(this IQueryable<RollEntry> entries) => entries.Where(e => e.State == RollState.Present || e.State == RollState.Online);
}

/// <summary>
/// How somebody took part in a meeting: for a seat (its holder, or the alternate who stood in), as an officer without a
/// seat, or as a guest (a person, or a name or group label in words).
/// </summary>
public sealed class RollEntry : IAnnounced
{
    private RollEntry()
    {
    }

    public RollEntry(long meetingId, long? seatId, long? personId, string? guestName, string? guestOrganisation)
    {
        MeetingId = meetingId;
        SeatId = seatId;
        PersonId = personId;
        GuestName = guestName;
        GuestOrganisation = guestOrganisation;
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    /// <summary>The seat for which the person took part; null for guests and officers without a seat. One entry a seat and meeting.</summary>
    public long? SeatId { get; private set; }

    public long? PersonId { get; private set; }

    public string? GuestName { get; private set; }

    public string? GuestOrganisation { get; private set; }

    public RollState State { get; private set; }

    /// <summary>Who or what made the mark; null for marks older than the record of changes.</summary>
    public RollCause? Cause { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];

    public void Mark(RollState state, long? personId, RollCause cause = RollCause.Marked)
    {
        State = state;
        Cause = cause;
        PersonId = personId;
    }
}
