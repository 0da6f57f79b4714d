namespace Workspace.Web.Demo;

/// <summary>Puts the demo's offsets on real days: meetings on Tuesdays to Thursdays, deadlines on working days.</summary>
internal sealed class DemoCalendar
{
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    internal DemoCalendar(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Prague);
        Today = DateOnly.FromDateTime(local.DateTime);
        LiveStart = Quarter(local.AddMinutes(-40));
    }

    internal DateOnly Today { get; }

    /// <summary>The quarter of an hour nearest to forty minutes ago.</summary>
    internal DateTimeOffset LiveStart { get; }

    /// <summary>Two years from the one that lies two months ahead, so that a plan is never drafted for a year that ends.</summary>
    internal int PlanYear => Today.AddDays(60).Year;

    internal DateTimeOffset StartOf(DemoMeeting meeting)
    {
        if (meeting.State == DemoState.Live) return LiveStart;

        var day = Today.AddDays(meeting.OffsetDays);
        while (day.DayOfWeek is < DayOfWeek.Tuesday or > DayOfWeek.Thursday || IsHoliday(day)) day = day.AddDays(-1);
        var local = day.ToDateTime(meeting.Starts);
        return new(local, Prague.GetUtcOffset(local));
    }

    internal static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsHoliday(day)) day = day.AddDays(1);
        return day;
    }

    private static DateTimeOffset Quarter(DateTimeOffset time)
    {
        var minutes = (int)Math.Round(time.TimeOfDay.TotalMinutes / 15, MidpointRounding.AwayFromZero) * 15;
        return new DateTimeOffset(time.Date, time.Offset).AddMinutes(minutes);
    }

    /// <summary>Public holidays of fixed date, and the days around Christmas when nobody meets.</summary>
    private static bool IsHoliday(DateOnly day) => (day.Month, day.Day) is
        (1, <= 3) or (5, 1) or (5, 8) or (7, 5) or (7, 6) or (9, 28) or (10, 28) or (11, 17) or (12, >= 22);
}
