namespace Workspace.Web.Votes.PerRollam;

/// <summary>A seat's objection to voting outside a meeting at all; with a set share of them the vote falls (V11).</summary>
public sealed class FormObjection
{
    private FormObjection()
    {
    }

    public FormObjection(long meetingId, long seatId, long personId, DateTimeOffset at) => (MeetingId, SeatId, PersonId, At) = (meetingId, seatId, personId, at);

    public long MeetingId { get; private set; }

    public long SeatId { get; private set; }

    public long PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
