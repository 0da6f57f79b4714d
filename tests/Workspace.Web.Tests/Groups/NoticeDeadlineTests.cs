using Workspace.Web.Groups;

namespace Workspace.Web.Tests.Groups;

public sealed class NoticeDeadlineTests
{
    [Theory]
    [InlineData("2024-06-03", 10, "2024-05-24")]
    [InlineData("2024-06-03", 15, "2024-05-19")]
    [InlineData("2024-06-03", 0, "2024-06-03")]
    [InlineData("2024-03-05", 10, "2024-02-24")]
    [InlineData("2025-01-05", 10, "2024-12-26")]
    public void R5_CalendarDays_AreCountedBackFromTheMeeting(string meeting, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), NoticeDeadline.LatestDay(DateOnly.Parse(meeting), days, inWorkingDays: false));

    [Theory]
    [InlineData("2024-06-03", 1, "2024-05-31")]
    [InlineData("2024-06-03", 5, "2024-05-27")]
    [InlineData("2024-06-03", 10, "2024-05-20")]
    [InlineData("2024-06-03", 0, "2024-06-03")]
    // 1 and 8 May 2024 were Wednesdays.
    [InlineData("2024-05-10", 3, "2024-05-06")]
    [InlineData("2024-05-10", 8, "2024-04-26")]
    // Easter of 2024: Good Friday 29 March, Easter Monday 1 April.
    [InlineData("2024-04-02", 1, "2024-03-28")]
    // Christmas 2024: 24 to 26 December; New Year's Day a Wednesday.
    [InlineData("2025-01-02", 1, "2024-12-31")]
    [InlineData("2025-01-02", 5, "2024-12-20")]
    // 5 July 2024 was a Friday, 6 July a Saturday.
    [InlineData("2024-07-08", 1, "2024-07-04")]
    // Good Friday was a working day until 2015.
    [InlineData("2015-04-07", 1, "2015-04-03")]
    public void R5_WorkingDays_LeaveOutWeekEndsAndHolidays(string meeting, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), NoticeDeadline.LatestDay(DateOnly.Parse(meeting), days, inWorkingDays: true));

    [Theory]
    [InlineData(1818, "1818-03-22")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2019, "2019-04-21")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_FallsAsTheTablesSay(int year, string expected) => Assert.Equal(DateOnly.Parse(expected), CzechHolidays.EasterSunday(year));

    [Fact]
    public void Easter_IsASundayBetween22MarchAnd25April()
    {
        for (var year = 1900; year < 2200; year++)
        {
            var easter = CzechHolidays.EasterSunday(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new(year, 3, 22), new(year, 4, 25));
        }
    }

    [Fact]
    public void AYear_HasThirteenHolidays()
    {
        var days = Enumerable.Range(0, 366).Select(i => new DateOnly(2024, 1, 1).AddDays(i)).Where(CzechHolidays.Contains).ToList();
        Assert.Equal(13, days.Count);
        Assert.Contains(new(2024, 9, 28), days);
        Assert.Contains(new(2024, 11, 17), days);
    }
}
