using Workspace.Web.People;

namespace Workspace.Web.Tests.People;

public sealed class CzechOrderTests
{
    [Fact]
    public void Names_AreOrdered_AsCzechReadersLookForThem()
    {
        string[] names = ["Charvát", "Žák", "Hrubý", "Čapek", "chalupa", "Cibulka", "Ivanová", "Hájek", "Zeman"];
        Assert.Equal(["Cibulka", "Čapek", "Hájek", "Hrubý", "chalupa", "Charvát", "Ivanová", "Zeman", "Žák"], names.Order(CzechOrder.Names));
    }

    [Fact]
    public void Names_AreTheSame_InCapitals_ButNotWithoutTheirAccents()
    {
        Assert.True(CzechOrder.Names.Equals("novák", "NOVÁK"));
        Assert.False(CzechOrder.Names.Equals("Novak", "Novák"));
    }
}
