using System.Globalization;
using Workspace.Web.Plans;

namespace Workspace.Web.Tests.Plans;

public class PlanDeadlineTests
{
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("průběžně do 12/2027", "2027-12-31")]
    [InlineData("Průběžně\ndo 12 / 2027", "2027-12-31")]
    [InlineData("průběžně \u00a0do 2 / 2028", "2028-02-29")]
    [InlineData("průběžně, nejpozději do 31. 3. 2026", "2026-03-31")]
    [InlineData("průběžně (do konce roku 2025)", "2025-12-31")]
    [InlineData("do 6/2026 průběžně", "2026-06-30")]
    [InlineData("continuously until 12/2027", "2027-12-31")]
    [InlineData("ongoing to December 2027", "2027-12-31")]
    [InlineData("1/2024 – 12/2025", "2025-12-31")]
    [InlineData("2024-2027", "2027-12-31")]
    [InlineData("od 3/2024 do 9/2025", "2025-09-30")]
    [InlineData("průběžně", null)]
    [InlineData("průběžně od 1/2025", null)]
    [InlineData("každoročně", null)]
    public void Parse_WhatGoesOn_IsContinuousUntilItsEnd(string text, string? until) => Check(text, DeadlineKind.Continuous, until);

    [Theory]
    [InlineData("12/2024", "2024-12-31")]
    [InlineData("7 / 2025", "2025-07-31")]
    [InlineData("12 /2023", "2023-12-31")]
    [InlineData("01 / 2024", "2024-01-31")]
    [InlineData("12/24", "2024-12-31")]
    [InlineData("2/2023", "2023-02-28")]
    [InlineData("2024-06", "2024-06-30")]
    [InlineData("do 6/2024", "2024-06-30")]
    [InlineData("do konce roku 2025", "2025-12-31")]
    [InlineData("2025", "2025-12-31")]
    [InlineData("v roce 2026", "2026-12-31")]
    [InlineData("prosinec 2027", "2027-12-31")]
    [InlineData("do konce června 2026", "2026-06-30")]
    [InlineData("v měsíci září 2024", "2024-09-30")]
    [InlineData("IX/2024", "2024-09-30")]
    [InlineData("XII.24", "2024-12-31")]
    [InlineData("Q3 2025", "2025-09-30")]
    [InlineData("4. čtvrtletí 2025", "2025-12-31")]
    [InlineData("IV. Q 2025", "2025-12-31")]
    [InlineData("1. pololetí 2026", "2026-06-30")]
    [InlineData("end of 2025", "2025-12-31")]
    [InlineData("by June 2026", "2026-06-30")]
    public void Parse_AMonth_EndsWithItsLastDay(string text, string until) => Check(text, DeadlineKind.Month, until);

    [Theory]
    [InlineData("11. 6. 2024", "2024-06-11")]
    [InlineData("31.7. 2024", "2024-07-31")]
    [InlineData("30.6. 2024", "2024-06-30")]
    [InlineData("27.6.2024", "2024-06-27")]
    [InlineData("12.6. 2024", "2024-06-12")]
    [InlineData("do\u00a031.\u00a07.\u00a02024", "2024-07-31")]
    [InlineData("do 31. července 2024", "2024-07-31")]
    [InlineData("2024-07-31", "2024-07-31")]
    [InlineData("by 31 July 2024", "2024-07-31")]
    [InlineData("July 31, 2024", "2024-07-31")]
    [InlineData("31/7/2024", "2024-07-31")]
    public void Parse_ADate_IsThatDay(string text, string until) => Check(text, DeadlineKind.Date, until);

    [Theory]
    [InlineData("po přijetí zákona")]
    [InlineData("do příštího jednání")]
    [InlineData("13/2024")]
    [InlineData("31. 2. 2024")]
    [InlineData("průběžně podle potřeby obcí")]
    [InlineData("6 měsíců od schválení")]
    public void Parse_OtherWords_AreACondition(string text) => Check(text, DeadlineKind.Condition, null);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("---")]
    [InlineData("???")]
    [InlineData(" – ")]
    public void Parse_Nothing_IsNone(string? text) => Assert.Equal(PlanDeadline.None, PlanDeadline.Parse(text));

    [Fact]
    public void Parse_KeepsWhatIsWritten_OnOneLine() => Assert.Equal("průběžně do 12 / 2027", PlanDeadline.Parse("průběžně\u00a0\ndo 12 / 2027").Text);

    [Theory]
    [InlineData("12/2024", "2024-12-31", false)]
    [InlineData("12/2024", "2025-01-01", true)]
    [InlineData("31. 7. 2024", "2024-07-31", false)]
    [InlineData("31. 7. 2024", "2024-08-01", true)]
    [InlineData("průběžně do 12/2027", "2027-12-31", false)]
    [InlineData("průběžně do 12/2027", "2028-01-01", true)]
    [InlineData("průběžně", "2099-01-01", false)]
    [InlineData("po přijetí zákona", "2099-01-01", false)]
    [InlineData("", "2099-01-01", false)]
    public void IsOverdue_OnlyAfterTheLastDay(string text, string today, bool isOverdue) => Assert.Equal(isOverdue, PlanDeadline.Parse(text).IsOverdue(Day(today)));

    [Fact]
    public void CompareTo_SortsByDay_ThenByHowSureItIs()
    {
        string[] sorted = ["6/2024", "31. 12. 2024", "12/2024", "průběžně do 12/2024", "průběžně do 12/2027", "průběžně", "po přijetí zákona", ""];
        Assert.Equal(sorted, sorted.Reverse().Select(PlanDeadline.Parse).Order().Select(deadline => deadline.Text));
    }

    [Fact]
    public void Of_WhatIsMade_ReadsAsTheSame() => Assert.All(
        (PlanDeadline[])[PlanDeadline.OfMonth(2024, 2), PlanDeadline.OfDate(new(2024, 7, 31))], deadline => Assert.Equal(deadline, PlanDeadline.Parse(deadline.Text)));

    private static void Check(string text, DeadlineKind kind, string? until)
    {
        var deadline = PlanDeadline.Parse(text);
        Assert.Equal((kind, until), (deadline.Kind, deadline.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
