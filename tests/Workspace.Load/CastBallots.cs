using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workspace.Load;

/// <summary>What was cast in a vote and what was answered, and so what its record may show.</summary>
public sealed class CastBallots(long voteId)
{
    private readonly ConcurrentBag<Ballot> ballots = [];

    public long VoteId => voteId;

    public int Stored => ballots.Count(ballot => ballot.IsStored);

    public int Unanswered => ballots.Count(ballot => ballot.Ended is null);

    /// <summary>Number of ballots that were answered, whatever it was.</summary>
    public int Known => ballots.Count(ballot => ballot.Ended is not null);

    public int Refused(string code) => ballots.Count(ballot => ballot.Refusal == code);

    /// <returns>Whether an answer came.</returns>
    public async Task<bool> CastAsync(DemoVoter voter, string choice)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var refusal = await DemoVoting.CastAsync(voter, voteId, choice);
            ballots.Add(new(voter, choice, begun, Stopwatch.GetTimestamp(), refusal));
            return true;
        }
        catch (HttpRequestException)
        {
            ballots.Add(new(voter, choice, begun, null, null));
            return false;
        }
    }

    /// <summary>
    /// Whether a seat may end with a choice, or with none: with a ballot that was stored, or may have been, unless one that
    /// was cast after its answer was stored too.
    /// </summary>
    public bool Allows(DemoVoter voter, string? choice)
    {
        var own = ballots.Where(ballot => ballot.Voter == voter).ToList();
        var stored = own.Where(ballot => ballot.IsStored).ToList();
        return choice is null
            ? stored.Count == 0
            : own.Any(ballot => ballot.Choice == choice && ballot.Refusal is null && !stored.Any(later => later.Begun > ballot.Ended));
    }

    private sealed record Ballot(DemoVoter Voter, string Choice, long Begun, long? Ended, string? Refusal)
    {
        public bool IsStored => Ended is not null && Refusal is null;
    }
}
