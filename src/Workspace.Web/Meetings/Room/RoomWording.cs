using System.Globalization;
using System.Text.Json;
using Workspace.Web.Groups.Wording;
using Workspace.Web.Localization;
using Workspace.Web.Texts.Speaking;

namespace Workspace.Web.Meetings.Room;

/// <summary>What helps to write the minutes of a meeting: those present, and the wording of its group.</summary>
internal static class RoomWording
{
    public static SheetWording Of(MeetingRoom room, WordingView wording)
    {
        var abbreviations = new Dictionary<string, string>(CommonAbbreviations.All, StringComparer.Ordinal);
        foreach (var abbreviation in wording.Abbreviations)
            abbreviations[abbreviation.Short] = abbreviation.Meaning;
        return new([.. Speakers(room).DistinctBy(s => s.Name)], [.. wording.Sentences.Select(s => s.Text)], Fields(room), abbreviations);
    }

    /// <summary>What a sentence says of the item in whose minutes it stands, whichever is being discussed.</summary>
    public static string FieldsOf(string title) => JsonSerializer.Serialize(new Dictionary<string, string> { ["bod"] = title, ["item"] = title });

    private static IEnumerable<SpeakerName> Speakers(MeetingRoom room)
    {
        var compare = StringComparer.Create(CultureInfo.GetCultureInfo("cs"), CompareOptions.None);
        var roll = room.Roll;
        var seats = roll.Seats.Where(seat => seat.IsPresent).Select(seat =>
            new SpeakerName((seat.Alternates.FirstOrDefault(a => a.Id == seat.PersonId) ?? seat.Holder)?.Name ?? "", seat.Label));
        var others = roll.Others.Where(o => !o.IsGuest || o.State is Attendance.RollState.Present or Attendance.RollState.Online)
            .Select(o => new SpeakerName(o.Name, o.Organisation));
        var labels = roll.Labels.Select(l => new SpeakerName(l.Name, l.Organisation));
        return seats.Concat(others).Where(s => s.Name.Length > 0).OrderBy(s => s.Name, compare).Concat(labels);
    }

    /// <summary>Each by a Czech and an English name, since groups write in either.</summary>
    private static Dictionary<string, string> Fields(MeetingRoom room)
    {
        var start = (room.Meeting.StartedAt ?? room.Meeting.StartsAt).In(room.Meeting.TimeZone);
        var fields = new Dictionary<string, string>();
        void Add(string czech, string english, string value) => (fields[czech], fields[english]) = (value, value);
        Add("počet", "count", room.Roll.PresentSeats.ToString(CultureInfo.InvariantCulture));
        Add("celkem", "total", room.Roll.AllSeats.ToString(CultureInfo.InvariantCulture));
        Add("číslo", "number", room.Meeting.NumberText);
        Add("datum", "date", start.ToString("d. M. yyyy", CultureInfo.InvariantCulture).Replace(' ', '\u00a0'));
        if (room.Meeting.Place is { } place)
            Add("místo", "place", place);
        return fields;
    }
}
