namespace Workspace.Web.Attendance;

/// <summary>The key from which a meeting's check-in codes are made. Kept apart from the meeting, which is read everywhere.</summary>
public sealed class CheckInSecret
{
    private CheckInSecret()
    {
    }

    public CheckInSecret(long meetingId, byte[] key)
    {
        MeetingId = meetingId;
        Key = key;
    }

    public long MeetingId { get; private set; }

    public byte[] Key { get; private set; } = [];
}
