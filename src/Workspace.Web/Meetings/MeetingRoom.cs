using Workspace.Web.Attendance;
using Workspace.Web.Groups;
using Workspace.Web.Texts.Speaking;
using Workspace.Web.Votes.PerRollam;
using Workspace.Web.Votes;

namespace Workspace.Web.Meetings;

/// <summary>An agenda item as the room shows it.</summary>
/// <param name="Id">Of the item.</param>
/// <param name="ParentId">The item of which this is a sub-item.</param>
/// <param name="Number">'2' or '2.1'; empty for a removed item.</param>
/// <param name="Level">0, or 1 for a sub-item.</param>
/// <param name="Details">Title, kind, planned minutes, presenter, background.</param>
/// <param name="State">Pending, done or removed.</param>
/// <param name="TextId">The live text of its minutes.</param>
/// <param name="Used">How long it was under discussion until the clock last stopped.</param>
/// <param name="RunningSince">Since when the clock runs on beyond <paramref name="Used"/>; null while it stands.</param>
/// <param name="Attachments">Files to read beforehand.</param>
public sealed record RoomItem(
    long Id,
    long? ParentId,
    string Number,
    int Level,
    AgendaItemDetails Details,
    AgendaItemState State,
    long TextId,
    TimeSpan Used,
    DateTimeOffset? RunningSince,
    IReadOnlyList<AttachmentInfo> Attachments)
{
    public string Title => Details.Title;

    public TimeSpan UsedAt(DateTimeOffset now) => Used + (RunningSince is { } since && now > since ? now - since : TimeSpan.Zero);
}

/// <param name="Id">Of the attachment.</param>
/// <param name="FileName">As it was uploaded.</param>
/// <param name="Length">In bytes.</param>
/// <param name="IsLate">Whether it came after the last day for materials (R6).</param>
public sealed record AttachmentInfo(long Id, string FileName, long Length, bool IsLate);

/// <summary>A meeting as its room shows it to everybody: read once per server and change, never altered.</summary>
public sealed record MeetingRoom(MeetingInfo Meeting, IReadOnlyList<RoomItem> Agenda, IReadOnlyList<RoomItem> Removed, Roll Roll, SheetWording Wording)
{
    /// <summary>Changes of the agenda while the meeting was on, in order.</summary>
    public IReadOnlyList<AgendaChange> Changes { get; init; } = [];

    /// <summary>Quorum, arrivals and departures, and what was answered beforehand.</summary>
    public required AttendanceView Attendance { get; init; }

    public Quorum Quorum => Attendance.Quorum;

    /// <summary>Who came and left while the meeting ran, the first first.</summary>
    public IReadOnlyList<MovementLine> Movements => Attendance.Movements;

    /// <summary>Votes outside a meeting that ended since the last one (R18).</summary>
    public IReadOnlyList<EndedPerRollam> PerRollam { get; init; } = [];

    public RoomItem? Current => Agenda.FirstOrDefault(item => item.Id == Meeting.CurrentItemId);

    /// <summary>When the item was put on the agenda, if that was during the meeting.</summary>
    public DateTimeOffset? AddedAt(long itemId) => Changes.FirstOrDefault(change => change.Kind == MeetingEventKind.ItemAdded && change.ItemId == itemId)?.At;
}

/// <summary>The room and what one person may do in it.</summary>
public sealed record MeetingRoomView(MeetingRoom Room, GroupStanding Standing)
{
    public bool CanLead => Standing.CanLead;

    /// <summary>May change details and agenda.</summary>
    public bool CanPrepare => Standing.CanManage && Room.Meeting.IsChangeable;

    /// <summary>May keep the roll.</summary>
    public bool CanKeepRoll => Standing.CanPrepare && Room.Meeting.State != MeetingState.Cancelled;

    public bool CanWriteMinutes => Standing.CanWriteMinutes(Room.Meeting.State);
}
