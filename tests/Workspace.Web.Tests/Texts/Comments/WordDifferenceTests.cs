using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Tests.Texts.Comments;

public sealed class WordDifferenceTests
{
    [Fact]
    public void Change_MakesTheOneOfTheOther_AndLeavesTheRestOfTheTextAlone()
    {
        var random = new Random();
        string[] words = ["rada", "výbor", " ", ", ", "\n", "😀", "😁", "schválila", "."];
        string Some() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
        for (var i = 0; i < 5_000; i++)
        {
            var (head, before, after, tail) = (Some(), Some(), Some(), Some());
            var text = head + before + tail;
            var change = WordDifference.Change(text.Length, head.Length, before, after);
            Assert.Equal(head + after + tail, change.Apply(text));
            Assert.All(WordDifference.Find(before, after), piece => Assert.True(piece.To > piece.From || piece.Insert.Length > 0));
            Assert.DoesNotContain(WordDifference.Find(before, after), piece => piece.Insert.Length > 0 && char.IsLowSurrogate(piece.Insert[0]));
        }
    }

    [Theory]
    [InlineData("Rada schválila návrh.", "Rada schválila upravený návrh.", "15-15 upravený ")]
    [InlineData("Rada schválila návrh.", "Výbor schválil návrh.", "0-4 Výbor|5-14 schválil")]
    [InlineData("Rada schválila návrh.", "", "0-21 ")]
    [InlineData("stejné", "stejné", "")]
    public void Find_NamesOnlyTheWordsThatDiffer(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDifference.Find(before, after).Select(p => $"{p.From}-{p.To} {p.Insert}")));
}
