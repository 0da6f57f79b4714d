using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds.Leading;

/// <summary>Moments of rounds in words, on the wall clock of their group.</summary>
public static class DeadlineWording
{
    /// <summary>'do středy 31. 7. 2024 (včetně)', or with the time where the deadline lies within a day (R29).</summary>
    public static string Until(this IStringLocalizer<LeadingStrings> strings, DateTimeOffset closesAt, string zone)
    {
        if (RoundDeadline.WholeDay(closesAt, zone) is { } last)
            return strings["UntilDay", strings[$"UntilWeekday_{last.DayOfWeek}"], last.Shown()];
        var day = closesAt.DayIn(zone);
        return strings["UntilMoment", strings[$"UntilWeekday_{day.DayOfWeek}"], day.Shown(), strings.Clock(closesAt, zone)];
    }

    /// <summary>'31. 7. 2024, 14.00 hod.'</summary>
    public static string Moment(this IStringLocalizer<LeadingStrings> strings, DateTimeOffset moment, string zone) =>
        strings["Moment", moment.DayIn(zone).Shown(), strings.Clock(moment, zone)];

    /// <summary>Until when a round is, was or will be open.</summary>
    /// <param name="strings">The words.</param>
    /// <param name="state">Of the round.</param>
    /// <param name="opensAt">When it opens by itself.</param>
    /// <param name="deadline">Of the round.</param>
    /// <param name="zone">Of its group.</param>
    public static string Line(this IStringLocalizer<LeadingStrings> strings, RoundState state, DateTimeOffset? opensAt, DateTimeOffset deadline, string zone) => state switch
    {
        RoundState.Prepared when opensAt is { } opens => strings["LinePreparedAlone", strings.Moment(opens, zone), strings.Until(deadline, zone)],
        RoundState.Prepared => strings["LinePrepared", strings.Until(deadline, zone)],
        RoundState.Open => strings["LineOpen", strings.Until(deadline, zone)],
        _ => strings["LineClosed", strings.Until(deadline, zone)],
    };

    private static string Clock(this IStringLocalizer<LeadingStrings> strings, DateTimeOffset moment, string zone) =>
        moment.In(zone).ToString(strings["ClockFormat"], CultureInfo.InvariantCulture);
}
