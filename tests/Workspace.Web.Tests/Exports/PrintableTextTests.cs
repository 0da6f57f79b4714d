using System.Globalization;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Workspace.Web.Exports;

namespace Workspace.Web.Tests.Exports;

public class PrintableTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne")]
    [InlineData("a\0\u0007\u001bb\tc", "ab\tc")]
    public void Clean_WhatNoFileMayHold_IsGone(string? typed, string clean) => Assert.Equal(clean, PrintableText.Clean(typed));

    [Fact]
    public void Clean_HalvesOfCharacters_AreMarked() => Assert.Equal("x\uFFFDy\uFFFDz😀\uFFFD\uFFFD", PrintableText.Clean("x\ud800y\udc00z😀\udc00\ud800"));

    [Fact]
    public void Clean_NonCharacters_AreGone() => Assert.Equal("ab", PrintableText.Clean("a\ufffeb\uffff"));

    [Fact]
    public void Clean_AnyCharacters_FitIntoXml() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().ToArbitrary(),
            typed => XmlConvert.VerifyXmlChars(PrintableText.Clean(new string(typed))) is not null));

    [Fact]
    public void CleanLine_ManyLines_BecomeOne() => Assert.Equal("a b c", PrintableText.CleanLine(" a\n\nb\tc\r\n"));

    [Theory]
    [InlineData("v Liberci a k tomu", "v~Liberci a~k~tomu")]
    [InlineData("V obci (u lesa), „i zde“", "V~obci (u~lesa), „i~zde“")]
    [InlineData("4. a 5. bod", "4. a~5. bod")]
    [InlineData("dne 31.7. 2024 a 11. 6. 2024", "dne 31.~7.~2024 a~11.~6.~2024")]
    [InlineData("příloha č. 2, § 5, 25 %, 1 500 Kč, 10.00 hod.", "příloha č.~2, §~5, 25~%, 1~500~Kč, 10.00~hod.")]
    [InlineData("Plán A je i dobrý, ABC v", "Plán A~je i~dobrý, ABC v")]
    [InlineData("IP adresa 1.2.3.4 2024", "IP adresa 1.2.3.4 2024")]
    [InlineData("o.p.s. a z. ú.", "o.p.s. a~z. ú.")]
    public void Tie_CzechText_TiesWhatBelongsTogether(string typed, string printed) =>
        Assert.Equal(printed.Replace('~', '\u00A0'), PrintableText.Tie(typed));

    [Theory]
    [InlineData("cs-CZ", true)]
    [InlineData("cs", true)]
    [InlineData("en-GB", false)]
    public void TiesShortWords_IsACzechHabit(string culture, bool ties) =>
        Assert.Equal(ties, PrintableText.TiesShortWords(new CultureInfo(culture)));
}
