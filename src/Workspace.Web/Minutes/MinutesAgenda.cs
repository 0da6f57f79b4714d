using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Minutes;

/// <summary>
/// How the agenda came out of the meeting against how it went in. What was done and undone is not printed; every step
/// stays in the meeting's record.
/// </summary>
internal static class MinutesAgenda
{
    public static IEnumerable<MinutesAgendaChange> ChangesOf(MeetingRoom room)
    {
        var changes = room.Changes.Where(change => change.ItemId is not null).GroupBy(change => change.ItemId!.Value).ToDictionary(steps => steps.Key, steps => steps.ToList());
        foreach (var item in room.Agenda.Concat(room.Removed))
        {
            if (changes.TryGetValue(item.Id, out var steps) && KindOf(item, steps) is { } kind)
                yield return new(kind, item.Number, item.Title, TimeOnly.FromDateTime(steps[^1].At.In(room.Meeting.TimeZone).DateTime));
        }
    }

    private static MinutesAgendaChangeKind? KindOf(RoomItem item, List<AgendaChange> steps)
    {
        // Its first appearance or disappearance says how it stood when the meeting began.
        var first = steps.Find(step => step.Kind is MeetingEventKind.ItemAdded or MeetingEventKind.ItemRemoved or MeetingEventKind.ItemRestored)?.Kind;
        var wasThere = first is null or MeetingEventKind.ItemRemoved;
        var isThere = item.State != AgendaItemState.Removed;
        return (wasThere, isThere) switch
        {
            (false, true) => MinutesAgendaChangeKind.Added,
            (true, false) => MinutesAgendaChangeKind.Removed,
            (true, true) when steps.Exists(step => step.Kind == MeetingEventKind.ItemMoved) => MinutesAgendaChangeKind.Moved,
            (true, true) when steps.Exists(step => step.Kind == MeetingEventKind.ItemChanged && step.Detail.EndsWith($" → {item.Title}", StringComparison.Ordinal)) => MinutesAgendaChangeKind.Renamed,
            _ => null,
        };
    }
}
