using Workspace.Web.Groups;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Votes;

public sealed class VerdictTests
{
    private static readonly Share[] Shares = [new(1, 2, true), new(3, 5, false), new(2, 3, false), new(1, 1, false), new(4, 5, false), new(1, 3, true)];

    [Theory]
    // Basis: all members, those present, those who voted, yes and no alone.
    [InlineData(MajorityBasis.Members, "1/2+", 24, 20, 12, 5, 3, true, 13, false)]
    [InlineData(MajorityBasis.Members, "1/2+", 24, 20, 13, 5, 2, true, 13, true)]
    [InlineData(MajorityBasis.Present, "1/2+", 24, 20, 10, 10, 0, true, 11, false)]
    [InlineData(MajorityBasis.Present, "1/2+", 24, 20, 11, 4, 3, true, 11, true)]
    [InlineData(MajorityBasis.Present, "1/2+", 24, 19, 10, 9, 0, true, 10, true)]
    [InlineData(MajorityBasis.Cast, "1/2+", 24, 20, 6, 4, 1, true, 6, true)]
    [InlineData(MajorityBasis.Cast, "1/2+", 24, 20, 5, 4, 1, true, 6, false)]
    [InlineData(MajorityBasis.Valid, "1/2+", 24, 20, 5, 4, 9, true, 5, true)]
    // Thresholds that need exact arithmetic.
    [InlineData(MajorityBasis.Present, "2/3", 9, 9, 6, 3, 0, true, 6, true)]
    [InlineData(MajorityBasis.Present, "2/3", 10, 10, 6, 4, 0, true, 7, false)]
    [InlineData(MajorityBasis.Present, "3/5", 25, 25, 15, 10, 0, true, 15, true)]
    [InlineData(MajorityBasis.Present, "3/5", 24, 24, 14, 10, 0, true, 15, false)]
    [InlineData(MajorityBasis.Present, "1/1", 7, 7, 6, 0, 1, true, 7, false)]
    [InlineData(MajorityBasis.Present, "1/1", 7, 7, 7, 0, 0, true, 7, true)]
    [InlineData(MajorityBasis.Present, "4/5", 11, 11, 9, 2, 0, true, 9, true)]
    // Edges: one seat, all abstain, nobody at all.
    [InlineData(MajorityBasis.Members, "1/2+", 1, 1, 1, 0, 0, true, 1, true)]
    [InlineData(MajorityBasis.Present, "1/2+", 24, 20, 0, 0, 20, true, 11, false)]
    [InlineData(MajorityBasis.Valid, "1/2+", 24, 20, 0, 0, 20, false, 0, false)]
    [InlineData(MajorityBasis.Cast, "1/2+", 24, 20, 0, 0, 0, false, 0, false)]
    [InlineData(MajorityBasis.Present, "1/2+", 24, 20, 0, 0, 0, false, 11, false)]
    public void R14_Verdict_FollowsTheRule_InWholeNumbers(
        MajorityBasis basis, string threshold, int members, int present, int yes, int no, int abstained, bool isCounted, int needed, bool isAdopted)
    {
        var verdict = Verdict.Of(new(basis, ShareOf(threshold)), new(members, present, yes, no, abstained));
        Assert.Equal((isAdopted, needed, yes), (verdict.IsAdopted, verdict.Needed, verdict.For));
        Assert.Equal(isCounted, verdict.Reason != VerdictReason.NothingCast);
    }

    [Theory]
    [InlineData(TieRule.Falls, true, VerdictReason.Tied)]
    [InlineData(TieRule.ChairDecides, false, VerdictReason.Tied)]
    [InlineData(TieRule.ChairDecides, true, VerdictReason.ReachedByChair)]
    public void Tie_FallsUnlessTheRulesLetTheChairDecide(TieRule tie, bool isChairFor, VerdictReason reason)
    {
        var verdict = Verdict.Of(new(MajorityBasis.Present, new(1, 2, true), tie), new(24, 20, 10, 10, 0), isChairFor);
        Assert.Equal(reason, verdict.Reason);
        Assert.Equal(reason == VerdictReason.ReachedByChair, verdict.IsAdopted);
    }

    [Fact]
    public void Tie_TheChairDoesNotReplaceTheMajorityOfThosePresent()
    {
        VoteRule rule = new(MajorityBasis.Present, new(1, 2, true), TieRule.ChairDecides);
        Assert.Equal(VerdictReason.Tied, Verdict.Of(rule, new(24, 20, 8, 8, 4), isChairFor: true).Reason);
    }

