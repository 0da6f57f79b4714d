using System.Globalization;
using Workspace.Web.Groups;

namespace Workspace.Web.Demo;

/// <summary>Turns what is written into meetings of this day: numbers them in their years, times their items, fills their texts.</summary>
internal sealed class DemoSchedule
{
    private readonly DemoCalendar _calendar;
    private readonly Dictionary<string, (DateTimeOffset Start, int Number, string MinutesNumber)> _meetings = [];

    internal DemoSchedule(DateTimeOffset now)
    {
        _calendar = new(now);
        foreach (var group in DemoContent.Groups) NumberMeetings(group);
    }

    internal IReadOnlyList<DemoSitting> Sittings() => [.. DemoContent.Meetings.Select(Sitting)];

    private void NumberMeetings(DemoGroup group)
    {
        (int Year, int Number) last = default;
        foreach (var meeting in DemoContent.Meetings.Where(m => m.GroupKey == group.Key))
        {
            var start = _calendar.StartOf(meeting);
            // The vote outside a meeting has a number of the series too.
            if (meeting.Key == DemoPerRollam.Before && _calendar.Today.AddDays(-DemoPerRollam.OpenedDaysAgo).Year is var year)
                last = (year, last.Year == year ? last.Number + 1 : 1);
            // The group has met three times a year since long before the first meeting told here.
            var number = last.Year == start.Year ? last.Number + 1 : last.Year == 0 ? 1 + (start.Month - 1) / 4 : 1;
            last = (start.Year, number);
            var day = DateOnly.FromDateTime(start.DateTime).DayNumber - _calendar.Today.DayNumber;
            _meetings[meeting.Key] = (start, number, MinutesNumber.Format(group.RulesOn(day).NumberFormat, number, start.Year));
        }
    }

    private DemoSitting Sitting(DemoMeeting meeting)
    {
        var (start, number, written) = _meetings[meeting.Key];
        DateTimeOffset? end = meeting.EndedAfterMinutes is { } minutes ? start.AddMinutes(minutes) : null;
        var phrases = new DemoPhrases(_calendar, start, end, key => (_meetings[key].Start, _meetings[key].MinutesNumber));
        var texts = DemoMinutes.Read(meeting.Key);
        var items = Items(meeting.Agenda, "", start, phrases, texts);
        if (end is not null) items[^1] = items[^1] with { EndedAt = end };
        return new(meeting, number, start.Year, written, phrases.Fill(meeting.Title), start, start.AddMinutes(meeting.LengthMinutes),
            meeting.State == DemoState.Planned ? null : start, end, meeting.NextMeeting is { } words ? phrases.Fill(words) : null, items,
            [.. meeting.Votes.Select(v => v with { Question = phrases.Fill(v.Question), Wording = v.Wording is null ? null : phrases.Fill(v.Wording) })]);
    }

    /// <summary>Items take as long as planned, but for the last, which ends with the meeting.</summary>
    private static List<DemoSittingItem> Items(
        IReadOnlyList<DemoItem> agenda, string prefix, DateTimeOffset start, DemoPhrases phrases, IReadOnlyDictionary<string, string> texts)
    {
        var items = new List<DemoSittingItem>();
        var at = start;
        foreach (var item in agenda)
        {
            var number = prefix + (items.Count + 1).ToString(CultureInfo.InvariantCulture);
            var begin = at;
            at = at.AddMinutes(item.Minutes);
            items.Add(new(
                number,
                phrases.Fill(item.Title),
                item.PresenterKey,
                item.Minutes,
                item.Kind,
                item.State,
                item.Background is null ? null : phrases.Fill(item.Background),
                phrases.Fill(texts.GetValueOrDefault(number, "")),
                item.State == DemoItemState.Waiting ? null : begin,
                item.State == DemoItemState.Done ? at : null,
                Items(item.SubItems, number + ".", begin, phrases, texts)));
        }
        return items;
    }
}
