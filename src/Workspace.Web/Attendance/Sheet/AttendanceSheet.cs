using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance.Sheet;

/// <summary>The attendance list as it is printed: lines above a table.</summary>
/// <param name="Culture">Its language.</param>
/// <param name="FileName">Without an ending.</param>
/// <param name="Lines">The title first.</param>
/// <param name="Columns">Their titles; the last is for signatures.</param>
/// <param name="Rows">Cells by columns.</param>
public sealed record AttendanceSheet(
    CultureInfo Culture, string FileName, IReadOnlyList<string> Lines, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <param name="room">The meeting.</param>
    /// <param name="isFull">Whether functions and times are told as well, not names and organisations alone.</param>
    /// <param name="strings">In whose language it is written.</param>
    public static AttendanceSheet Of(MeetingRoom room, bool isFull, IStringLocalizer<RollStrings> strings)
    {
        var culture = CultureInfo.CurrentUICulture;
        var meeting = room.Meeting;
        var start = (meeting.StartedAt ?? meeting.StartsAt).In(meeting.TimeZone);
        var end = meeting.ClosedAt?.In(meeting.TimeZone);
        var time = start.ToString("t", culture) + (end is { } closed ? "–" + closed.ToString("t", culture) : "");
        string[] lines =
        [
            strings["SheetTitle"],
            $"{meeting.GroupName} – {meeting.Title}",
            string.Join(" · ", new[] { strings["SheetMeeting", meeting.NumberText], $"{start.ToString("d. M. yyyy", culture).Replace(' ', '\u00a0')}, {time}", meeting.Place ?? "" }.Where(part => part.Length > 0)),
            .. room.Roll.IsKept ? new[] { strings.Count("Count", room.Quorum.Present, room.Quorum.Members) } : [],
        ];
        string[] columns = isFull
            ? [strings["ColumnNumber"], strings["ColumnName"], strings["ColumnOrganisation"], strings["ColumnFunction"], strings["ColumnHow"], strings["ColumnArrived"], strings["ColumnLeft"], strings["ColumnSignature"]]
            : [strings["ColumnNumber"], strings["ColumnName"], strings["ColumnOrganisation"], strings["ColumnSignature"]];
        return new(culture, FileNameOf(meeting, culture), lines, columns, [.. room.Attendance.Lines.Select((line, at) => Row(line, at + 1))]);

        string[] Row(RollLine line, int number)
        {
            var person = line.Person;
            string[] first = [number.ToString(culture), person.Name, person.Organisation ?? ""];
            return isFull ? [.. first, FunctionOf(line, strings), HowOf(line, strings), Times(i => i.From), Times(i => i.To), ""] : [.. first, ""];

            string Times(Func<RollInterval, DateTimeOffset?> of) =>
                string.Join(", ", person.Times.Select(of).OfType<DateTimeOffset>().Select(at => at.In(meeting.TimeZone).ToString("t", culture)));
        }
    }

    /// <summary>In the room or online and for whom; excused or absent; nothing where nothing was marked.</summary>
    public static string HowOf(RollLine line, IStringLocalizer<RollStrings> strings)
    {
        if (line.State is not { } state)
            return "";
        var how = state switch
        {
            RollState.Present => strings["HowInRoom"],
            RollState.Online => strings["Online"],
            RollState.Excused => strings["Excused"],
            _ => strings["Absent"],
        };
        return line.Person.StandsInFor is { } holder ? $"{how} ({strings["StandsInFor", holder]})" : how;
    }

    private static string FunctionOf(RollLine line, IStringLocalizer<RollStrings> strings)
    {
        var offices = line.Person.Offices.Select(office => strings[$"Office_{office}"].Value);
        var words = offices.Append(line.Person.Function ?? "").Append(line.IsGuest ? strings["Guest"].Value : "").Where(word => word.Length > 0);
        return string.Join(", ", words);
    }

    private static string FileNameOf(MeetingInfo meeting, CultureInfo culture)
    {
        var number = string.Concat(meeting.NumberText.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        return $"{(culture.TwoLetterISOLanguageName == "cs" ? "prezencni-listina" : "attendance")}-{number}";
    }
}
