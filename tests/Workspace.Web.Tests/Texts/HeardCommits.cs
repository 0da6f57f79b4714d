using Npgsql;
using Workspace.Web.Data;
using Workspace.Web.Live;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>Hears what commits announce on PostgreSQL, and lets sessions catch up; their own commits only make them look once more.</summary>
public sealed class HeardCommits : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlConnection connection;
    private Task listening = Task.CompletedTask;

    private HeardCommits(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<HeardCommits> ListenAsync(string connectionString, long textId, params SimulatedServer[] servers)
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, message) =>
        {
            if (message.Payload.EndsWith($" {new LiveTopic(RevisionLog.TopicKind, textId)}", StringComparison.Ordinal))
                Array.ForEach(servers, server => _ = server.Session.CatchUpAsync());
        };
        await connection.OpenAsync();
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgreSqlWorkspaceDb.TopicChannel}", connection))
            await listen.ExecuteNonQueryAsync();
        var heard = new HeardCommits(connection);
        heard.listening = heard.ListenAsync();
        return heard;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        await connection.DisposeAsync();
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                await connection.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
