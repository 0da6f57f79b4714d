using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Workspace.Web.Attendance.Presence;

/// <summary>
/// Tells of one browser window whether it is connected. Who has been in a room counts as connected to its meeting until
/// the connection ends, whatever page of the program they turn to.
/// </summary>
public sealed class CircuitPresence(ConnectedPeople people) : CircuitHandler
{
    private readonly HashSet<RoomVisitor> visited = [];
    private bool isUp;

    public void Enter(long meetingId, long personId)
    {
        RoomVisitor visitor = new(meetingId, personId);
        if (personId != 0 && visited.Add(visitor) && isUp)
            people.Add(visitor);
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!isUp)
        {
            foreach (var visitor in visited)
                people.Add(visitor);
        }
        isUp = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => End();

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => End();

    private Task End()
    {
        if (isUp)
        {
            foreach (var visitor in visited)
                people.Remove(visitor);
        }
        isUp = false;
        return Task.CompletedTask;
    }
}
