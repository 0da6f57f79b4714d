namespace Workspace.Web.Votes;

/// <summary>In the order in which they are shown (R12).</summary>
public enum Choice { For, Against, Abstain }

/// <summary>The choice of a seat in a public vote; one a seat (V8), changed while the vote is open (V7).</summary>
public sealed class Ballot
{
    private Ballot()
    {
    }

    public Ballot(long voteId, long seatId, long castBy, Choice choice, DateTimeOffset at)
    {
        VoteId = voteId;
        SeatId = seatId;
        Cast(castBy, choice, at);
    }

    public long VoteId { get; private set; }

    public long SeatId { get; private set; }

    public long CastBy { get; private set; }

    public Choice Choice { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void Cast(long by, Choice choice, DateTimeOffset at) => (CastBy, Choice, At) = (by, choice, at);
}
