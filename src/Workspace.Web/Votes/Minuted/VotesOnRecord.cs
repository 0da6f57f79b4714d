using Workspace.Web.People;

namespace Workspace.Web.Votes.Minuted;

/// <summary>Somebody whom a sentence about a vote names.</summary>
public sealed record VotePerson(string Name, string FullName, string ListName, Gender? Gender);

/// <summary>A vote that the minutes tell of, with all that is told.</summary>
/// <param name="Room">The vote.</param>
/// <param name="Corrections">Oldest first.</param>
/// <param name="Ballots">Who chose what; only of a vote by roll-call that has ended.</param>
/// <param name="People">Those who voted by roll-call, and candidates for verifier.</param>
public sealed record MinutedVote(RoomVote Room, IReadOnlyList<VoteCorrection> Corrections, IReadOnlyList<Ballot> Ballots, IReadOnlyDictionary<long, VotePerson> People)
{
    public long Id => Room.Id;

    public Vote Vote => Room.Vote;

    /// <summary>Whom the vote made verifiers of the minutes (R17), by name where it is nobody known here.</summary>
    public IEnumerable<VotePerson> Verifiers => Vote is { ElectsVerifier: true, State: VoteState.Closed, Result.Election: { } election }
        ? election.Elected.Select(e => Vote.Options.Single(o => o.Number == e.CandidateId)).Select(o =>
            o.PersonId is { } person && People.GetValueOrDefault(person) is { } known ? known : new(o.Label, o.Label, o.Label, null))
        : [];
}

/// <summary>The votes of a meeting that were opened, in the order of their numbers.</summary>
public sealed record VotesOnRecord(IReadOnlyList<MinutedVote> All)
{
    public MinutedVote? Find(long voteId) => All.FirstOrDefault(v => v.Id == voteId);

    /// <summary>By the last vote that elected any.</summary>
    public IReadOnlyList<VotePerson> Verifiers => [.. All.LastOrDefault(v => v.Verifiers.Any())?.Verifiers ?? []];
}
