namespace Workspace.Web.Meetings;

/// <summary>A change of the agenda while the meeting was on.</summary>
/// <param name="Kind">ItemAdded and the others of an item.</param>
/// <param name="At">When.</param>
/// <param name="By">Who changed it.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Detail">The title, or what it was and is.</param>
public sealed record AgendaChange(MeetingEventKind Kind, DateTimeOffset At, string By, long? ItemId, string Detail)
{
    public static bool IsOne(MeetingEventKind kind) => kind is MeetingEventKind.ItemAdded or MeetingEventKind.ItemChanged
        or MeetingEventKind.ItemRemoved or MeetingEventKind.ItemRestored or MeetingEventKind.ItemMoved;
}
