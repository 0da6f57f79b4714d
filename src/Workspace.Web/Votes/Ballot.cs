namespace Workspace.Web.Votes;

/// <summary>The choice of a seat in a public vote; one a seat (V8), changed while the vote is open (V7).</summary>
public sealed class Ballot
{
    private Ballot()
    {
    }

    public Ballot(long voteId, long seatId) => (VoteId, SeatId) = (voteId, seatId);

    public long VoteId { get; private set; }

    public long SeatId { get; private set; }

    /// <summary>Whose choice it is: the holder's or the alternate's.</summary>
    public long PersonId { get; private set; }

    public Choice Choice { get; private set; }

    public string Options { get; private set; } = "";

    public BallotSource Source { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Mark Mark => new(Choice, Mark.Read(Options));

    public void Cast(long personId, Mark mark, BallotSource source, DateTimeOffset at) =>
        (PersonId, Choice, Options, Source, At) = (personId, mark.Choice, mark.Options, source, at);
}

/// <summary>A choice in an advisory vote (V12): by person, since guests have no seat.</summary>
public sealed class AdvisoryBallot
{
    private AdvisoryBallot()
    {
    }

    public AdvisoryBallot(long voteId, long personId, bool isMember) => (VoteId, PersonId, IsMember) = (voteId, personId, isMember);

    public long VoteId { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>Present for a seat; guests and officers without one are tallied apart.</summary>
    public bool IsMember { get; private set; }

    public Choice Choice { get; private set; }

    public string Options { get; private set; } = "";

    public void Cast(Mark mark) => (Choice, Options) = (mark.Choice, mark.Options);
}

/// <summary>A declared conflict of interest: the seat is present and does not vote (R19).</summary>
public sealed class Recusal
{
    private Recusal()
    {
    }

    public Recusal(long voteId, long seatId, long personId, DateTimeOffset at) => (VoteId, SeatId, PersonId, At) = (voteId, seatId, personId, at);

    public long VoteId { get; private set; }

    public long SeatId { get; private set; }

    public long PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>A seat that was present when the vote was closed, and who was there for it (A2).</summary>
public sealed class VotePresence
{
    private VotePresence()
    {
    }

    public VotePresence(long voteId, long seatId, long? personId) => (VoteId, SeatId, PersonId) = (voteId, seatId, personId);

    public long VoteId { get; private set; }

    public long SeatId { get; private set; }

    /// <summary>Null per rollam, where it is open whether the holder or the alternate answers.</summary>
    public long? PersonId { get; private set; }
}
