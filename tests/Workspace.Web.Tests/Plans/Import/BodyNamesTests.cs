using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Tests.Plans.Import;

public class BodyNamesTests
{
    private static readonly KnownBodies Known = new(
    [
        new("o1", ["Krajský úřad Horního kraje", "KÚ HK"]),
        new("u1", ["odbor dopravy", "OD"], "o1"),
        new("u2", ["odbor kultury", "OK"], "o1"),
        new("o2", ["obce"]),
        new("o3", ["Úřad práce", "Úřady práce", "ÚP"]),
        new("o4", ["Agentura – MV ČR", "Agentura MV"]),
        new("o5", ["Dopravní podnik, akciová společnost"]),
        new("o6", ["Ministerstvo vnitra"]),
    ]);

    [Theory]
    [InlineData("obce, NNO; školy", "obce|NNO|školy")]
    [InlineData("obce, NNO, obce", "obce|NNO")]
    [InlineData("odbor dopravy + odbor kultury", "odbor dopravy|odbor kultury")]
    [InlineData("OD+ OK", "OD|OK")]
    [InlineData("Odbor dopravy\nOdbor kultury", "Odbor dopravy|Odbor kultury")]
    [InlineData("Krajský úřad /\nodbor dopravy", "Krajský úřad / odbor dopravy")]
    [InlineData("Centrum (Úřad, MV ČR), obce", "Centrum (Úřad, MV ČR)|obce")]
    [InlineData("Pomoc, z. s., obce", "Pomoc, z. s.|obce")]
    [InlineData("projekt OPZ+, obce", "projekt OPZ+|obce")]
    [InlineData("• obce\n• školy", "obce|školy")]
    [InlineData("---", "")]
    [InlineData("", "")]
    public void Split_SureSeparators_PartBodies(string text, string names) =>
        Assert.Equal(names, string.Join('|', BodyNames.Split(text, KnownBodies.None).Names.Select(name => name.Text)));

    [Theory]
    [InlineData("KÚ HK / OD")]
    [InlineData("KÚ HK – odbor dopravy")]
    [InlineData("HK / obce")]
    public void Split_ASlashBetweenUnknownNames_KeepsTheWholeAndSaysSo(string text)
    {
        var name = Assert.Single(BodyNames.Split(text, KnownBodies.None).Names);
        Assert.Equal((text, true), (name.Text, name.IsUnclear));
    }

    [Theory]
    [InlineData("KÚ HK / OD", "u1")]
    [InlineData("KÚ HK /OD + OK", "u1|u2")]
    [InlineData("KÚ HK / OD / OK", "u1|u2")]
    [InlineData("KÚ HK / Ministerstvo vnitra", "o1|o6")]
    [InlineData("Obce, úřady práce", "o2|o3")]
    [InlineData("Agentura – MV ČR, obce", "o4|o2")]
    [InlineData("agentura MV", "o4")]
    [InlineData("Dopravní podnik, akciová společnost, obce", "o5|o2")]
    [InlineData("obce a ÚP", "o2|o3")]
    public void Split_KnownNames_DecideWhatASeparatorMeans(string text, string keys)
    {
        var names = BodyNames.Split(text, Known).Names;
        Assert.Equal(keys, string.Join('|', names.Select(name => name.Key)));
        Assert.DoesNotContain(names, name => name.IsUnclear);
    }

    [Fact]
    public void Split_AnUnknownUnit_KeepsTheWhole()
    {
        var name = Assert.Single(BodyNames.Split("KÚ HK / tiskové oddělení", Known).Names);
        Assert.Equal(new("KÚ HK / tiskové oddělení", null, true), name);
    }

    [Theory]
    [InlineData("KÚ HK / ???", "KÚ HK")]
    [InlineData("???", "")]
    public void Split_QuestionMarks_AreNoName(string text, string names)
    {
        var split = BodyNames.Split(text, KnownBodies.None);
        Assert.True(split.HasUnknownMark);
        Assert.Equal(names, string.Join('|', split.Names.Select(name => name.Text)));
    }

    [Fact]
    public void Find_UnitsOfOneName_AreToldApartByTheirOrganisation()
    {
        var known = new KnownBodies([new("a", ["Město A"]), new("b", ["Město B"]), new("a1", ["odbor školství"], "a"), new("b1", ["odbor školství"], "b")]);
        Assert.Equal("b1", Assert.Single(BodyNames.Split("Město B / odbor školství", known).Names).Key);
        Assert.Null(Assert.Single(BodyNames.Split("odbor školství", known).Names).Key);
    }
}
