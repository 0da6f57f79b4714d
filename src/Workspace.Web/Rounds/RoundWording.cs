using Microsoft.Extensions.Localization;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds;

/// <summary>Deadlines of rounds in words, the same wherever they are shown.</summary>
public static class RoundWording
{
    /// <summary>'do 31. 7. 2026, 23.59 hod.', by the clock of the group.</summary>
    public static string Until(this IStringLocalizer<RoundStrings> strings, DateTimeOffset closesAt, string zone) =>
        strings["UntilDeadline", RoundDeadline.LastMinute(closesAt, zone).In(zone)];

    /// <summary>'Zbývají 3 dny 4 hodiny': time as it passes, which no change of clocks and no time zone touches. A day is 24 hours.</summary>
    public static string Left(this IStringLocalizer<RoundStrings> strings, TimeSpan left) =>
        left <= TimeSpan.Zero ? strings["DeadlinePassed"]
        : left.Days > 0 ? strings.Count("LeftDays", left.Days, left.Hours > 0 ? " " + strings.Count("HoursMore", left.Hours) : "")
        : left.Hours > 0 ? strings.Count("LeftHours", left.Hours, left.Minutes > 0 ? " " + strings.Count("MinutesMore", left.Minutes) : "")
        : left.Minutes > 0 ? strings.Count("LeftMinutes", left.Minutes)
        : strings["LeftSeconds"];
}
