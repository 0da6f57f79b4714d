namespace Workspace.Web.Attendance.Presence;

/// <summary>
/// When a person was last known to be connected to a meeting's room, on whichever server. Written by one statement a
/// server and pulse, and not announced: only what follows from it is.
/// </summary>
public sealed class MeetingPresence
{
    private MeetingPresence()
    {
    }

    public MeetingPresence(long meetingId, long personId, DateTimeOffset lastSeenAt)
    {
        MeetingId = meetingId;
        PersonId = personId;
        LastSeenAt = lastSeenAt;
    }

    public long MeetingId { get; private set; }

    public long PersonId { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }
}
