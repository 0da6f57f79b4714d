using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Groups;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Votes;

public sealed class WordingOrderTests
{
    [Theory]
    [InlineData("cs", "Hlasování č. 2: PRO 20, PROTI 1, ZDRŽEL SE 3 – přijato")]
    [InlineData("en", "Vote no. 2: FOR 20, AGAINST 1, ABSTAINED 3 – adopted")]
    public void R12_Counts_StandInTheOrderOfTheBallot_AndThenTheResult(string culture, string line)
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture = new(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<VerdictWording>().BuildServiceProvider();
        var vote = new Vote(1, 1, new(1, "Otázka?"), new(MajorityBasis.Present, new(1, 2, true)), 1, DateTimeOffset.UnixEpoch);
        vote.Open(1, DateTimeOffset.UnixEpoch, 2, 24, 30);
        vote.Close(1, DateTimeOffset.UnixEpoch, 30, 24, 0, 0, new(20, 1, 3));
        Assert.Equal(line, services.GetRequiredService<VerdictWording>().Line(vote));
        Assert.Equal([Choice.For, Choice.Against, Choice.Abstain], Enum.GetValues<Choice>());
    }
}
