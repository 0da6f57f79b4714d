namespace Workspace.Web.Localization;

/// <summary>Days and clock times as people of a time zone see them.</summary>
public static class GroupCalendar
{
    public const string DefaultZone = "Europe/Prague";

    /// <summary>The moment shown on the wall clock of the zone, with its offset.</summary>
    public static DateTimeOffset In(this DateTimeOffset moment, string zone) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));

    public static DateOnly DayIn(this DateTimeOffset moment, string zone) => DateOnly.FromDateTime(moment.In(zone).DateTime);

    /// <summary>Today in the zone of Czech groups, for what belongs to no one group.</summary>
    public static DateOnly Today(this TimeProvider time) => time.GetUtcNow().DayIn(DefaultZone);

    /// <summary>
    /// The moment of a wall clock time. A time that the change to summer time skips is moved on by an hour;
    /// of a time that occurs twice in autumn the first is meant.
    /// </summary>
    public static DateTimeOffset At(this DateOnly day, TimeOnly clock, string zone)
    {
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = day.ToDateTime(clock);
        if (rules.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = rules.IsAmbiguousTime(local) ? rules.GetAmbiguousTimeOffsets(local).Max() : rules.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
