using Workspace.Web.Live;

namespace Workspace.Web.Meetings;

public enum MeetingForm { InPerson, Online, Hybrid, PerRollam }

/// <summary>States of a meeting (A4). The API writes them in lower case.</summary>
public enum MeetingState { Planned, Invited, Live, Adjourned, Closed, Cancelled }

/// <summary>One meeting of a group. Its life: planned, invited, live, adjourned and live again, closed; or cancelled.</summary>
public sealed class Meeting : IAnnounced
{
    private Meeting()
    {
    }

    public Meeting(long groupId, int year, int number, string numberText, MeetingDetails details)
    {
        GroupId = groupId;
        Year = year;
        Number = number;
        NumberText = numberText;
        Describe(details);
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    /// <summary>Number in the group's series of the year; never given twice (R26).</summary>
    public int Number { get; private set; }

    public int Year { get; private set; }

    /// <summary>The number as the rules of the day write it, for instance 02/2026.</summary>
    public string NumberText { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public string TimeZone { get; private set; } = "Europe/Prague";

    public MeetingForm Form { get; private set; }

    public string? Place { get; private set; }

    public string? OnlineLink { get; private set; }

    public MeetingState State { get; private set; }

    /// <summary>Closed or cancelled: nothing is prepared for it any more.</summary>
    public bool IsEnded => State is MeetingState.Closed or MeetingState.Cancelled;

    /// <summary>The item under discussion; everybody who follows is taken to it.</summary>
    public long? CurrentItemId { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The rules that hold for the meeting, stamped when it starts (P3); before that those of its day hold.</summary>
    public long? RulesId { get; private set; }

    /// <summary>When and about what the group meets next, as agreed: exact, a month, or a theme (M7).</summary>
    public string? NextMeeting { get; private set; }

    public bool IsOpen => State is MeetingState.Live or MeetingState.Adjourned;

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(Id), LiveTopic.Group(GroupId)];

    public void Describe(MeetingDetails details)
    {
        Title = details.Title.Trim();
        StartsAt = details.StartsAt;
        EndsAt = details.EndsAt;
        TimeZone = details.TimeZone;
        Form = details.Form;
        Place = string.IsNullOrWhiteSpace(details.Place) ? null : details.Place.Trim();
        OnlineLink = string.IsNullOrWhiteSpace(details.OnlineLink) ? null : details.OnlineLink.Trim();
    }

    public void NoteNextMeeting(string? words) => NextMeeting = string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    public bool MarkInvited() => Move(MeetingState.Invited, MeetingState.Planned);

    public bool Start(DateTimeOffset at, long rulesId, long? firstItemId)
    {
        if (!Move(MeetingState.Live, MeetingState.Planned, MeetingState.Invited))
            return false;
        StartedAt = at;
        RulesId = rulesId;
        CurrentItemId = firstItemId;
        return true;
    }

    public bool Adjourn() => Move(MeetingState.Adjourned, MeetingState.Live);

    public bool Resume() => Move(MeetingState.Live, MeetingState.Adjourned);

    public bool Close(DateTimeOffset at)
    {
        if (!Move(MeetingState.Closed, MeetingState.Live, MeetingState.Adjourned))
            return false;
        ClosedAt = at;
        CurrentItemId = null;
        return true;
    }

    /// <summary>Takes back a closing made by mistake.</summary>
    public bool Reopen(long? itemId)
    {
        if (!Move(MeetingState.Live, MeetingState.Closed))
            return false;
        ClosedAt = null;
        CurrentItemId = itemId;
        return true;
    }

    public bool Cancel() => Move(MeetingState.Cancelled, MeetingState.Planned, MeetingState.Invited);

    public void GoTo(long? itemId) => CurrentItemId = itemId;

    private bool Move(MeetingState to, params ReadOnlySpan<MeetingState> from)
    {
        if (!from.Contains(State))
            return false;
        State = to;
        return true;
    }
}

/// <summary>What is known of a meeting beforehand. <see cref="TimeZone"/> is an IANA name.</summary>
public sealed record MeetingDetails(
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string TimeZone,
    MeetingForm Form,
    string? Place,
    string? OnlineLink)
{
    public static MeetingDetails Of(Meeting meeting) =>
        new(meeting.Title, meeting.StartsAt, meeting.EndsAt, meeting.TimeZone, meeting.Form, meeting.Place, meeting.OnlineLink);

    public static MeetingDetails Of(MeetingInfo meeting) =>
        new(meeting.Title, meeting.StartsAt, meeting.EndsAt, meeting.TimeZone, meeting.Form, meeting.Place, meeting.OnlineLink);
}
