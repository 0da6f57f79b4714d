namespace Workspace.Web.Meetings;

/// <summary>How long an item was under discussion, and since when its clock runs on.</summary>
public readonly record struct ItemTime(TimeSpan Used, DateTimeOffset? RunningSince);

/// <summary>Reads the items' clocks from what happened in the meeting. Adjournments do not count.</summary>
public static class ItemClock
{
    /// <summary>The item under discussion at a moment; none before the start, after the end, and during an adjournment the one before it.</summary>
    /// <param name="events">Of one meeting, in order.</param>
    /// <param name="at">The moment.</param>
    public static long? ItemAt(IEnumerable<MeetingEvent> events, DateTimeOffset at)
    {
        long? current = null;
        foreach (var entry in events.TakeWhile(e => e.At <= at))
        {
            if (entry.Kind is MeetingEventKind.ItemBegan or MeetingEventKind.Reopened)
                current = entry.ItemId;
            else if (entry.Kind == MeetingEventKind.Closed)
                current = null;
        }
        return current;
    }

    /// <param name="events">Of one meeting, in order.</param>
    public static IReadOnlyDictionary<long, ItemTime> Read(IEnumerable<MeetingEvent> events)
    {
        var times = new Dictionary<long, ItemTime>();
        long? current = null;
        foreach (var entry in events)
        {
            switch (entry.Kind)
            {
                case MeetingEventKind.ItemBegan:
                    Stop(entry.At);
                    current = entry.ItemId;
                    Run(entry.At);
                    break;
                case MeetingEventKind.Adjourned or MeetingEventKind.Closed:
                    Stop(entry.At);
                    break;
                case MeetingEventKind.Resumed:
                    Run(entry.At);
                    break;
                case MeetingEventKind.Reopened:
                    current = entry.ItemId;
                    Run(entry.At);
                    break;
            }
        }
        return times;

        void Run(DateTimeOffset at)
        {
            if (current is { } item)
                times[item] = times.GetValueOrDefault(item) with { RunningSince = at };
        }

        void Stop(DateTimeOffset at)
        {
            if (current is { } item && times.TryGetValue(item, out var time) && time.RunningSince is { } since)
                times[item] = new(time.Used + (at > since ? at - since : TimeSpan.Zero), null);
        }
    }
}
