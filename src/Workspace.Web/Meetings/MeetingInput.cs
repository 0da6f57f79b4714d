using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings;

/// <summary>A meeting's details as a form has them: a day and clock times of the group's zone.</summary>
public sealed class MeetingInput
{
    public string Title { get; set; } = "";

    public DateOnly? Day { get; set; }

    /// <summary>The day of the deadline of a vote per rollam; any other meeting ends on its day.</summary>
    public DateOnly? LastDay { get; set; }

    public TimeOnly? Starts { get; set; } = new(10, 0);

    public TimeOnly? Ends { get; set; } = new(12, 0);

    public MeetingForm Form { get; set; }

    public string? Place { get; set; }

    public string? OnlineLink { get; set; }

    public static MeetingInput Of(MeetingInfo meeting) => new()
    {
        Title = meeting.Title,
        Day = meeting.StartsAt.DayIn(meeting.TimeZone),
        LastDay = meeting.EndsAt.DayIn(meeting.TimeZone),
        Starts = TimeOnly.FromDateTime(meeting.StartsAt.In(meeting.TimeZone).DateTime),
        Ends = TimeOnly.FromDateTime(meeting.EndsAt.In(meeting.TimeZone).DateTime),
        Form = meeting.Form,
        Place = meeting.Place,
        OnlineLink = meeting.OnlineLink,
    };

    public Outcome<MeetingDetails> Read(string zone)
    {
        if (Day is not { } day)
            return new Refusal("MeetingDateMissing");
        if (Starts is not { } starts || Ends is not { } ends)
            return new Refusal("MeetingTimeMissing");
        var details = new MeetingDetails(Title, day.At(starts, zone), (Form == MeetingForm.PerRollam ? LastDay ?? day : day).At(ends, zone), zone, Form, Place, OnlineLink);
        return DetailsCheck.Of(details) is { } refusal ? refusal : details;
    }
}
