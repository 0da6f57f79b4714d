namespace Workspace.Web.Votes;

/// <summary>
/// That a seat has voted secretly. Shares with <see cref="SecretBallot"/> the vote and nothing else: no time, no order, no
/// key by which the two could be joined (V3).
/// </summary>
public sealed class VoteParticipation
{
    private VoteParticipation()
    {
    }

    public VoteParticipation(long voteId, long seatId) => (VoteId, SeatId) = (voteId, seatId);

    public long VoteId { get; private set; }

    public long SeatId { get; private set; }
}

/// <summary>A secret choice under its receipt, which only the voter knows.</summary>
public sealed class SecretBallot
{
    private SecretBallot()
    {
    }

    public SecretBallot(long voteId, string receipt, Mark mark)
    {
        (VoteId, Receipt) = (voteId, receipt);
        Change(mark);
    }

    public long VoteId { get; private set; }

    /// <summary>Random; see <see cref="Votes.Receipt"/>.</summary>
    public string Receipt { get; private set; } = "";

    public Choice Choice { get; private set; }

    public string Options { get; private set; } = "";

    public void Change(Mark mark) => (Choice, Options) = (mark.Choice, mark.Options);
}
