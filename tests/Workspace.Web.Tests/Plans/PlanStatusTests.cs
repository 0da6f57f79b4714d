using Workspace.Web.Plans;

namespace Workspace.Web.Tests.Plans;

public class PlanStatusTests
{
    [Theory]
    [InlineData("SPLNĚNO", PlanStatus.Fulfilled)]
    [InlineData("plněno", PlanStatus.Ongoing)]
    [InlineData("ČÁSTEČNĚ", PlanStatus.Partly)]
    [InlineData("Částečně plněno.", PlanStatus.Partly)]
    [InlineData("Plněno částečně", PlanStatus.Partly)]
    [InlineData(" NEPLNĚNO ", PlanStatus.NotFulfilled)]
    [InlineData("nesplněno", PlanStatus.NotFulfilled)]
    [InlineData("Nehodnoceno", PlanStatus.None)]
    [InlineData("fulfilled", PlanStatus.Fulfilled)]
    [InlineData("Ongoing", PlanStatus.Ongoing)]
    [InlineData("partly fulfilled", PlanStatus.Partly)]
    [InlineData("Not fulfilled", PlanStatus.NotFulfilled)]
    public void TryParse_AWord_IsItsStatus(string text, PlanStatus status)
    {
        Assert.True(PlanStatusWords.TryParse(text, out var found));
        Assert.Equal(status, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Zpráva je na webu")]
    [InlineData("plnění se připravuje")]
    public void TryParse_OtherText_IsNone(string? text) => Assert.False(PlanStatusWords.TryParse(text, out _));

    [Theory]
    [InlineData("Splněno – zpráva je na webu", PlanStatus.Fulfilled)]
    [InlineData("Částečně (chybí metodika)", PlanStatus.Partly)]
    [InlineData("plněno\nběží třetí rok", PlanStatus.Ongoing)]
    public void TryParseBeginning_AWordAndMore_IsTheWordsStatus(string text, PlanStatus status)
    {
        Assert.True(PlanStatusWords.TryParseBeginning(text, out var found));
        Assert.Equal(status, found);
    }

    [Fact]
    public void TryParseBeginning_Prose_IsNone() => Assert.False(PlanStatusWords.TryParseBeginning("Splněno bude až po revizi", out _));
}
