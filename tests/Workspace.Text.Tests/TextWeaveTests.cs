namespace Workspace.Text.Tests;

public sealed class TextWeaveTests
{
    /// <summary>The plain model: each character with the change that wrote it.</summary>
    private sealed record Written(char Unit, int Change);

    [Fact]
    public void Weave_OfRandomChanges_KnowsEveryTextAndWhoseEachCharacterIs()
    {
        for (var number = 0; number < 300; number++)
        {
            var random = Seed.For(number);
            // Too short to count as text that comes back.
            var texts = new RandomTexts(random);
            var start = texts.Document();
            var weave = new TextWeave(start);
            List<List<Written>> model = [[.. start.Select(unit => new Written(unit, 0))]];
            for (var change = 1; change <= 40; change++)
            {
                var made = ChangeSet.Of(weave.Length, texts.Replacements(weave.Length).Select(r => r with { Insert = r.Insert[..Math.Min(7, r.Insert.Length)] }));
                weave.Add(made);
                model.Add(Apply(made, model[^1], change));
            }
            for (var change = 0; change <= 40; change++)
            {
                var expected = model[change];
                Assert.True(string.Concat(expected.Select(w => w.Unit)) == weave.TextAfter(change), Seed.Sentence(number));
                Assert.True(expected.Select(w => w.Change).SequenceEqual(weave.After(change).SelectMany(p => Enumerable.Repeat(p.Origin, p.Length))), Seed.Sentence(number));
            }
        }
    }

    [Fact]
    public void Weave_OfLooseAndLongChanges_GivesTheTextAfterEachOfThem()
    {
        for (var number = 0; number < 60; number++)
        {
            var texts = new RandomTexts(Seed.For(number));
            List<string> expected = [texts.Document()];
            var weave = new TextWeave(expected[0]);
            for (var change = 1; change <= 300; change++)
            {
                var made = texts.Change(weave.Length);
                weave.Add(made);
                expected.Add(made.Apply(expected[^1]));
            }
            for (var change = 0; change <= 300; change++)
                Assert.True(expected[change] == weave.TextAfter(change), Seed.Sentence(number));
            Assert.Equal(expected[^1].Length, weave.Length);
        }
    }

    [Fact]
    public void Weave_OfManyChangesInALongText_EqualsTheDocument()
    {
        var random = Seed.For(0);
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i} "));
        var weave = new TextWeave(text);
        for (var change = 1; change <= 5_000; change++)
        {
            var from = random.Next(text.Length);
            var made = ChangeSet.Replace(text.Length, from, Math.Min(text.Length, from + random.Next(4)), random.Next(3) == 0 ? "" : "slovo ");
            weave.Add(made);
            text = made.Apply(text);
        }
        Assert.Equal(text, weave.TextAfter(5_000));
    }

    [Fact]
    public void TextThatComesBackWhereItWas_KeepsItsFirstWriters()
    {
        var weave = new TextWeave();
        weave.Add(ChangeSet.Replace(0, 0, 0, "Zástupce ministerstva "));
        weave.Add(ChangeSet.Replace(22, 22, 22, "informoval o výzvě."));
        weave.Add(ChangeSet.Replace(41, 0, 41, "Nic."));
        weave.Add(ChangeSet.Replace(4, 0, 4, "Zástupce ministerstva informoval o výzvě."));
        Assert.Equal([("Zástupce ministerstva ", 1), ("informoval o výzvě.", 2)], weave.After(4).Select(p => (p.Text.ToString(), p.Origin)));
        Assert.All(weave.After(4), piece => Assert.Equal(4, piece.Born));
    }

    [Fact]
    public void PartOfWhatIsGone_ThatComesBack_KeepsItsFirstWriter()
    {
        var weave = new TextWeave("Úvod. Konec.");
        weave.Add(ChangeSet.Replace(12, 6, 6, "Skupina bere zprávu na vědomí. "));
        weave.Add(ChangeSet.Replace(43, 6, 37, ""));
        weave.Add(ChangeSet.Replace(12, 6, 6, "bere zprávu na vědomí. "));
        Assert.Equal([0, 1, 0], weave.After(3).Select(p => p.Origin));
    }

    [Fact]
    public void TheSameWordsElsewhere_OrTooFewOfThem_AreTheirNewWriters()
    {
        var weave = new TextWeave("Úvod. Konec.");
        weave.Add(ChangeSet.Replace(12, 6, 12, ""));
        weave.Add(ChangeSet.Replace(6, 6, 6, "Konec."));
        weave.Add(ChangeSet.Replace(12, 0, 5, ""));
        weave.Add(ChangeSet.Replace(7, 7, 7, "Úvod. Úvod."));
        Assert.Equal([(" ", 0), ("Konec.", 2), ("Úvod. Úvod.", 4)], weave.After(4).Select(p => (p.Text.ToString(), p.Origin)));
    }

    [Fact]
    public void ChangeOfAnotherText_IsAnError()
    {
        var weave = new TextWeave("abc");
        Assert.Throws<ArgumentException>(() => weave.Add(ChangeSet.Replace(4, 0, 0, "x")));
        Assert.Throws<ArgumentOutOfRangeException>(() => weave.TextAfter(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => weave.TextAfter(-1));
        Assert.Equal("abc", weave.TextAfter(0));
    }

    private static List<Written> Apply(ChangeSet change, List<Written> text, int number)
    {
        // A text of private characters tells which of the old ones the change kept.
        var marked = change.Apply(string.Concat(Enumerable.Range(0, text.Count).Select(i => (char)('\uE000' + i))));
        var after = change.Apply(string.Concat(text.Select(w => w.Unit)));
        return [.. marked.Select((mark, i) => mark is >= '\uE000' and <= '\uF8FF' ? text[mark - '\uE000'] : new Written(after[i], number))];
    }
}
