namespace Workspace.Text.Tests;

public sealed class TextDocumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(100_000)]
    public void From_ATextOfAnyLength_HoldsIt(int length)
    {
        var text = Numbers(length);
        var document = TextDocument.From(text);
        Assert.Equal(text, document.ToString());
        Assert.Equal(length, document.Length);
        Assert.Equal(text, string.Concat(Enumerable.Range(0, length).Select(i => document[i])));
    }

    [Fact]
    public void Slice_OfAnyRange_IsThatOfTheString()
    {
        var text = Numbers(9000);
        var document = TextDocument.From(text);
        foreach (var from in new[] { 0, 1, 2047, 2048, 2049, 5000, 8999, 9000 })
        {
            foreach (var to in new[] { from, Math.Min(9000, from + 1), Math.Min(9000, from + 4096), 9000 })
                Assert.Equal(text[from..to], document.Slice(from, to));
        }
    }

    [Fact]
    public void Slice_OutsideTheText_IsAnError()
    {
        var document = TextDocument.From("abc");
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Slice(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Slice(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Slice(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => document[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => document[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => TextDocument.Empty[0]);
    }

    [Fact]
    public void Apply_LeavesTheDocumentBeforeAsItWas()
    {
        var before = TextDocument.From(Numbers(5000));
        ChangeSet.Replace(5000, 10, 4000, "x").Apply(before);
        Assert.Equal(Numbers(5000), before.ToString());
    }

    [Fact]
    public void Apply_ThousandsOfRandomChanges_EqualsTheString()
    {
        var random = Seed.For(0);
        var text = Numbers(20_000);
        var document = TextDocument.From(text);
        for (var i = 0; i < 5000; i++)
        {
            var from = random.Next(text.Length + 1);
            var largest = random.Next(50) == 0 ? 12_000 : 20;
            var to = Math.Min(text.Length, from + random.Next(largest));
            var change = ChangeSet.Of(text.Length, [(from, to, Numbers(random.Next(largest))), (random.Next(text.Length + 1), text.Length, "")]);
            if (change.NewLength < 10_000)
                change = ChangeSet.Replace(text.Length, from, to, Numbers(random.Next(largest)));
            text = change.Apply(text);
            document = change.Apply(document);
            Assert.True(document.Length == text.Length && document.ToString() == text, $"{Seed.Sentence(0)}differs after change {i}");
        }
    }

    /// <summary>Counted in memory, which unlike time is the same on every machine; also after the text has been through a lot.</summary>
    [Fact]
    public void Apply_OfALetterInALongText_CopiesKilobytesOnly()
    {
        var random = Seed.For(1);
        var document = TextDocument.From(Numbers(TextRules.MaxTextLength - 20_000));
        for (var i = 0; i < 20_000; i++)
        {
            var at = random.Next(document.Length);
            document = ChangeSet.Replace(document.Length, at, at + random.Next(2), "ž").Apply(document);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            ChangeSet.Replace(document.Length, i * 9000, i * 9000, "ž").Apply(document);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 48 * 1024);
    }

    private static string Numbers(int length) =>
        string.Create(length, 0, (target, _) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = (char)('!' + (i % 7919 % 89));
        });
}
