namespace Workspace.Web.Attendance.Presence;

/// <summary>A person whose browser shows, or has shown, the room of a meeting.</summary>
public readonly record struct RoomVisitor(long MeetingId, long PersonId);

/// <summary>Who is connected to this server, and to which meetings; somebody with two windows until both are gone.</summary>
public sealed class ConnectedPeople
{
    private readonly Lock gate = new();
    private readonly Dictionary<RoomVisitor, int> windows = [];
    private bool hasNews;

    public void Add(RoomVisitor visitor)
    {
        lock (gate)
        {
            windows[visitor] = windows.GetValueOrDefault(visitor) + 1;
            hasNews = true;
        }
    }

    public void Remove(RoomVisitor visitor)
    {
        lock (gate)
        {
            if (windows.TryGetValue(visitor, out var count) && count > 1)
                windows[visitor] = count - 1;
            else
                windows.Remove(visitor);
        }
    }

    /// <summary>Everybody who is connected now, and whether anybody has come since this was last asked.</summary>
    public (IReadOnlyList<RoomVisitor> Visitors, bool HasNews) Take()
    {
        lock (gate)
        {
            var had = hasNews;
            hasNews = false;
            return ([.. windows.Keys], had);
        }
    }
}
