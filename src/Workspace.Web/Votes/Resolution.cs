namespace Workspace.Web.Votes;

/// <summary>The number of an adopted resolution in the group's series of the year; never given twice, kept when the vote is annulled.</summary>
public sealed class Resolution
{
    private Resolution()
    {
    }

    public Resolution(long voteId, long groupId, long meetingId, int year, int number, string numberText, DateTimeOffset at)
    {
        (VoteId, GroupId, MeetingId) = (voteId, groupId, meetingId);
        (Year, Number, NumberText, At) = (year, number, numberText, at);
    }

    public long VoteId { get; private set; }

    public long GroupId { get; private set; }

    public long MeetingId { get; private set; }

    public int Year { get; private set; }

    public int Number { get; private set; }

    /// <summary>As the rules write it, for instance 7/2026.</summary>
    public string NumberText { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
