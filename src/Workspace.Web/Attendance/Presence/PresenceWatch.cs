namespace Workspace.Web.Attendance.Presence;

/// <summary>Every few seconds: says who is connected to this server, and lets the roll follow.</summary>
public sealed class PresenceWatch(ConnectedPeople people, PresenceService presence, TimeProvider time, ILogger<PresenceWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(5);

    private DateTimeOffset refreshedAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pulse = new PeriodicTimer(Pulse, time);
        while (await pulse.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Presence could not be looked after; it will be tried again");
            }
        }
    }

    /// <summary>One pulse. Who has just come is written at once, so that the roll has them back without delay.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken = default)
    {
        var (visitors, hasNews) = people.Take();
        var now = time.GetUtcNow();
        if (visitors.Count > 0 && (hasNews || now - refreshedAt >= PresenceService.Refresh))
        {
            await presence.SeeAsync(visitors, cancellationToken);
            refreshedAt = now;
        }
        await presence.SettleAsync(cancellationToken);
    }
}
