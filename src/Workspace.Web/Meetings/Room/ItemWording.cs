using Microsoft.Extensions.Localization;

namespace Workspace.Web.Meetings.Room;

internal static class ItemWording
{
    /// <summary>The clock of an item that is or was under discussion; none before.</summary>
    public static MinutesClock? ClockOf(RoomItem item, DateTimeOffset now, IStringLocalizer<RoomStrings> strings)
    {
        var used = item.UsedAt(now);
        if (item.RunningSince is null && used < TimeSpan.FromMinutes(1))
            return null;
        return item.Details.PlannedMinutes is { } planned
            ? new(used, item.RunningSince is not null, strings["MinutesUsed", "{0}", planned]) { Planned = planned, Over = strings["OverPlan", "{0}"] }
            : new(used, item.RunningSince is not null, strings["MinutesUnplanned", "{0}"]);
    }
}
