using Workspace.Text;
using Workspace.Web.Texts.History;

namespace Workspace.Web.Tests.Texts.History;

public sealed class TextComparisonTests
{
    [Fact]
    public void Comparison_WithoutInsertionsIsTheOldText_AndWithoutDeletionsTheNew()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var history = new RandomHistory(seed);
            var random = new Random(seed);
            for (var round = 0; round < 12; round++)
            {
                var to = random.Next(history.Texts.Count);
                var from = random.Next(to + 1);
                var pieces = TextComparison.Of(history.Woven, from, to);
                Assert.True(history.Texts[from] == Without(pieces, Difference.Inserted), $"seed {seed}, {from} to {to}");
                Assert.True(history.Texts[to] == Without(pieces, Difference.Deleted), $"seed {seed}, {from} to {to}");
                Assert.All(pieces, piece => Assert.Equal(piece.Kind == Difference.Same, piece.AuthorId is null));
                Assert.True(history.Texts[from] != history.Texts[to] || pieces.All(piece => piece.Kind == Difference.Same), $"seed {seed}, {from} to {to}");
            }
        }
    }

    [Fact]
    public void Comparison_NeverCutsAWord()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var history = new RandomHistory(seed);
            var pieces = TextComparison.Of(history.Woven, 10, 30);
            foreach (var kind in new[] { Difference.Inserted, Difference.Deleted })
            {
                var side = pieces.Where(piece => piece.Kind != kind).ToList();
                foreach (var (left, right) in side.Zip(side.Skip(1)))
                    Assert.False(left.Kind != right.Kind && Words.IsPart(left.Text[^1]) && Words.IsPart(right.Text[0]), $"seed {seed}: {left.Text}|{right.Text}");
            }
        }
    }

    [Fact]
    public void OneLetterOfAWord_ShowsTheWholeWordAndWhoChangedIt()
    {
        var woven = Woven("Skupina bere zpravu na vědomí.", (7, ChangeSet.Replace(30, 16, 17, "á")));
        Assert.Equal(
            [(Difference.Same, "Skupina bere ", null), (Difference.Deleted, "zpravu", 7L), (Difference.Inserted, "zprávu", 7L), (Difference.Same, " na vědomí.", null)],
            TextComparison.Of(woven, 0, 1).Select(piece => (piece.Kind, piece.Text, piece.AuthorId)));
    }

    [Fact]
    public void PassageThatWasReplacedAsAWhole_ShowsOnlyTheWordsThatDiffer_EachWithItsAuthor()
    {
        const string before = "Termín je konec června. Odpovídá obec.", after = "Termín je konec září. Odpovídá obec.";
        var woven = Woven(before, (7, ChangeSet.Replace(before.Length, 0, before.Length, after)), (8, ChangeSet.Replace(after.Length, 0, 0, "Nový. ")));
        var pieces = TextComparison.Of(woven, 0, 2);
        Assert.Equal(
            [(Difference.Inserted, "Nový. ", 8L), (Difference.Same, "Termín je konec ", null), (Difference.Deleted, "června", 7L), (Difference.Inserted, "září", 7L), (Difference.Same, ". Odpovídá obec.", null)],
            pieces.Select(piece => (piece.Kind, piece.Text, piece.AuthorId)));
        Assert.Equal([new WordCount(7, 1, 1), new WordCount(8, 1, 0)], TextComparison.Count(pieces));
    }

    [Fact]
    public void WhatWasTakenAwayAndBroughtBack_IsNoDifference()
    {
        var woven = Woven("Usnesení zní takto.", (7, ChangeSet.Replace(19, 0, 19, "")), (8, ChangeSet.Replace(0, 0, 0, "Usnesení zní takto.")));
        Assert.Equal([new ComparedPiece(Difference.Same, "Usnesení zní takto.", null, null)], TextComparison.Of(woven, 0, 2));
    }

    [Fact]
    public void HugeRewriting_IsShownAsAWhole_InsteadOfTakingForever()
    {
        var (before, after) = (string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i} ")), string.Concat(Enumerable.Range(0, 20_000).Select(i => $"b{i} ")));
        var woven = Woven(before, (7, ChangeSet.Replace(before.Length, 0, before.Length, after)));
        Assert.Equal([new WordCount(7, 20_000, 20_000)], TextComparison.Count(TextComparison.Of(woven, 0, 1)));
    }

    private static string Without(IEnumerable<ComparedPiece> pieces, Difference kind) =>
        string.Concat(pieces.Where(piece => piece.Kind != kind).Select(piece => piece.Text));

    private static WovenText Woven(string start, params (long Author, ChangeSet Change)[] changes)
    {
        var woven = new WovenText(start);
        foreach (var (i, (author, change)) in changes.Index())
            woven.Add(new(i + 1, author, DateTimeOffset.UnixEpoch.AddMinutes(i)), change);
        return woven;
    }
}
