namespace Workspace.Web.Groups;

/// <summary>The latest day on which the invitation to a meeting may go out (R5).</summary>
public static class NoticeDeadline
{
    /// <param name="meetingDay">The day of the meeting, which does not count itself.</param>
    /// <param name="days">Days of notice, 0 or more; 0 is the day of the meeting.</param>
    /// <param name="inWorkingDays">Whether week-ends and Czech public holidays do not count.</param>
    public static DateOnly LatestDay(DateOnly meetingDay, int days, bool inWorkingDays)
    {
        if (!inWorkingDays)
            return meetingDay.AddDays(-days);
        var day = meetingDay;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(-1);
            if (CzechHolidays.IsWorkingDay(day))
                left--;
        }
        return day;
    }

    public static DateOnly LatestDay(DateOnly meetingDay, RulesValues rules) => LatestDay(meetingDay, rules.NoticeDays, rules.NoticeInWorkingDays);
}
