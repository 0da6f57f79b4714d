namespace Workspace.Web.Demo;

/// <summary>Writes a roll by its exceptions: whoever is not named was present in the usual way.</summary>
internal static class DemoRoll
{
    internal static IReadOnlyList<DemoRollEntry> Of(
        DemoGroup group,
        DemoPresence usual,
        string[]? online = null,
        string[]? excused = null,
        string[]? absent = null,
        (string Seat, string Person)[]? standIns = null,
        bool standInsOnline = false,
        (string Seat, int Minutes)[]? late = null,
        (string Seat, int Minutes)[]? early = null)
    {
        var standIn = (standIns ?? []).ToDictionary(s => s.Seat, s => s.Person);
        var arrived = (late ?? []).ToDictionary(s => s.Seat, s => (int?)s.Minutes);
        var left = (early ?? []).ToDictionary(s => s.Seat, s => (int?)s.Minutes);
        return [.. group.Seats.Select(seat => new DemoRollEntry(
            seat.Key, PresenceOf(seat.Key), standIn.GetValueOrDefault(seat.Key), arrived.GetValueOrDefault(seat.Key), left.GetValueOrDefault(seat.Key)))];

        DemoPresence PresenceOf(string seat) =>
            excused?.Contains(seat) == true ? DemoPresence.Excused
            : absent?.Contains(seat) == true ? DemoPresence.Absent
            : online?.Contains(seat) == true || (standInsOnline && standIn.ContainsKey(seat)) ? DemoPresence.Online
            : usual;
    }
}
