namespace Workspace.Web.Votes;

/// <summary>Choices of an advisory vote, members and others apart (V12), and whose they are.</summary>
public sealed record AdvisoryCount(HandCount Members, HandCount Others, IReadOnlyDictionary<long, Mark> Marks);

/// <summary>A vote of a meeting as everybody's screens need it; ballots and who has voted only while it is open.</summary>
/// <param name="Vote">Read only.</param>
/// <param name="Resolution">Its number in the register.</param>
/// <param name="RepeatsNumber">The number of the vote that it repeats.</param>
/// <param name="Ballots">Public ballots by seat.</param>
/// <param name="Voted">Seats that have voted, in a secret vote as well.</param>
/// <param name="Recused">Seats with a declared conflict of interest.</param>
/// <param name="Advisory">Only of advisory votes.</param>
/// <param name="IsCorrected">Whether the counts are not the first ones.</param>
public sealed record RoomVote(
    Vote Vote,
    string? Resolution,
    int? RepeatsNumber,
    IReadOnlyDictionary<long, Ballot> Ballots,
    IReadOnlySet<long> Voted,
    IReadOnlySet<long> Recused,
    AdvisoryCount? Advisory,
    bool IsCorrected)
{
    public long Id => Vote.Id;

    /// <summary>What the ballots that are in say now; only to be shown where the vote says so.</summary>
    public HandCount CountsNow => VoteCounting.Of(Ballots.Values.Select(b => b.Mark));
}

/// <summary>The votes of a meeting in the order of their numbers, prepared ones last; read once per server and change.</summary>
public sealed record MeetingVotes(long MeetingId, IReadOnlyList<RoomVote> All)
{
    public IEnumerable<RoomVote> Open => All.Where(v => v.Vote.State == VoteState.Open);

    public IEnumerable<RoomVote> Prepared => All.Where(v => v.Vote.State == VoteState.Prepared);

    /// <summary>Counted votes and those annulled after they were opened.</summary>
    public IEnumerable<RoomVote> Held => All.Where(v => v.Vote.Number is not null && v.Vote.State is VoteState.Closed or VoteState.Annulled);

    /// <summary>Whether the agenda was put to the vote, or stated as approved, and adopted (R8).</summary>
    public bool IsAgendaApproved => Held.Any(v => v.Vote is { ApprovesAgenda: true, IsAdopted: true });

    public RoomVote? Find(long voteId) => All.FirstOrDefault(v => v.Id == voteId);
}
