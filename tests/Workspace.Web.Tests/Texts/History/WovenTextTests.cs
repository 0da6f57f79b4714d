using Workspace.Text;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Tests.Texts.History;

public sealed class WovenTextTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 11, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EveryVersion_EqualsTheRevisionsApplied_AndItsRunsAreAsLong()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var history = new RandomHistory(seed);
            foreach (var (version, text) in history.Texts.Index())
            {
                Assert.Equal(text, history.Woven.TextAt(version));
                Assert.Equal(text.Length, history.Woven.RunsAt(version).Sum(run => run.Length));
            }
        }
    }

    [Fact]
    public void Restoring_LeadsToEveryEarlierVersion_WithoutTouchingWhatStayed()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var history = new RandomHistory(seed);
            var now = history.Texts[^1];
            foreach (var (version, text) in history.Texts.Index())
            {
                var changes = RestoringChange.Of(history.Woven, version);
                Assert.True(text == changes.Aggregate(now, (all, change) => change.Apply(all)), $"seed {seed}, version {version}");
            }
            Assert.Empty(RestoringChange.Of(history.Woven, history.Woven.Version));
        }
    }

    [Fact]
    public void Restoring_OfAVeryLongText_TakesSeveralChangesOfAcceptedSize()
    {
        var text = string.Concat(Enumerable.Repeat("Příliš žluťoučký 😀 ", 45_000));
        var woven = new WovenText(text);
        woven.Add(new(1, 1, Start), ChangeSet.Replace(text.Length, 0, text.Length, "nic"));
        var document = TextDocument.From("nic");
        foreach (var change in RestoringChange.Of(woven, 0))
        {
            Assert.Null(TextRules.Check(change, document));
            document = change.Apply(document);
        }
        Assert.Equal(text, document.ToString());
    }

    [Fact]
    public void Runs_OfOneWriterCloseInTime_AreOne_AndTheFirstTextIsNobodys()
    {
        var woven = new WovenText("Osnova ");
        Write(woven, 1, 5, TimeSpan.Zero, "první ");
        Write(woven, 2, 5, TimeSpan.FromMinutes(2), "druhé ");
        Write(woven, 3, 5, TimeSpan.FromMinutes(30), "pozdě ");
        Write(woven, 4, 6, TimeSpan.FromMinutes(31), "jiný");
        Assert.Equal(
            [new(7, null, null), new(12, 5, Start.AddMinutes(2)), new(6, 5, Start.AddMinutes(30)), new AuthorRun(4, 6, Start.AddMinutes(31))],
            woven.RunsAt(4));
    }

    [Fact]
    public void VersionsWithGaps_AreFoundByWhatTheyHold()
    {
        var woven = new WovenText("");
        Write(woven, 4, 5, TimeSpan.Zero, "a");
        Write(woven, 9, 5, TimeSpan.FromMinutes(1), "b");
        Assert.Equal(["", "", "a", "a", "ab", "ab"], new long[] { 0, 3, 4, 8, 9, 70 }.Select(woven.TextAt));
        Assert.Equal([0, 1, 1, 2], new[] { -1.0, 0, 0.5, 9 }.Select(minute => woven.ChangeAt(Start.AddMinutes(minute))));
    }

    [Fact]
    public void Steps_AreBurstsOfOnePerson_NeitherTooLongNorTooMany()
    {
        Stroke[] strokes =
        [
            .. Enumerable.Range(1, 30).Select(n => new Stroke(n, 1, Start.AddSeconds(n * 5))),
            new(31, 2, Start.AddSeconds(151)), new(32, 1, Start.AddSeconds(152)), new(33, 1, Start.AddSeconds(400)),
        ];
        var steps = HistorySteps.Of(strokes);
        Assert.Equal([(0, null), (24, 1L), (30, 1L), (31, 2L), (32, 1L), (33, 1L)], steps.Select(step => (step.Version, step.AuthorId)));

        var many = HistorySteps.Of([.. Enumerable.Range(1, 9_000).Select(n => new Stroke(n, n % 2, Start.AddSeconds(n)))]);
        Assert.Equal((400, 0, 9_000), (many.Count, many[0].Version, many[^1].Version));
        Assert.Equal(many.Select(step => step.Version).Distinct().Order(), many.Select(step => step.Version));
    }

    private static void Write(WovenText woven, long version, long author, TimeSpan after, string text) =>
        woven.Add(new(version, author, Start + after), ChangeSet.Replace(woven.Weave.Length, woven.Weave.Length, woven.Weave.Length, text));
}
