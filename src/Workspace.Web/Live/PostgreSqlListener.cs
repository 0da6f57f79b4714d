using Npgsql;
using Workspace.Web.Data;

namespace Workspace.Web.Live;

/// <summary>
/// Hears from the other servers which topics have changed. When the connection was lost, announcements may have been
/// missed, so that everything watched is announced after it is back; a quiet connection is probed to find that out.
/// </summary>
public sealed class PostgreSqlListener(WorkspaceSettings settings, LiveUpdates live, ILogger<PostgreSqlListener> log) : BackgroundService
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault, "Listening to the other servers was interrupted");
                await Task.Delay(Retry, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, message) => Hear(message.Payload);
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgreSqlWorkspaceDb.TopicChannel}", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        live.AnnounceAll();
        while (true)
        {
            if (await connection.WaitAsync(Probe, stoppingToken))
                continue;
            await using var probe = new NpgsqlCommand("SELECT 1", connection);
            await probe.ExecuteNonQueryAsync(stoppingToken);
        }
    }

    private void Hear(string payload)
    {
        var words = payload.Split(' ');
        if (words[0] != PostgreSqlWorkspaceDb.Sender)
            live.Announce(words.Skip(1).Select(LiveTopic.Parse));
    }
}
