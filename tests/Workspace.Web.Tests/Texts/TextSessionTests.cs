using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

public sealed class TextSessionTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Reopening_ReadsSnapshotAndTail_AsTheWholeLogGives(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var table = await LayAsync(world);
        var sessions = world.Get<TextSessions>();
        await WriteAsync(sessions, table, 700, perCall: 10);
        var stored = await WaitForSnapshotAsync(world, table.TextId);
        Assert.InRange(stored.SnapshotVersion, 500, 699);
        var revisions = await table.RevisionsAsync();
        var replayed = revisions.Aggregate("", (text, r) => ChangeSet.Parse(r.Changes).Apply(text));

        var loaded = await world.Get<RevisionLog>().LoadAsync(table.TextId);

        Assert.Equal((700, replayed), (loaded!.Version, loaded.Document.ToString()));
        await using var db = world.Db();
        await db.Revisions.Where(r => r.Version <= stored.SnapshotVersion).ExecuteDeleteAsync();
        Assert.Equal(replayed, (await world.Get<RevisionLog>().LoadAsync(table.TextId))!.Document.ToString());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Closing_StoresTheLastSnapshot_AndTheNextToComeOpensAnew(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var table = await LayAsync(world);
        var sessions = world.Get<TextSessions>();
        await WriteAsync(sessions, table, 20, perCall: 10);
        var first = await sessions.OpenAsync(table.TextId);

        await sessions.CloseUnwatchedAsync();

        await using (var db = world.Db())
            Assert.Equal(20, (await db.Texts.SingleAsync(t => t.Id == table.TextId)).SnapshotVersion);
        Assert.Null(first!.Submit(Insert(table, 21, 20)));
        Assert.Equal(21, (await sessions.SubmitAsync(table.TextId, Insert(table, 21, 20))).Version);
    }

    [Fact]
    public async Task Submitting_WhileTextsAreClosedAgainAndAgain_LosesNothing()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        var table = await LayAsync(world);
        var sessions = world.Get<TextSessions>();
        using var done = new CancellationTokenSource();
        var closing = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await sessions.CloseUnwatchedAsync();
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(c => Task.Run(async () =>
        {
            for (var n = 1; n <= 50; n++)
            {
                var answer = await sessions.SubmitAsync(table.TextId, new(table.Members[0].Id, $"c{c}n{n}", 1, 0, [ChangeSet.Replace(0, 0, 0, "x")]));
                Assert.Null(answer.Refused);
            }
        })));
        await done.CancelAsync();
        await closing;

        Assert.Equal(200, (await world.Get<RevisionLog>().LoadAsync(table.TextId))!.Document.Length);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task ChangeOfAnOldVersion_IsMapped_AndRefusedBeyondWhatIsKept(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var table = await LayAsync(world);
        var sessions = world.Get<TextSessions>();
        await WriteAsync(sessions, table, TextSession.MaxBehind + 1, perCall: 1000);

        Submission From(long version) => new(table.Members[1].Id, "old", 1, version, [ChangeSet.Replace((int)version, 0, 0, "!")]);
        Assert.Equal(TextRefusals.TooOld, (await sessions.SubmitAsync(table.TextId, From(0))).Refused);
        Assert.Equal(TextSession.MaxBehind + 2, (await sessions.SubmitAsync(table.TextId, From(1))).Version);

        Assert.EndsWith("!x", (await world.Get<RevisionLog>().LoadAsync(table.TextId))!.Document.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task TextGone_BetweenTheCheckOfRightsAndTheCommit_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var table = await LayAsync(world);
        var sessions = world.Get<TextSessions>();
        await sessions.OpenAsync(table.TextId);
        await table.DeleteUnannouncedAsync();

        Assert.Equal(TextRefusals.Gone, (await sessions.SubmitAsync(table.TextId, Insert(table, 1, 0))).Refused);
        Assert.Equal(TextRefusals.Gone, (await sessions.SubmitAsync(long.MaxValue, Insert(table, 1, 0))).Refused);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Lock_DuringTheCommit_RefusesTheWholeBatch_AndOtherTextsGoOn(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var table = await LayAsync(world);
        var otherText = await table.AddItemAsync();
        var sessions = world.Get<TextSessions>();
        await sessions.OpenAsync(table.TextId);
        await table.LockUnannouncedAsync(world.Time.GetUtcNow());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => sessions.SubmitAsync(
            n % 2 == 0 ? table.TextId : otherText, new(table.Members[0].Id, $"c{n}", 1, 0, [ChangeSet.Replace(0, 0, 0, "x")]))));

        Assert.All(answers.Index(), answer => Assert.Equal(answer.Index % 2 == 0 ? TextRefusals.Locked : null, answer.Item.Refused));
        Assert.Empty(await table.RevisionsAsync());
        Assert.Equal(5, (await table.RevisionsAsync(otherText)).Count);
    }

    /// <summary>A browser that comes from another server may be ahead of what this one has heard.</summary>
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatWasMadeInAVersionNotHeardOfYet_IsRead_AndTaken(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var table = await LayAsync(world);
        await using var first = await SimulatedServer.StartAsync(world, table.TextId, 1);
        await using var second = await SimulatedServer.StartAsync(world, table.TextId, 2);
        await first.Session.Submit(Insert(table, 1, 0))!;
        await first.Session.Submit(Insert(table, 2, 1))!;

        Assert.Equal(3, (await second.Session.Submit(Insert(table, 3, 2))!).Version);
        Assert.Empty((await first.Session.ReadAsync(3)).Revisions!);
        Assert.Equal("xxx", (await first.Session.ReadAsync(99)).Text);
    }

    /// <summary>After a restart browsers go on from where they were, with what they have not sent yet.</summary>
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Reopening_WithAVersionFromBeforeTheSession_YieldsTheRevisionsSince(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var table = await LayAsync(world);
        await WriteAsync(world.Get<TextSessions>(), table, 30, perCall: 10);
        await using var restarted = await SimulatedServer.StartAsync(world, table.TextId, 1);
        await restarted.Session.Submit(Insert(table, 31, 30))!;

        var (version, text, revisions) = await restarted.Session.ReadAsync(12);

        Assert.Equal((31, null), (version, text));
        Assert.Equal(Enumerable.Range(13, 19).Select(n => (long)n), revisions!.Select(r => r.Version));
        Assert.Empty((await restarted.Session.ReadAsync(31)).Revisions!);
        Assert.Equal(31, (await restarted.Session.ReadAsync(0)).Revisions!.Count);
        Assert.NotNull((await restarted.Session.ReadAsync(-1)).Text);
        Assert.NotNull((await restarted.Session.ReadAsync(null)).Text);
    }

    private static Task<MinutesTable> LayAsync(World world) =>
        MinutesTable.LayAsync(world.Get<IDbContextFactory<WorkspaceDb>>(), world.Time.GetUtcNow());

    private static Submission Insert(MinutesTable table, long sequence, int length) =>
        new(table.Members[0].Id, "one", sequence, length, [ChangeSet.Replace(length, 0, 0, "x")]);

    /// <summary>One more character at the head in each revision.</summary>
    private static async Task WriteAsync(TextSessions sessions, MinutesTable table, int revisions, int perCall)
    {
        for (var done = 0; done < revisions; done += perCall)
        {
            var changes = Enumerable.Range(done, Math.Min(perCall, revisions - done)).Select(length => ChangeSet.Replace(length, 0, 0, "x"));
            Assert.Null((await sessions.SubmitAsync(table.TextId, new(table.Members[0].Id, "one", done + 1, done, [.. changes]))).Refused);
        }
    }

    private static async Task<LiveText> WaitForSnapshotAsync(World world, long textId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            await using var db = world.Db();
            var text = await db.Texts.AsNoTracking().SingleAsync(t => t.Id == textId, patience.Token);
            if (text.SnapshotVersion > 0)
                return text;
            await Task.Delay(20, patience.Token);
        }
    }
}