    [Fact]
    public void R19_Recused_CountAsPresentAndDoNotVote()
    {
        Tally tally = new(24, 20, 10, 8, 0, Recused: 2);
        Assert.Equal(0, tally.NotVoted);
        Assert.False(Verdict.Of(new(MajorityBasis.Present, new(1, 2, true)), tally).IsAdopted);
        Assert.True(Verdict.Of(new(MajorityBasis.Cast, new(1, 2, true)), tally).IsAdopted);
    }

    [Theory]
    [InlineData(24, 20, 15, 5, 1, 0, 0)]
    [InlineData(24, 20, 15, 5, 0, 1, 0)]
    [InlineData(24, 20, 15, 5, 0, 0, 1)]
    [InlineData(19, 20, 15, 5, 0, 0, 0)]
    [InlineData(24, 20, -1, 5, 0, 0, 0)]
    public void R13_CountsThatDoNotAddUp_HaveNoVerdict(int members, int present, int yes, int no, int abstained, int recused, int invalid)
    {
        Tally tally = new(members, present, yes, no, abstained, recused, invalid);
        Assert.False(tally.AddsUp);
        Assert.Throws<ArgumentException>(() => Verdict.Of(new(MajorityBasis.Present, new(1, 2, true)), tally));
    }

    [Fact]
    public void Law_MoreVotesForInsteadOfAgainst_NeverTurnAdoptedIntoRejected()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var (rule, tally) = (AnyRule(), AnyTally());
            if (tally.Against == 0 || !Verdict.Of(rule, tally).IsAdopted)
                continue;
            Assert.True(Verdict.Of(rule, tally with { For = tally.For + 1, Against = tally.Against - 1 }).IsAdopted, $"{rule} {tally}");
        }
    }

    [Fact]
    public void Law_Needed_IsTheFewestThatWouldDo()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var (rule, tally) = (AnyRule(), AnyTally());
            var verdict = Verdict.Of(rule, tally);
            var share = rule.Threshold;
            bool Reaches(int votes) => share.IsMoreThan
                ? (long)votes * share.Denominator > (long)verdict.BasisCount * share.Numerator
                : (long)votes * share.Denominator >= (long)verdict.BasisCount * share.Numerator;
            if (verdict.BasisCount == 0)
                continue;
            Assert.True(Reaches(verdict.Needed));
            Assert.False(Reaches(verdict.Needed - 1));
            if (verdict.Reason != VerdictReason.NothingCast)
                Assert.Equal(Reaches(tally.For), verdict.IsAdopted);
        }
    }

    [Fact]
    public void R13_Law_TheCountsAlwaysAddUpToThosePresent()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var tally = AnyTally();
            Assert.True(tally.AddsUp);
            Assert.Equal(tally.Present, tally.For + tally.Against + tally.Abstained + tally.Invalid + tally.Recused + tally.NotVoted);
        }
    }

    [Theory]
    [InlineData("1/2+", 24, 12, 13, false)]
    [InlineData("1/2+", 24, 13, 13, true)]
    [InlineData("1/2+", 25, 13, 13, true)]
    [InlineData("2/3", 9, 6, 6, true)]
    [InlineData("1/3", 10, 3, 4, false)]
    [InlineData("1/2+", 0, 0, 0, false)]
    public void R11_Quorum_IsTheShareOfAllSeats(string share, int members, int present, int needed, bool holds)
    {
        var quorum = Quorum.Of(ShareOf(share), present, members);
        Assert.Equal((needed, holds), (quorum.Needed, quorum.Holds));
    }

    private static Share ShareOf(string text)
    {
        var parts = text.TrimEnd('+').Split('/');
        return new(int.Parse(parts[0]), int.Parse(parts[1]), text.EndsWith('+'));
    }

    private static VoteRule AnyRule() => new((MajorityBasis)Random.Shared.Next(4), Shares[Random.Shared.Next(Shares.Length)]);

    private static Tally AnyTally()
    {
        var members = Random.Shared.Next(1, 60);
        var present = Random.Shared.Next(members + 1);
        var left = present;
        int Some()
        {
            var some = Random.Shared.Next(left + 1);
            left -= some;
            return some;
        }
        return new(members, present, Some(), Some(), Some(), Some(), Some());
    }
}
