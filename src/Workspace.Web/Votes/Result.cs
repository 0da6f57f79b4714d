namespace Workspace.Web.Votes;

/// <summary>What came of a counted vote: of a motion its verdict, of an election or a choice among variants who or which.</summary>
public sealed record Result(Verdict? Verdict, Election? Election)
{
    /// <summary>Whether the motion was adopted, or any place was filled.</summary>
    public bool IsAdopted => Verdict?.IsAdopted ?? Election!.Elected.Count > 0;

    public static Result Of(Vote vote)
    {
        var tally = vote.Tally!;
        if (vote.Way == VoteWay.Consensus)
            return new(Verdict.OfConsensus(vote.Rule, tally), null);
        if (!vote.Kind.IsByOptions())
            return new(Verdict.Of(vote.Rule, tally, vote.IsChairFor), null);
        return new(null, Election.Of([.. vote.Options.Select(o => new Standing(o.Number, o.Votes))], vote.Places, vote.Threshold, Verdict.BasisOf(vote.Basis, tally)));
    }
}
