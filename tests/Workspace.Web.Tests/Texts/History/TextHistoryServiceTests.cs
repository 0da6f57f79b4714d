using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Texts;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Tests.Texts.History;

public sealed class TextHistoryServiceTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task History_TellsStepsMomentsAndPeople(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.World.AddAsync(new MeetingEvent(scene.Table.MeetingId, MeetingEventKind.Started, scene.Now, scene.Table.Secretary.Id));
        scene.Wait();
        await scene.WriteAsync(scene.Anna, "Úvod. ");
        await scene.WriteAsync(scene.Anna, "Dále. ");
        scene.Wait();
        await scene.World.AddAsync(new MeetingEvent(scene.Table.MeetingId, MeetingEventKind.Closed, scene.Now, scene.Table.Secretary.Id));
        scene.Wait();
        await scene.WriteAsync(scene.Boris, "Dodatek.");

        var view = (await scene.History.OpenAsync(scene.Table.Guest.Id, scene.TextId)).Value!;

        Assert.Equal([(0, null), (2, scene.Anna), (3, (long?)scene.Boris)], view.Steps.Select(step => (step.Version, step.AuthorId)));
        Assert.Equal([("Started", 0), ("Closed", 2L)], view.Moments.Select(moment => (moment.Kind, moment.Version)));
        Assert.Equal(new HashSet<long> { scene.Anna, scene.Boris }, view.Names.Keys.ToHashSet());
        Assert.Equal((3, false, scene.Table.GroupId), (view.Version, view.CanRestore, view.Subject.GroupId));
        Assert.True((await scene.History.OpenAsync(scene.Anna, scene.TextId)).Value!.CanRestore);

        await scene.WriteAsync(scene.Anna, " Konec.");
        Assert.Equal(4, (await scene.History.OpenAsync(scene.Anna, scene.TextId)).Value!.Version);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task EveryVersion_IsTheRevisionsApplied_WithItsAuthors(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "Úvod. ");
        await scene.WriteAsync(scene.Boris, "Dále. ");
        await scene.WriteAsync(scene.Anna, "Konec.");

        var text = "";
        foreach (var revision in await scene.Table.RevisionsAsync())
        {
            text = ChangeSet.Parse(revision.Changes).Apply(text);
            var shown = (await scene.History.AtAsync(scene.Anna, scene.TextId, revision.Version)).Value!;
            Assert.Equal(text, string.Concat(shown.Pieces.Select(piece => piece.Text)));
            Assert.Equal((revision.Version, revision.AuthorId), (shown.Version, shown.Last!.Value.AuthorId));
        }
        var second = (await scene.History.AtAsync(scene.Anna, scene.TextId, 2, since: 1)).Value!;
        Assert.Equal([(scene.Anna, false), (scene.Boris, true)], second.Pieces.Select(piece => (piece.AuthorId!.Value, piece.IsNew)));
        var authors = (await scene.History.AuthorsAsync(scene.Anna, scene.TextId, null)).Value!;
        Assert.Equal([(6, scene.Anna), (6, scene.Boris), (6, scene.Anna)], authors.Runs.Select(run => (run.Length, run.AuthorId!.Value)));
        Assert.Equal(2, authors.Names.Count);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Comparing_CountsTheWordsOfEach_InWhateverOrderTheVersionsAreGiven(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "Skupina zprávu projednala.");
        await scene.WriteAsync(scene.Boris, " Bere ji na vědomí.");

        foreach (var (one, other) in new[] { (1, 2), (2, 1) })
        {
            var comparison = (await scene.History.CompareAsync(scene.Table.Guest.Id, scene.TextId, one, other)).Value!;
            Assert.Equal((1, 2), (comparison.From, comparison.To));
            Assert.Equal([new WordCount(scene.Boris, 4, 0)], comparison.Words);
        }
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Restoring_IsANewChange_ThatKeepsTheFirstWriters_AndCanBeTakenBack(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "Skupina bere zprávu na vědomí.");
        await scene.ReplaceAllAsync(scene.Boris, "Omylem smazáno.");

        Assert.Equal(3, (await scene.History.RestoreAsync(scene.Boris, scene.TextId, 1, "restore1")).Value);
        Assert.Equal("Skupina bere zprávu na vědomí.", await scene.TextAsync());
        Assert.Equal("TextIsLikeThat", (await scene.History.RestoreAsync(scene.Boris, scene.TextId, 1, "restore2")).Refusal?.Code);
        var revision = (await scene.Table.RevisionsAsync())[^1];
        Assert.Equal((3, scene.Boris), (revision.Version, revision.AuthorId));
        Assert.Equal([scene.Anna], (await scene.History.AuthorsAsync(scene.Anna, scene.TextId, null)).Value!.Runs.Select(run => run.AuthorId!.Value));

        Assert.Equal(4, (await scene.History.RestoreAsync(scene.Boris, scene.TextId, 2, "restore3")).Value);
        Assert.Equal("Omylem smazáno.", await scene.TextAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task RestoringTwiceWithOneId_ChangesTheTextOnce(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "První. ");
        await scene.WriteAsync(scene.Anna, "Druhá.");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.History.RestoreAsync(scene.Boris, scene.TextId, 1, "once")));

        Assert.Contains(answers, answer => answer.Value == 3);
        Assert.All(answers, answer => Assert.True(answer.Value == 3 || answer.Refusal?.Code == "TextIsLikeThat", answer.Refusal?.Code));
        Assert.Equal(3, (await scene.Table.RevisionsAsync()).Count);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Restoring_WhileSomebodyTypes_LosesNothingOfWhatIsTyped(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "Začátek. ");
        await scene.ReplaceAllAsync(scene.Anna, "Začátek. Konec.");

        var typing = Task.Run(async () =>
        {
            for (var n = 1; n <= 30; n++)
                Assert.Null((await scene.Sessions.SubmitAsync(scene.TextId, new(scene.Boris, "typist", 1, 2, Typed(n)))).Refused);
        });
        var restored = await scene.History.RestoreAsync(scene.Anna, scene.TextId, 1, "amid");
        await typing;

        Assert.Null(restored.Refusal);
        var text = await scene.TextAsync();
        // What was typed before the restoring looked at the text is a part of what it takes back; nothing else may be missing.
        Assert.Equal(30 - await scene.TakenBackAsync('#'), text.Count(unit => unit == '#'));
        Assert.Equal("Začátek. ", text.Replace("#", ""));

        // All changes of the typist so far, as its editor would send what is not confirmed yet.
        static ChangeSet[] Typed(int n) => [ChangeSet.Replace(15, 0, 0, "#"), .. Enumerable.Range(1, n - 1).Select(i => ChangeSet.Replace(15 + i, i, i, "#"))];
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhoMayNotReadTheText_LearnsNothing_AndWhoMayNotWriteDoesNotRestore(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "Text.");
        var (history, stranger, guest) = (scene.History, scene.Table.Stranger.Id, scene.Table.Guest.Id);
        foreach (var textId in new[] { scene.TextId, long.MaxValue })
        {
            Assert.Equal(Refusal.NotFound, (await history.OpenAsync(stranger, textId)).Refusal);
            Assert.Equal(Refusal.NotFound, (await history.AtAsync(stranger, textId, 1)).Refusal);
            Assert.Equal(Refusal.NotFound, (await history.CompareAsync(stranger, textId, 0, 1)).Refusal);
            Assert.Equal(Refusal.NotFound, (await history.AuthorsAsync(stranger, textId, null)).Refusal);
            Assert.Equal(Refusal.NotFound, (await history.RestoreAsync(stranger, textId, 0, "x")).Refusal);
        }
        Assert.Equal(Refusal.NotAllowed, (await history.RestoreAsync(guest, scene.TextId, 0, "x")).Refusal);
        await scene.Table.ChangeMeetingAsync(meeting => meeting.Close(scene.Now));
        Assert.Equal(Refusal.NotAllowed, (await history.RestoreAsync(scene.Anna, scene.TextId, 0, "x")).Refusal);
        Assert.Null((await history.OpenAsync(guest, scene.TextId)).Refusal);
        Assert.Single(await scene.Table.RevisionsAsync());
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task LockedText_ShowsItsHistory_AndIsNotRestored_AlsoWhenTheLockComesInBetween(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "Text.");
        Assert.True((await scene.History.OpenAsync(scene.Anna, scene.TextId)).Value!.CanRestore);
        await scene.Table.LockUnannouncedAsync(scene.Now);
        Assert.Equal("TextLocked", (await scene.History.RestoreAsync(scene.Anna, scene.TextId, 0, "x")).Refusal!.Code);

        await scene.Table.ChangeTextAsync(text => text.Unlock());
        await scene.Table.ChangeTextAsync(text => text.Lock(scene.Now));
        Assert.Equal("TextLocked", (await scene.History.RestoreAsync(scene.Anna, scene.TextId, 0, "x")).Refusal!.Code);
        Assert.False((await scene.History.OpenAsync(scene.Anna, scene.TextId)).Value!.CanRestore);
        Assert.Single((await scene.History.AtAsync(scene.Anna, scene.TextId, 1)).Value!.Pieces);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task UnknownVersions_AreRefusedOrTheNearestThereIs(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.WriteAsync(scene.Anna, "Text.");
        Assert.Equal(Refusal.NotFound, (await scene.History.AtAsync(scene.Anna, scene.TextId, -1)).Refusal);
        Assert.Equal(1, (await scene.History.AtAsync(scene.Anna, scene.TextId, 99)).Value!.Version);
        Assert.Empty((await scene.History.AtAsync(scene.Anna, scene.TextId, 0)).Value!.Pieces);
        Assert.Equal(Refusal.NotFound, (await scene.History.CompareAsync(scene.Anna, scene.TextId, -1, 1)).Refusal);
        Assert.Equal((0, 1), (await scene.History.CompareAsync(scene.Anna, scene.TextId, 99, 0)) is { Value: { } both } ? (both.From, both.To) : default);
        Assert.Equal(Refusal.NotFound, (await scene.History.AuthorsAsync(scene.Anna, scene.TextId, 2)).Refusal);
        Assert.Equal(Refusal.NotFound, (await scene.History.RestoreAsync(scene.Anna, scene.TextId, 2, "x")).Refusal);
        Assert.Equal(Refusal.NotFound, (await scene.History.RestoreAsync(scene.Anna, scene.TextId, -1, "x")).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task TextFromBeforeTheFirstRevision_IsNobodys_AsFarAsItIsStillKnown(DatabaseKind kind)
    {
        await using var scene = await Scene.LayAsync(kind);
        await scene.Table.ChangeTextAsync(text => text.Begin(0, "Předloha zápisu."));
        await scene.World.AddAsync(
            new TextRevision(scene.TextId, 1, scene.Anna, "c", 1, scene.Now, ChangeSet.Replace(16, 0, 3, "").ToJson()),
            new TextRevision(scene.TextId, 2, scene.Boris, "d", 1, scene.Now, ChangeSet.Replace(13, 13, 13, " Dodatek.").ToJson()));
        Assert.Equal("Předloha zápisu.", await scene.World.Get<TextWeaves>().ReadAsync(scene.TextId, woven => woven.TextAt(0)));

        // A later snapshot takes the place of the first one; what was taken away before it is known no more.
        await using (var db = scene.World.Db())
            await db.Texts.Where(t => t.Id == scene.TextId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Snapshot, "dloha zápisu. Dodatek.").SetProperty(t => t.SnapshotVersion, 2));
        var afresh = new TextWeaves(scene.World.Get<IDbContextFactory<WorkspaceDb>>(), scene.World.Time);
        Assert.Equal(["\uFFFD\uFFFD\uFFFDdloha zápisu.", "dloha zápisu.", "dloha zápisu. Dodatek."], await afresh.ReadAsync(scene.TextId, woven => new[] { 0, 1, 2 }.Select(v => woven.TextAt(v)).ToList()) ?? []);
        Assert.Equal([(13, null), (9, (long?)scene.Boris)], await afresh.ReadAsync(scene.TextId, woven => woven.RunsAt(2).Select(run => (run.Length, run.AuthorId)).ToList()) ?? []);
    }

    /// <summary>A meeting in progress with a text, and two people who write it.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private int calls;

        public required World World { get; init; }

        public required MinutesTable Table { get; init; }

        public long TextId => Table.TextId;

        public long Anna => Table.Members[0].Id;

        public long Boris => Table.Members[1].Id;

        public DateTimeOffset Now => World.Time.GetUtcNow();

        public TextHistoryService History => World.Get<TextHistoryService>();

        public TextSessions Sessions => World.Get<TextSessions>();

        public static async Task<Scene> LayAsync(DatabaseKind kind)
        {
            var world = await World.CreateAsync(kind);
            return new() { World = world, Table = await MinutesTable.LayAsync(world.Get<IDbContextFactory<WorkspaceDb>>(), world.Time.GetUtcNow()) };
        }

        public void Wait() => World.Time.Advance(TimeSpan.FromMinutes(10));

        public async Task<string> TextAsync() => (await World.Get<RevisionLog>().LoadAsync(TextId))!.Document.ToString();

        /// <summary>How many of a letter Anna's changes have taken out of the text; all that Boris typed must be in the log.</summary>
        public async Task<int> TakenBackAsync(char letter)
        {
            var revisions = await World.Get<RevisionLog>().ReadAsync(TextId, 0, 1_000);
            Assert.Equal(30, revisions.Count(revision => revision.AuthorId == Boris));
            var (text, taken) = ("", 0);
            foreach (var revision in revisions)
            {
                var before = text.Count(unit => unit == letter);
                text = ChangeSet.Parse(revision.Changes).Apply(text);
                taken += Math.Max(0, before - text.Count(unit => unit == letter));
            }
            return taken;
        }

        public async Task WriteAsync(long by, string text)
        {
            var length = (await TextAsync()).Length;
            await SubmitAsync(by, ChangeSet.Replace(length, length, length, text));
        }

        public async Task ReplaceAllAsync(long by, string text)
        {
            var length = (await TextAsync()).Length;
            await SubmitAsync(by, ChangeSet.Replace(length, 0, length, text));
        }

        public ValueTask DisposeAsync() => World.DisposeAsync();

        private async Task SubmitAsync(long by, ChangeSet change)
        {
            var version = (await World.Get<RevisionLog>().LoadAsync(TextId))!.Version;
            var answer = await Sessions.SubmitAsync(TextId, new(by, $"call{++calls}", 1, version, [change]));
            Assert.Null(answer.Refused);
        }
    }
}
