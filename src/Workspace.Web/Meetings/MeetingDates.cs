using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings;

/// <summary>A meeting's day and times on the wall clock of its zone, as the reader's language writes them.</summary>
public static class MeetingDates
{
    public static string Day(this IStringLocalizer<MeetingStrings> strings, DateTimeOffset moment, string zone) => Format(strings, "DayFormat", moment, zone);

    /// <summary>With the day of the week.</summary>
    public static string LongDay(this IStringLocalizer<MeetingStrings> strings, DateTimeOffset moment, string zone) => Format(strings, "LongDayFormat", moment, zone);

    /// <summary>'10:00–12:00'.</summary>
    public static string Times(this IStringLocalizer<MeetingStrings> strings, DateTimeOffset from, DateTimeOffset to, string zone) =>
        $"{Format(strings, "TimeFormat", from, zone)}–{Format(strings, "TimeFormat", to, zone)}";

    private static string Format(IStringLocalizer strings, string format, DateTimeOffset moment, string zone) =>
        moment.In(zone).ToString(strings[format], CultureInfo.CurrentUICulture);
}
