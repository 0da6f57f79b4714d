using Workspace.Web.Live;

namespace Workspace.Web.Attendance.Presence;

/// <summary>Every few seconds: says who is connected to this server, and lets the roll follow.</summary>
public sealed class PresenceWatch(ConnectedPeople people, PresenceService presence, TimeProvider time, ILogger<PresenceWatch> log)
    : PulsingService(TimeSpan.FromSeconds(5), time, log)
{
    private DateTimeOffset refreshedAt = DateTimeOffset.MinValue;

    /// <summary>One pulse. Who has just come is written at once, so that the roll has them back without delay.</summary>
    public override async Task BeatAsync(CancellationToken cancellationToken = default)
    {
        var (visitors, hasNews) = people.Take();
        var now = Time.GetUtcNow();
        if (visitors.Count > 0 && (hasNews || now - refreshedAt >= PresenceService.Refresh))
        {
            await presence.SeeAsync(visitors, cancellationToken);
            refreshedAt = now;
        }
        await presence.SettleAsync(cancellationToken);
    }
}
