namespace Workspace.Web.Groups;

/// <summary>Public holidays by Act 245/2000, with Good Friday, which became one in 2016.</summary>
public static class CzechHolidays
{
    private const int GoodFridaySince = 2016;

    private static readonly HashSet<(int Month, int Day)> Fixed =
        [(1, 1), (5, 1), (5, 8), (7, 5), (7, 6), (9, 28), (10, 28), (11, 17), (12, 24), (12, 25), (12, 26)];

    public static bool Contains(DateOnly day)
    {
        if (Fixed.Contains((day.Month, day.Day)))
            return true;
        var easter = EasterSunday(day.Year);
        return day == easter.AddDays(1) || (day == easter.AddDays(-2) && day.Year >= GoodFridaySince);
    }

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Contains(day);

    /// <summary>Easter of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Jones, Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new(year, n / 31, (n % 31) + 1);
    }
}
