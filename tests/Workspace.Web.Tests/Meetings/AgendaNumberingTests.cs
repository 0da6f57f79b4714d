using Workspace.Web.Meetings;

namespace Workspace.Web.Tests.Meetings;

public sealed class AgendaNumberingTests
{
    [Fact]
    public void Number_FollowsPositionsAndParents()
    {
        AgendaPlace[] places = [new(1, null, 1), new(2, null, 0), new(3, 1, 1), new(4, 1, 0), new(5, null, 2)];
        Assert.Equal(["2=1/0", "1=2/0", "4=2.1/1", "3=2.2/1", "5=3/0"], AgendaNumbering.Number(places).Select(n => $"{n.Id}={n.Number}/{n.Level}"));
    }

    [Fact]
    public void Number_OfAnItemWhoseParentIsNotThere_IsOfTheFirstLevel() =>
        Assert.Equal(["1", "2"], AgendaNumbering.Number([new(1, null, 0), new(2, 9, 1)]).Select(n => n.Number));

    [Fact]
    public void Number_OfNothing_IsNothing() => Assert.Empty(AgendaNumbering.Number([]));
}
