using System.Globalization;
using System.Text.Json;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups.Wording;
using Workspace.Web.Localization;
using Workspace.Web.People;
using Workspace.Web.Texts.Speaking;

namespace Workspace.Web.Meetings.Room;

/// <summary>What helps to write the minutes of a meeting: those present, and the wording of its group.</summary>
internal static class RoomWording
{
    public static async Task<SheetWording> ReadAsync(WorkspaceDb db, MeetingInfo meeting, Roll roll, CancellationToken cancellationToken)
    {
        var (sentences, own) = await WordingService.OfAsync(db, meeting.GroupId, cancellationToken);
        var abbreviations = new Dictionary<string, string>(CommonAbbreviations.All, StringComparer.Ordinal);
        foreach (var abbreviation in own)
            abbreviations[abbreviation.Short] = abbreviation.Meaning;
        return new([.. Speakers(roll).DistinctBy(s => s.Name)], [.. sentences.Select(s => s.Text)], Fields(meeting, roll), abbreviations);
    }

    /// <summary>What a sentence says of the item in whose minutes it stands, whichever is being discussed.</summary>
    public static string FieldsOf(string title) => JsonSerializer.Serialize(new Dictionary<string, string> { ["bod"] = title, ["item"] = title });

    private static IEnumerable<SpeakerName> Speakers(Roll roll)
    {
        var seats = roll.Seats.Where(seat => seat.IsPresent).Select(seat => new SpeakerName(seat.PersonName ?? "", seat.Label));
        var others = roll.Others.Where(o => !o.IsGuest || o.IsPresent)
            .Select(o => new SpeakerName(o.Name, o.Organisation));
        var labels = roll.Labels.Select(l => new SpeakerName(l.Name, l.Organisation));
        return seats.Concat(others).Where(s => s.Name.Length > 0).OrderBy(s => s.Name, CzechOrder.Names).Concat(labels);
    }

    /// <summary>Each by a Czech and an English name, since groups write in either.</summary>
    private static Dictionary<string, string> Fields(MeetingInfo meeting, Roll roll)
    {
        var start = (meeting.StartedAt ?? meeting.StartsAt).In(meeting.TimeZone);
        var fields = new Dictionary<string, string>();
        void Add(string czech, string english, string value) => (fields[czech], fields[english]) = (value, value);
        Add("počet", "count", roll.PresentSeats.ToString(CultureInfo.InvariantCulture));
        Add("celkem", "total", roll.AllSeats.ToString(CultureInfo.InvariantCulture));
        Add("číslo", "number", meeting.NumberText);
        Add("datum", "date", start.ToString("d. M. yyyy", CultureInfo.InvariantCulture).Replace(' ', '\u00a0'));
        if (meeting.Place is { } place)
            Add("místo", "place", place);
        return fields;
    }
}
