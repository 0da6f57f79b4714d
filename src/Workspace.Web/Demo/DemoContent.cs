namespace Workspace.Web.Demo;

/// <summary>
/// An invented working group with its people and meetings. Everything refers to everything else by keys, and every day counts
/// from today, so that the demo is never out of date. All is fixed but the meetings: ask for those with <see cref="At"/>.
/// </summary>
public static partial class DemoContent
{
    /// <summary>As written, in the order in which they take place within each group.</summary>
    public static IReadOnlyList<DemoMeeting> Meetings =>
    [
        DemoMeetings.First, DemoMeetings.Second, DemoMeetings.Third, DemoMeetings.Fourth, DemoMeetings.OfSubGroup,
        DemoMeetingsAhead.Live, DemoMeetingsAhead.Next,
    ];

    /// <summary>The day (in Prague) from which all days of the demo count.</summary>
    public static DateOnly Today(DateTimeOffset now) => new DemoCalendar(now).Today;

    /// <summary>The meetings as they stand at <paramref name="now"/>: times (in Prague), numbers and texts filled in.</summary>
    public static IReadOnlyList<DemoSitting> At(DateTimeOffset now) => new DemoSchedule(now).Sittings();
}
