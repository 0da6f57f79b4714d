using Workspace.Web.Groups;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Votes;

public sealed class ElectionTests
{
    [Theory]
    [InlineData("5 4 3", 1, "1", "", 0)]
    [InlineData("5 5 3", 1, "", "1 2", 1)]
    [InlineData("5 4 4 1", 2, "1", "2 3", 1)]
    [InlineData("5 5 4", 2, "1 2", "", 0)]
    [InlineData("3 3 3", 3, "1 2 3", "", 0)]
    [InlineData("3 3 3 3", 2, "", "1 2 3 4", 2)]
    [InlineData("0 7 0", 2, "2", "", 1)]
    [InlineData("0 0", 1, "", "", 1)]
    [InlineData("", 1, "", "", 1)]
    [InlineData("2 9 5", 2, "2 3", "", 0)]
    public void MostVotesAreElected_AndATieAtTheLastPlaceLeavesItOpen(string votes, int places, string elected, string tied, int left)
    {
        var result = Election.Of(Candidates(votes), places, null, 20);
        Assert.Equal(elected, Ids(result.Elected));
        Assert.Equal(tied, Ids(result.TiedAtLastPlace));
        Assert.Equal(left, result.PlacesLeft);
    }

    [Fact]
    public void Threshold_LeavesOutWhoDoesNotReachIt()
    {
        var result = Election.Of(Candidates("11 10 3"), 2, new Share(1, 2, true), 20);
        Assert.Equal(("1", "", 1, 11), (Ids(result.Elected), Ids(result.TiedAtLastPlace), result.PlacesLeft, result.Needed));
    }

    [Fact]
    public void WhatIsNoElection_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Election.Of(Candidates("1"), 0, null, 1));
        Assert.Throws<ArgumentException>(() => Election.Of([new(1, 2), new(1, 3)], 1, null, 5));
        Assert.Throws<ArgumentException>(() => Election.Of([new(1, -1)], 1, null, 5));
    }

    [Fact]
    public void Law_NobodyElectedHasFewerVotesThanAnybodyLeftOut_AndPlacesAlwaysAddUp()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var places = Random.Shared.Next(1, 5);
            List<Standing> candidates = [.. Enumerable.Range(1, Random.Shared.Next(8)).Select(id => new Standing(id, Random.Shared.Next(6)))];
            var result = Election.Of(candidates, places, Random.Shared.Next(2) == 0 ? null : new(1, 2, true), 6);
            Assert.Equal(places, result.Elected.Count + result.PlacesLeft);
            var others = candidates.Except(result.Elected).ToList();
            if (result.Elected.Count > 0 && others.Count > 0)
                Assert.True(result.Elected.Min(c => c.Votes) >= others.Max(c => c.Votes));
            Assert.True(result.TiedAtLastPlace.Count == 0 || result.TiedAtLastPlace.Count > result.PlacesLeft);
            Assert.True(result.TiedAtLastPlace.DistinctBy(c => c.Votes).Count() <= 1);
        }
    }

    private static List<Standing> Candidates(string votes) =>
        [.. votes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((count, i) => new Standing(i + 1, int.Parse(count)))];

    private static string Ids(IEnumerable<Standing> standings) => string.Join(' ', standings.Select(s => s.CandidateId));
}
