using Workspace.Web.Localization;

namespace Workspace.Web.Rounds;

/// <summary>Deadlines of rounds: the first moment that is too late. A date alone means the end of that day (R29).</summary>
public static class RoundDeadline
{
    /// <summary>The end of a day, in Prague where no zone is given.</summary>
    public static DateTimeOffset EndOfDay(DateOnly day, string zone = GroupCalendar.DefaultZone) => day.AddDays(1).At(TimeOnly.MinValue, zone);

    /// <summary>The day whose end the deadline is: 'until 31 July, included'. Null where it lies within a day.</summary>
    public static DateOnly? WholeDay(DateTimeOffset closesAt, string zone)
    {
        var last = closesAt.AddTicks(-1).DayIn(zone);
        return EndOfDay(last, zone) == closesAt ? last : null;
    }

    /// <summary>As it is shown: 'until 31 July 23:59' is understood, 'until 1 August 0:00' is not.</summary>
    public static DateTimeOffset LastMinute(DateTimeOffset closesAt, string zone) => WholeDay(closesAt, zone) is null ? closesAt : closesAt.AddMinutes(-1);

    public static DateTimeOffset ToMinute(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
