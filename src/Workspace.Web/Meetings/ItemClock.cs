namespace Workspace.Web.Meetings;

/// <summary>How long an item was under discussion, and since when its clock runs on.</summary>
public readonly record struct ItemTime(TimeSpan Used, DateTimeOffset? RunningSince);

/// <summary>Reads the items' clocks from what happened in the meeting. Adjournments do not count.</summary>
public static class ItemClock
{
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
