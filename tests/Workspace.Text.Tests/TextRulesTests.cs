using System.Text;
using System.Text.RegularExpressions;

namespace Workspace.Text.Tests;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("Žluťoučký kůň\n\t😀 \u00A0\u2028\uFFFD", null)]
    [InlineData("\0", TextFault.ControlCharacter)]
    [InlineData("a\rb", TextFault.ControlCharacter)]
    [InlineData("\u000B", TextFault.ControlCharacter)]
    [InlineData("\u001F", TextFault.ControlCharacter)]
    [InlineData("\u007F", TextFault.ControlCharacter)]
    [InlineData("\u0085", TextFault.ControlCharacter)]
    [InlineData("\u009F", TextFault.ControlCharacter)]
    [InlineData("\uFFFE", TextFault.ControlCharacter)]
    [InlineData("\uFFFF", TextFault.ControlCharacter)]
    [InlineData(@"a\uD83D", TextFault.LoneSurrogate)]
    [InlineData(@"\uDE00a", TextFault.LoneSurrogate)]
    [InlineData(@"\uDE00\uD83D", TextFault.LoneSurrogate)]
    [InlineData(@"\uD83D\uD83D\uDE00", TextFault.LoneSurrogate)]
    public void Check_OfATextOrOfItsInsertion_NamesTheFault(string text, TextFault? expected)
    {
        text = Unescaped(text);
        Assert.Equal(expected, TextRules.Check(text));
        var json = $"[1,[0,{string.Join(',', text.Split('\n').Select(AsciiJson.Quote))}],1]";
        if (text.Length > 0)
            Assert.Equal(expected, TextRules.Check(ChangeSet.Parse(json), TextDocument.From("ab")));
    }

    [Fact]
    public void Check_OfAChangeOfAnotherLength_IsUnfit() =>
        Assert.Equal(TextFault.Unfit, TextRules.Check(ChangeSet.Empty(2), TextDocument.From("a")));

    [Fact]
    public void Check_AtTheLongestText_IsTooLargeOneUnitLater()
    {
        var full = new string('a', TextRules.MaxTextLength);
        Assert.Null(TextRules.Check(full));
        Assert.Equal(TextFault.TooLarge, TextRules.Check(full + "a"));
        var document = TextDocument.From(full);
        Assert.Null(TextRules.Check(ChangeSet.Replace(full.Length, 0, 1, "b"), document));
        Assert.Equal(TextFault.TooLarge, TextRules.Check(ChangeSet.Replace(full.Length, 0, 0, "b"), document));
    }

    [Theory]
    [InlineData('a', 1)]
    [InlineData('č', 2)]
    [InlineData('"', 2)]
    public void Check_AtTheLargestChange_IsTooLargeOneLetterLater(char letter, int bytes)
    {
        var frame = "[[0,\"\"]]".Length;
        var most = (TextRules.MaxChangeBytes - frame) / bytes;
        Assert.Null(TextRules.Check(ChangeSet.Replace(0, 0, 0, new string(letter, most)), TextDocument.Empty));
        var larger = ChangeSet.Replace(0, 0, 0, new string(letter, most + 1));
        Assert.True(Encoding.UTF8.GetByteCount(larger.ToJson()) > TextRules.MaxChangeBytes);
        Assert.Equal(TextFault.TooLarge, TextRules.Check(larger, TextDocument.Empty));
    }

    [Theory]
    [InlineData("[2,[2],3]", null)]
    [InlineData("[1,[1],5]", null)]
    [InlineData("[2,[1],4]", TextFault.LoneSurrogate)]
    [InlineData("[3,[1],3]", TextFault.LoneSurrogate)]
    [InlineData("[3,[0,\"x\"],4]", TextFault.LoneSurrogate)]
    [InlineData("[3,[2],2]", null)]
    [InlineData("[3,[2,\"x\"],2]", TextFault.LoneSurrogate)]
    [InlineData("[3,[2],[1],1]", TextFault.LoneSurrogate)]
    [InlineData("[2,[1],[1,\"x\"],3]", null)]
    [InlineData("[3,1,3]", null)]
    [InlineData("[[3],4]", TextFault.LoneSurrogate)]
    [InlineData("[5,[2]]", TextFault.LoneSurrogate)]
    [InlineData("[[7]]", null)]
    public void Check_OfChangesAmongWholeCharacters_SeesHalvesLeftAlone(string json, TextFault? expected) =>
        Assert.Equal(expected, TextRules.Check(ChangeSet.Parse(json), TextDocument.From("ab😀😁c")));

    [Fact]
    public void Check_OfRandomChanges_AgreesWithTheResult()
    {
        var (refused, passed) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var texts = new RandomTexts(Seed.For(i));
            var text = texts.Document();
            var change = texts.Change(text.Length);
            var fault = TextRules.Check(change, TextDocument.From(text));
            Assert.True(fault == TextRules.Check(change.Apply(text)), $"{Seed.Sentence(i)}{fault} for {change} of {AsciiJson.Quote(text)}");
            _ = fault is null ? passed++ : refused++;
        }
        Assert.True(refused > 100 && passed > 100, $"{Seed.Sentence(0)}{refused} refused, {passed} passed");
    }

    [Theory]
    [InlineData("a\r\nb\rc\n", "a\nb\nc\n")]
    [InlineData("a\0\u0007\u009Fb\tc\uFFFF", "ab\tc")]
    [InlineData(@"\uD83Dx\uDE00", "\uFFFDx\uFFFD")]
    [InlineData("c\u030C e\u0301", "č é")]
    [InlineData("c\u0007\u030C", "č")]
    [InlineData("😀", "😀")]
    public void Normalise_OfAForeignText_MakesItOurs(string text, string expected) => Assert.Equal(expected, TextRules.Normalise(Unescaped(text)));

    [Fact]
    public void Normalise_OfAnything_KeepsTheRulesAndIsFinal()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var text = new RandomTexts(Seed.For(i)) { AllowsOddities = true }.Text(i % 40);
            var normal = TextRules.Normalise(text);
            Assert.True(TextRules.Check(normal) is null && TextRules.Normalise(normal) == normal, Seed.Sentence(i) + AsciiJson.Quote(text));
        }
    }

    /// <summary>Attributes are stored in UTF-8 and cannot hold lone surrogates as such.</summary>
    private static string Unescaped(string text) => Regex.Unescape(text);
}
