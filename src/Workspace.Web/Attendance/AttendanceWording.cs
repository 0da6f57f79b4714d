using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Attendance.Sheet;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>Attendance in words for the minutes, always from the record. Nouns instead of verbs, which would need the person's gender.</summary>
public sealed class AttendanceWording(IStringLocalizer<RollStrings> strings)
{
    /// <summary>Arrivals and departures while an item was discussed: '10:42 Odchod: Petr Novák (přítomno 12 z 23, usnášeníschopní)'.</summary>
    /// <param name="room">The meeting.</param>
    /// <param name="itemId">One of its items.</param>
    /// <param name="culture">The language of the minutes.</param>
    /// <returns>In order; none where nobody came or left.</returns>
    public IReadOnlyList<string> MovementsDuring(MeetingRoom room, long itemId, CultureInfo culture) => Cultures.In(culture, () =>
    {
        var lines = new List<string>();
        var movements = room.Movements.Where(m => m.Movement.ItemId == itemId).ToList();
        while (movements.Count > 0)
        {
            var (clock, kind) = (Clock(room, movements[0]), movements[0].Movement.Kind);
            var together = movements.TakeWhile(m => Clock(room, m) == clock && m.Movement.Kind == kind).ToList();
            lines.Add($"{clock} {strings[kind.ToString(), string.Join(", ", together.Select(NameOf))]} ({Quorum(together[^1])})");
            movements.RemoveRange(0, together.Count);
        }
        return lines;
    });

    /// <summary>The whole list for the annex, each with how and when they took part.</summary>
    public IReadOnlyList<string> Everybody(MeetingRoom room, CultureInfo culture) => Cultures.In(culture, () => room.Attendance.Lines.Where(l => l.State is not null).Select(line =>
    {
        var who = line.Person.Organisation is { Length: > 0 } organisation ? $"{line.Person.Name}, {organisation}" : line.Person.Name;
        var times = string.Join(", ", line.Person.Times.Select(i => Clock(room, i.From) + "–" + (i.To is { } to ? Clock(room, to) : "")));
        return $"{who}: {AttendanceSheet.HowOf(line, strings)}{(times.Length > 0 ? $", {times}" : "")}";
    }).ToList());

    private string NameOf(MovementLine line) => line.Movement.Cause == RollCause.ConnectionLost ? $"{line.Name} ({strings["ConnectionLost"]})" : line.Name;

    private string Quorum(MovementLine line)
    {
        var quorum = line.Movement.Quorum;
        return $"{strings.Count("PresentCount", quorum.Present, quorum.Members)}, {strings[quorum.Holds ? "Quorate" : "NotQuorate"]}";
    }

    private static string Clock(MeetingRoom room, MovementLine line) => Clock(room, line.Movement.At);

    private static string Clock(MeetingRoom room, DateTimeOffset at) => at.In(room.Meeting.TimeZone).ToString("t", CultureInfo.CurrentCulture);
}
