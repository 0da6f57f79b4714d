using Microsoft.EntityFrameworkCore;
using Workspace.Web.Live;

namespace Workspace.Web.Data;

public sealed class PostgreSqlWorkspaceDb(DbContextOptions<PostgreSqlWorkspaceDb> options) : WorkspaceDb(options)
{
    /// <summary>The channel on which servers tell each other which topics have changed.</summary>
    public const string TopicChannel = "workspace_topics";

    /// <summary>Begins each message, so that a server knows its own and does not announce twice.</summary>
    public static readonly string Sender = Guid.NewGuid().ToString("N");

    protected override async Task NotifyOtherServersAsync(IReadOnlyCollection<LiveTopic> topics, CancellationToken cancellationToken)
    {
        foreach (var chunk in topics.Chunk(200))
        {
            var payload = $"{Sender} {string.Join(' ', chunk)}";
            await Database.ExecuteSqlAsync($"SELECT pg_notify({TopicChannel}, {payload})", cancellationToken);
        }
    }
}
