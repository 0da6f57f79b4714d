namespace Workspace.Web.Meetings;

/// <summary>How far a meeting is behind its plan, and for how long that stays so before it grows with every minute.</summary>
/// <param name="Behind">Negative where it is ahead.</param>
/// <param name="Hold">The rest of the time planned for what is under discussion.</param>
public readonly record struct MeetingPace(TimeSpan Behind, TimeSpan Hold)
{
    /// <summary>
    /// Compares the time since the planned start with the planned time of what has been discussed. An item and its
    /// sub-items are planned together; what has no planned time is as long as it takes. Null where nothing is planned,
    /// and while the meeting is not on.
    /// </summary>
    public static MeetingPace? Of(MeetingRoom room, DateTimeOffset now)
    {
        if (room.Meeting.State is not (MeetingState.Live or MeetingState.Adjourned) || room.Agenda.All(item => item.Details.PlannedMinutes is null))
            return null;
        var (earned, hold) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var family in Families(room.Agenda))
        {
            var used = family.Aggregate(TimeSpan.Zero, (sum, item) => sum + item.UsedAt(now));
            var isCurrent = family.Exists(item => item.Id == room.Meeting.CurrentItemId);
            var isDone = !isCurrent && family.TrueForAll(item => item.State == AgendaItemState.Done);
            if (PlannedOf(family) is not { } planned)
            {
                earned += used;
                if (isCurrent)
                    hold = TimeSpan.MaxValue;
                continue;
            }
            earned += isDone || used > planned ? planned : used;
            if (isCurrent && used < planned)
                hold = planned - used;
        }
        // What stands still earns nothing.
        if (room.Meeting.State == MeetingState.Adjourned)
            hold = TimeSpan.Zero;
        return new(now - room.Meeting.StartsAt - earned, hold);
    }

    private static IEnumerable<List<RoomItem>> Families(IReadOnlyList<RoomItem> agenda) =>
        agenda.GroupBy(item => item.ParentId ?? item.Id).Select(family => family.ToList());

    private static TimeSpan? PlannedOf(List<RoomItem> family)
    {
        var minutes = family.Find(item => item.ParentId is null)?.Details.PlannedMinutes ?? family.Sum(item => item.Details.PlannedMinutes);
        return minutes is > 0 and { } planned ? TimeSpan.FromMinutes(planned) : null;
    }
}
