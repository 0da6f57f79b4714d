using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>
/// The law of live text: whatever happens to messages, everybody ends with the same text, it is what the log holds,
/// and it holds every character that was typed and not deleted, once.
/// </summary>
public sealed class ConvergenceTests
{
    private const int Writers = 8;
    private const int EditsEach = 50;

    public static TheoryData<DatabaseKind, int> Seeds => new()
    {
        { DatabaseKind.Sqlite, 1 }, { DatabaseKind.Sqlite, 22 }, { DatabaseKind.Sqlite, 333 },
        { DatabaseKind.PostgreSql, 1 }, { DatabaseKind.PostgreSql, 22 }, { DatabaseKind.PostgreSql, 333 },
    };

    [Theory, MemberData(nameof(Seeds))]
    public async Task Writers_OnTwoServersWithBadLines_EndWithOneText(DatabaseKind kind, int seed)
    {
        await using var world = await World.CreateAsync(kind);
        await using var other = kind == DatabaseKind.PostgreSql ? await World.CreateAsync(kind, world.Get<WorkspaceSettings>().ConnectionString) : null;
        var table = await MinutesTable.LayAsync(world.Get<IDbContextFactory<WorkspaceDb>>(), world.Time.GetUtcNow(), Writers);
        await using var first = await SimulatedServer.StartAsync(world, table.TextId, seed);
        await using var second = await SimulatedServer.StartAsync(other ?? world, table.TextId, seed + 1);
        await using var announcements = kind == DatabaseKind.PostgreSql
            ? await HeardCommits.ListenAsync(world.Get<WorkspaceSettings>().ConnectionString, table.TextId, first, second)
            : LetHear(first, second);

        var words = 0;
        string NextWord() => char.ConvertFromUtf32(Interlocked.Increment(ref words) is var n && n % 4 == 0 ? 0x20000 + n : 0x4E00 + n);
        var browsers = table.Members.Select((member, i) =>
            new SimulatedBrowser(new(member.Id, $"{kind}{seed}w{i}"), [first, second], NextWord, (seed * 100) + i)).ToList();
        await Task.WhenAll(browsers.Select(browser => Task.Run(() => browser.WriteAsync(EditsEach))));

        var stored = await world.Get<RevisionLog>().LoadAsync(table.TextId);
        var text = stored!.Document.ToString();
        var revisions = await table.RevisionsAsync();
        await Task.WhenAll(first.Session.CatchUpAsync(), second.Session.CatchUpAsync());
        foreach (var browser in browsers)
        {
            await browser.CatchUpAsync();
            Assert.Equal((stored.Version, text), (browser.Writer.Version, browser.Writer.Text));
        }
        Assert.Equal(text, (await first.Session.ReadAsync(null)).Text);
        Assert.Equal(text, (await second.Session.ReadAsync(null)).Text);
        Assert.Equal(Enumerable.Range(1, revisions.Count).Select(n => (long)n), revisions.Select(r => r.Version));
        Assert.Equal(Writers * EditsEach, revisions.Count);
        Assert.All(revisions.GroupBy(r => r.ClientId), own =>
            Assert.Equal(Enumerable.Range(1, EditsEach).Select(n => (long)n), own.Select(r => r.Sequence)));
        Assert.Equal(text, revisions.Aggregate("", (sofar, r) => ChangeSet.Parse(r.Changes).Apply(sofar)));

        var expected = browsers.SelectMany(b => b.Writer.Typed).Except(browsers.SelectMany(b => b.Writer.Deleted)).Order();
        Assert.Equal(expected, text.EnumerateRunes().Where(rune => rune.Value != '\n').Select(rune => rune.Value).Order());
    }

    /// <summary>On SQLite there is nobody to tell; each session is told by hand, and often not at all, so that both take one version.</summary>
    private static HeardCommits? LetHear(SimulatedServer first, SimulatedServer second)
    {
        var turns = 0;
        first.Told = () => Tell(second);
        second.Told = () => Tell(first);
        return null;

        void Tell(SimulatedServer server)
        {
            if (Interlocked.Increment(ref turns) % 3 == 0)
                _ = server.Session.CatchUpAsync();
        }
    }
}
