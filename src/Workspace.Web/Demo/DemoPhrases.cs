using System.Globalization;
using System.Text.RegularExpressions;

namespace Workspace.Web.Demo;

/// <summary>
/// Fills the places held open in a text, and ties dates, numbers and units by hard spaces. Days: <c>{{day+14}}</c> from the meeting and
/// <c>{{due-50}}</c> from today, both moved to a working day; <c>{{today-386}}</c> exact. <c>{{start}}</c> and <c>{{end}}</c> are the
/// meeting's hours, <c>{{in-month+90}}</c> the month in the locative. <c>{{date:key}}</c> and <c>{{no:key}}</c> speak of another meeting,
/// <c>{{plan}}</c> and <c>{{oldplan}}</c> of the plan's years.
/// </summary>
internal sealed partial class DemoPhrases(
    DemoCalendar calendar, DateTimeOffset start, DateTimeOffset? end, Func<string, (DateTimeOffset Start, string Number)> meeting)
{
    private static readonly string[] InMonth =
        ["lednu", "únoru", "březnu", "dubnu", "květnu", "červnu", "červenci", "srpnu", "září", "říjnu", "listopadu", "prosinci"];

    private readonly DateOnly _day = DateOnly.FromDateTime(start.DateTime);

    internal string Fill(string text) => Ties().Replace(Places().Replace(text, Value), "\u00a0");

    private string Value(Match place)
    {
        var offset = place.Groups["offset"].Success ? int.Parse(place.Groups["offset"].Value, CultureInfo.InvariantCulture) : 0;
        var key = place.Groups["key"].Value;
        return place.Groups["name"].Value switch
        {
            "day" => Written(DemoCalendar.WorkingDayFrom(_day.AddDays(offset))),
            "due" => Written(DemoCalendar.WorkingDayFrom(calendar.Today.AddDays(offset))),
            "today" => Written(calendar.Today.AddDays(offset)),
            "start" => Hour(start),
            "end" when end is { } closed => Hour(closed),
            "in-month" => $"{InMonth[_day.AddDays(offset).Month - 1]} {_day.AddDays(offset).Year}",
            "date" => Written(DateOnly.FromDateTime(meeting(key).Start.DateTime)),
            "no" => meeting(key).Number,
            "plan" => Years(calendar.PlanYear),
            "oldplan" => Years(calendar.PlanYear - 2),
            _ => throw new FormatException($"Unknown place {place.Value} in the demo's texts."),
        };
    }

    private static string Written(DateOnly day) => day.ToString("d.\u00a0M.\u00a0yyyy", CultureInfo.InvariantCulture);

    private static string Hour(DateTimeOffset time) => time.ToString("H.mm\u00a0'hod.'", CultureInfo.InvariantCulture);

    private static string Years(int first) => $"{first}–{first + 1}";

    [GeneratedRegex(@"\{\{(?<name>[a-z-]+?)(?:(?<offset>[+-]\d+)|:(?<key>[a-z0-9-]+))?\}\}")]
    private static partial Regex Places();

    [GeneratedRegex(
        @"(?<=č\.) (?=\d)|(?<=\d) (?=%|Kč|\d{3}\b)|(?<=\d\.?) (?=hod\.|den\b)|(?<=\bz\.) (?=[sú]\.)"
        + @"|(?<=\b(?:\p{Lu}|doc|PhDr|Mgr|Ing|Bc)\.) (?=\p{Lu}\p{Ll})")]
    private static partial Regex Ties();
}
