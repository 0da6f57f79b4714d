using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Tests.Rounds;

public sealed class WordingMergeTests
{
    private const string Frozen = "vzdělávání pracovníků obcí a škol;";

    [Theory]
    [InlineData("vzdělávání úředníků obcí a škol;", Frozen, "vzdělávání úředníků obcí a škol;")]
    [InlineData("vzdělávání úředníků obcí a škol;", "každoroční vzdělávání pracovníků obcí a škol;", "každoroční vzdělávání úředníků obcí a škol;")]
    [InlineData("vzdělávání pracovníků obcí;", "podpora vzdělávání pracovníků obcí a škol;", "podpora vzdělávání pracovníků obcí;")]
    [InlineData("vzdělávání úředníků obcí a škol;", "vzdělávání úředníků obcí a knihoven;", "vzdělávání úředníků obcí a knihoven;")]
    [InlineData("vzdělávání pracovníků obcí a škol, každý rok;", "vzdělávání pracovníků obcí a škol, každý rok;", "vzdělávání pracovníků obcí a škol, každý rok;")]
    public void Merge_PutsTheAuthorsWordsIntoTheTextAsItIsNow(string proposed, string current, string after)
    {
        var merged = WordingMerge.Of(Frozen, proposed, current);
        Assert.False(merged.IsConflict);
        Assert.Equal(after, merged.After);
        Assert.Equal(after, merged.Change!.Apply(current));
    }

    [Theory]
    [InlineData("vzdělávání úředníků obcí a škol;", "vzdělávání zaměstnanců obcí a škol;")]
    [InlineData("vzdělávání úředníků obcí a škol;", "vzdělávání obcí a škol;")]
    [InlineData("vzdělávání úředníků obcí a škol;", "")]
    [InlineData("", "vzdělávání pracovníků obcí;")]
    [InlineData("vzdělávání všech pracovníků obcí a škol;", "vzdělávání nových pracovníků obcí a škol;")]
    public void Merge_OfWordsChangedOnBothSides_IsAConflict(string proposed, string current) =>
        Assert.True(WordingMerge.Of(Frozen, proposed, current).IsConflict);
}
