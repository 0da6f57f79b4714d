namespace Workspace.Web.Meetings;

/// <summary>A line in the list of a group's meetings.</summary>
public sealed record MeetingSummary(
    long Id, string NumberText, int Year, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone, MeetingForm Form, string? Place, MeetingState State);

/// <summary>A group's meetings as one looks for them. Cancelled ones stay among the coming until their day is over.</summary>
public sealed record MeetingList(
    long GroupId,
    string GroupName,
    string GroupShortName,
    string TimeZone,
    bool CanPrepare,
    IReadOnlyList<MeetingSummary> Live,
    IReadOnlyList<MeetingSummary> Upcoming,
    IReadOnlyList<MeetingSummary> Past);

/// <summary>A meeting and the group's lines that its documents carry.</summary>
public sealed record MeetingInfo(
    long Id,
    long GroupId,
    string GroupName,
    string GroupShortName,
    string? ParentBody,
    string? HeadingLine,
    string? FooterLine,
    int Year,
    int Number,
    string NumberText,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string TimeZone,
    MeetingForm Form,
    string? Place,
    string? OnlineLink,
    MeetingState State,
    DateTimeOffset? StartedAt,
    DateTimeOffset? ClosedAt,
    long? CurrentItemId,
    long? RulesId,
    string? NextMeeting)
{
    public MeetingDetails Details => new(Title, StartsAt, EndsAt, TimeZone, Form, Place, OnlineLink);

    /// <summary>Whether its details and agenda may still be changed.</summary>
    public bool IsChangeable => State is not (MeetingState.Closed or MeetingState.Cancelled);
}
