using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>
/// A session of one server with a writer of its own, and lines to its browsers on which messages are late, lost,
/// doubled and out of order.
/// </summary>
public sealed class SimulatedServer : IAsyncDisposable
{
    private readonly List<ChannelWriter<IReadOnlyList<KnownRevision>>> audience = [];
    private readonly Random random;
    private readonly RevisionWriter writer;

    private SimulatedServer(World world, long textId, CommittedText loaded, int seed)
    {
        random = new(seed);
        writer = new(world.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<WorkspaceDb>>(), world.Get<WorkspaceSettings>());
        Session = new(textId, loaded, world.Get<RevisionLog>(), writer, Tell, world.Time, NullLogger.Instance);
    }

    public TextSession Session { get; }

    /// <summary>Called whenever something was committed here or read from elsewhere.</summary>
    public Action Told { get; set; } = () => { };

    public static async Task<SimulatedServer> StartAsync(World world, long textId, int seed) =>
        new(world, textId, (await world.Get<RevisionLog>().LoadAsync(textId))!, seed);

    public void Attach(ChannelWriter<IReadOnlyList<KnownRevision>> browser)
    {
        lock (audience)
            audience.Add(browser);
    }

    public void Detach(ChannelWriter<IReadOnlyList<KnownRevision>> browser)
    {
        lock (audience)
            audience.Remove(browser);
    }

    /// <returns>All revisions above a version, as a browser asks for them after a gap or a reconnect.</returns>
    public async Task<IReadOnlyList<KnownRevision>> ReadSinceAsync(long version) => (await Session.ReadAsync(version)).Revisions!;

    public async ValueTask DisposeAsync()
    {
        await Session.CloseAsync();
        await writer.DisposeAsync();
    }

    private void Tell(long textId, IReadOnlyList<KnownRevision> revisions, string? refused)
    {
        Assert.Null(refused);
        Told();
        lock (audience)
        {
            foreach (var browser in audience)
            {
                for (var copies = random.NextDouble() switch { < 0.1 => 0, < 0.25 => 2, _ => 1 }; copies > 0; copies--)
                    _ = DeliverAsync(browser, revisions, random.Next(12));
            }
        }
    }

    private static async Task DeliverAsync(ChannelWriter<IReadOnlyList<KnownRevision>> browser, IReadOnlyList<KnownRevision> revisions, int delay)
    {
        await Task.Delay(delay);
        browser.TryWrite(revisions);
    }
}
