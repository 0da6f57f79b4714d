using Workspace.Web.Live;

namespace Workspace.Web.Attendance.Answers;

/// <summary>What is answered for a seat before a meeting (R7).</summary>
public enum AnswerKind { Coming, NotComing, StandIn }

/// <summary>Whether somebody will take part for a seat; the last answer holds.</summary>
public sealed class AttendanceAnswer : IAnnounced
{
    private AttendanceAnswer()
    {
    }

    public AttendanceAnswer(long meetingId, long seatId)
    {
        MeetingId = meetingId;
        SeatId = seatId;
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    public long SeatId { get; private set; }

    public AnswerKind Kind { get; private set; }

    /// <summary>The alternate who stands in.</summary>
    public long? AlternateId { get; private set; }

    public long AnsweredById { get; private set; }

    public DateTimeOffset AnsweredAt { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];

    public void Answer(AnswerKind kind, long? alternateId, long by, DateTimeOffset at) =>
        (Kind, AlternateId, AnsweredById, AnsweredAt) = (kind, alternateId, by, at);
}
