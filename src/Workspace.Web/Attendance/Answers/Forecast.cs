namespace Workspace.Web.Attendance.Answers;

/// <summary>What was answered for a seat.</summary>
public sealed record SeatAnswer(long SeatId, AnswerKind Kind, long? AlternateId);

/// <summary>Whether there will be a quorum, as far as has been answered.</summary>
/// <param name="Confirmed">Seats whose holder or alternate comes.</param>
/// <param name="Declined">Seats for which nobody comes.</param>
/// <param name="Members">All seats.</param>
/// <param name="Needed">The fewest with which there is a quorum.</param>
public sealed record Forecast(int Confirmed, int Declined, int Members, int Needed)
{
    public int Missing => Math.Max(0, Needed - Confirmed);

    public int Unanswered => Members - Confirmed - Declined;

    /// <summary>No answer that is still to come can make a quorum.</summary>
    public bool IsOutOfReach => Members - Declined < Needed;
}
