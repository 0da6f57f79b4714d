namespace Workspace.Web.Live;

/// <summary>Does something every few seconds for as long as the server runs. A fault is logged, and the next pulse tries again.</summary>
public abstract class PulsingService(TimeSpan pulse, TimeProvider time, ILogger log) : BackgroundService
{
    protected TimeProvider Time => time;

    protected ILogger Log => log;

    /// <summary>One pulse.</summary>
    public abstract Task BeatAsync(CancellationToken cancellationToken = default);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pulse, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "{Service} could not do its work; it will be tried again", GetType().Name);
            }
        }
    }
}
