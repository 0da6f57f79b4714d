namespace Workspace.Web.Demo;

public enum DemoForm { InPerson, Online, Hybrid }

public enum DemoState { Planned, Live, Closed }

public enum DemoItemKind { Information, Discussion, Decision, Election }

public enum DemoItemState { Waiting, Current, Done }

public enum DemoPresence { InRoom, Online, Excused, Absent }

/// <summary>
/// How a seat was represented: with a stand-in, the presence is the stand-in's and the holder sent apologies. Who left early
/// was there until then.
/// </summary>
public sealed record DemoRollEntry(
    string SeatKey, DemoPresence Presence, string? StandInKey = null, int? ArrivedAfterMinutes = null, int? LeftAfterMinutes = null)
{
    public bool IsPresent => Presence is DemoPresence.InRoom or DemoPresence.Online;
}

public sealed record DemoMeetingGuest(string PersonKey, DemoPresence Presence);

/// <summary>Title and background may hold places to fill in; <see cref="DemoSchedule"/> fills them.</summary>
public sealed record DemoItem(string Title, string PresenterKey, int Minutes, DemoItemKind Kind, string? Background = null)
{
    public DemoItemState State { get; init; } = DemoItemState.Done;

    public IReadOnlyList<DemoItem> SubItems { get; init; } = [];
}

/// <summary>A meeting as written; its number, times and texts depend on today and come from <see cref="DemoContent.At"/>.</summary>
public sealed record DemoMeeting(
    string Key,
    string GroupKey,
    string Title,
    int OffsetDays,
    TimeOnly Starts,
    int LengthMinutes,
    string? Place,
    string? OnlineLink,
    DemoForm Form,
    DemoState State)
{
    public required string PresidingKey { get; init; }

    public required IReadOnlyList<string> MinuteTakerKeys { get; init; }

    public string? VerifierKey { get; init; }

    /// <summary>Minutes after the start; null until the meeting is closed.</summary>
    public int? EndedAfterMinutes { get; init; }

    /// <summary>When and about what the group meets next, as agreed; may hold places to fill in.</summary>
    public string? NextMeeting { get; init; }

    public required IReadOnlyList<DemoItem> Agenda { get; init; }

    public IReadOnlyList<DemoRollEntry> Roll { get; init; } = [];

    public IReadOnlyList<DemoMeetingGuest> Guests { get; init; } = [];

    /// <summary>Who has the floor now, and then who waits for it.</summary>
    public IReadOnlyList<string> SpeakerKeys { get; init; } = [];

    /// <summary>Those that were held in their order, then prepared ones.</summary>
    public IReadOnlyList<DemoVote> Votes { get; init; } = [];

    public IReadOnlyList<DemoTask> Tasks { get; init; } = [];
}

/// <summary>An agenda item ready to be stored. Number is "3" or, for a sub-item, "3.1"; text is Markdown and may be empty.</summary>
public sealed record DemoSittingItem(
    string Number,
    string Title,
    string PresenterKey,
    int Minutes,
    DemoItemKind Kind,
    DemoItemState State,
    string? Background,
    string Text,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<DemoSittingItem> SubItems);

/// <summary>A meeting ready to be stored: with real times, its number in the year's series, and its texts filled in.</summary>
public sealed record DemoSitting(
    DemoMeeting Meeting,
    int Number,
    int Year,
    string MinutesNumber,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset ExpectedEnd,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    string? NextMeeting,
    IReadOnlyList<DemoSittingItem> Items,
    IReadOnlyList<DemoVote> Votes);
