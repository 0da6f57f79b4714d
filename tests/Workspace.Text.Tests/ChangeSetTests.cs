namespace Workspace.Text.Tests;

public sealed class ChangeSetTests
{
    [Theory]
    [InlineData(1, 2, "X", "aXcd")]
    [InlineData(0, 0, "X", "Xabcd")]
    [InlineData(4, 4, "X", "abcdX")]
    [InlineData(0, 4, "", "")]
    [InlineData(2, 2, "", "abcd")]
    [InlineData(1, 3, "ř\nž", "ař\nžd")]
    public void Replace_OfARange_PutsTheTextInItsPlace(int from, int to, string insert, string expected)
    {
        var change = ChangeSet.Replace(4, from, to, insert);
        Assert.Equal(expected, change.Apply("abcd"));
        Assert.Equal(expected, change.Apply(TextDocument.From("abcd")).ToString());
        Assert.Equal((4, expected.Length, insert.Length), (change.Length, change.NewLength, change.InsertedLength));
    }

    [Fact]
    public void Empty_ChangesNothing()
    {
        Assert.True(ChangeSet.Empty(3).IsEmpty);
        Assert.Equal("abc", ChangeSet.Empty(3).Apply("abc"));
        Assert.True(ChangeSet.Empty(0).IsEmpty);
        Assert.True(ChangeSet.Replace(3, 1, 1, "").IsEmpty);
        Assert.False(ChangeSet.Replace(3, 1, 1, "x").IsEmpty);
    }

    [Fact]
    public void Of_RangesInAnyOrder_RefersToTheOriginal() =>
        Assert.Equal("a1cd2", ChangeSet.Of(5, [(4, 5, "2"), (1, 2, "1")]).Apply("abcde"));

    [Fact]
    public void Of_InsertionsAtOnePlace_KeepTheirOrder() =>
        Assert.Equal("a123b", ChangeSet.Of(2, [(1, 1, "1"), (1, 1, "2"), (1, 1, "3")]).Apply("ab"));

    [Fact]
    public void Of_LineEndsOfOtherSystems_BecomeNewlines() =>
        Assert.Equal("[[0,\"a\",\"b\",\"c\"]]", ChangeSet.Replace(0, 0, 0, "a\r\nb\rc").ToJson());

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 1)]
    [InlineData(0, 4)]
    public void Replace_OutsideTheText_IsAnError(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChangeSet.Replace(3, from, to, "x"));

    [Fact]
    public void Apply_ToATextOfAnotherLength_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => ChangeSet.Empty(3).Apply("ab"));
        Assert.Throws<ArgumentException>(() => ChangeSet.Empty(3).Apply(TextDocument.From("ab")));
        Assert.Throws<ArgumentException>(() => ChangeSet.Replace(3, 0, 1, "").Invert("ab"));
    }

    [Fact]
    public void Compose_OfLengthsThatDoNotMeet_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => ChangeSet.Replace(3, 0, 1, "").Compose(ChangeSet.Replace(3, 0, 1, "")));
        Assert.Throws<ArgumentException>(() => ChangeSet.Empty(3).Compose(ChangeSet.Empty(2)));
    }

    [Fact]
    public void Map_OverAChangeOfAnotherLength_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => ChangeSet.Replace(3, 0, 1, "").Map(ChangeSet.Replace(2, 0, 1, "")));
        Assert.Throws<ArgumentException>(() => ChangeSet.Replace(3, 0, 1, "").Map(ChangeSet.Empty(2)));
    }

    [Fact]
    public void Map_InsertionsAtOnePlace_GoBehindUnlessBefore()
    {
        var other = ChangeSet.Replace(2, 1, 1, "O");
        var own = ChangeSet.Replace(2, 1, 1, "x");
        Assert.Equal("aOxb", own.Map(other).Apply(other.Apply("ab")));
        Assert.Equal("axOb", own.Map(other, before: true).Apply(other.Apply("ab")));
    }

    [Fact]
    public void Map_InsertionIntoADeletedRange_Survives()
    {
        var other = ChangeSet.Replace(5, 1, 4, "");
        Assert.Equal("axe", ChangeSet.Replace(5, 2, 2, "x").Map(other).Apply(other.Apply("abcde")));
    }

    [Fact]
    public void Map_SameRangeDeletedTwice_IsDeletedOnce()
    {
        var deletion = ChangeSet.Replace(5, 1, 4, "");
        Assert.True(deletion.Map(deletion).IsEmpty);
    }

    [Theory]
    [InlineData(0, -1, 0)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(2, -1, 4)]
    [InlineData(4, -1, 4)]
    [InlineData(4, 1, 4)]
    [InlineData(5, 1, 5)]
    public void MapPosition_AroundInsertionsAndDeletions_MovesAlong(int position, int assoc, int expected) =>
        Assert.Equal(expected, ChangeSet.Of(6, [(1, 1, "XY"), (2, 4, "")]).MapPosition(position, assoc));

    [Theory]
    [InlineData(2, MapMode.Simple, 1)]
    [InlineData(2, MapMode.TrackDeletion, null)]
    [InlineData(1, MapMode.TrackDeletion, 1)]
    [InlineData(3, MapMode.TrackBefore, null)]
    [InlineData(1, MapMode.TrackBefore, 1)]
    [InlineData(1, MapMode.TrackAfter, null)]
    [InlineData(3, MapMode.TrackAfter, 1)]
    public void MapPosition_InADeletedRange_IsGoneByTheMode(int position, MapMode mode, int? expected) =>
        Assert.Equal(expected, ChangeSet.Replace(4, 1, 3, "").MapPosition(position, -1, mode));

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void MapPosition_OutsideTheText_IsAnError(int position) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChangeSet.Empty(3).MapPosition(position));

    [Fact]
    public void Invert_BringsBackWhatWasThere()
    {
        var change = ChangeSet.Of(6, [(0, 2, "Q"), (3, 3, "ů\n"), (5, 6, "")]);
        Assert.Equal("ab\ndef", change.Invert("ab\ndef").Apply(change.Apply("ab\ndef")));
        Assert.Equal("[[1,\"ab\"],1,[2],2,[0,\"f\"]]", change.Invert("abcdef").ToJson());
    }
}
