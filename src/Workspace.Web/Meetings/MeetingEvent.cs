using Workspace.Web.Live;

namespace Workspace.Web.Meetings;

public enum MeetingEventKind
{
    Invited, Started, ItemBegan, Adjourned, Resumed, Closed, Reopened, Cancelled,
    ItemAdded, ItemChanged, ItemRemoved, ItemRestored, ItemMoved,
}

/// <summary>What happened in a meeting, in order; only ever added to. Clocks and records of agenda changes are read from it.</summary>
public sealed class MeetingEvent : IAnnounced
{
    private MeetingEvent()
    {
    }

    public MeetingEvent(long meetingId, MeetingEventKind kind, DateTimeOffset at, long personId, long? itemId = null, string? detail = null)
    {
        MeetingId = meetingId;
        Kind = kind;
        At = at;
        PersonId = personId;
        ItemId = itemId;
        Detail = detail;
    }

    public long Id { get; private set; }

    public long MeetingId { get; private set; }

    public MeetingEventKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long PersonId { get; private set; }

    public long? ItemId { get; private set; }

    public string? Detail { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Meeting(MeetingId)];
}
