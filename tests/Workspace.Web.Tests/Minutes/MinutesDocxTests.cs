using DocumentFormat.OpenXml.Wordprocessing;
using Workspace.Web.Minutes;
using Workspace.Web.Tests.Exports;

namespace Workspace.Web.Tests.Minutes;

public class MinutesDocxTests
{
    public static TheoryData<string> Fixtures => ["full", "bare", "english", "hostile"];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Write_Fixture_IsValid(string fixture)
    {
        using var docx = Write(fixture switch
        {
            "full" => SampleMinutes.Full,
            "bare" => SampleMinutes.Bare,
            "english" => SampleMinutes.English,
            _ => SampleMinutes.Filled("<b>&\"'\0\u001b\ud800\n\t{0}{1}|**x** [y](javascript:z) ]]>" + new string('x', 5000)),
        });
        Assert.Empty(docx.Faults);
    }

    [Fact]
    public void Write_AnyWords_AreValid() => RandomMarkdown.Holds(
        text =>
        {
            using var docx = Write(SampleMinutes.Filled(text));
            return !docx.Faults.Any();
        },
        cases: 60);

    [Fact]
    public async Task Write_OpenedInLibreOffice_ReadsInOrder()
    {
        var text = await Tool.TextOfDocxAsync(SampleMinutes.Writer<MinutesDocx>().Write(SampleMinutes.Full));
        string[] expected =
        [
            "Odbor sociálních věcí", "ZÁPIS č. 02/2026", "ze zasedání pracovní skupiny Dostupné bydlení", "Regionální stálé konference Podhorského kraje",
            "ze dne 11. 6. 2026", "Čas:", "10.00–12.30 hod.", "Přítomni:", "3 z 5 členů (viz prezenční listina, příloha č. 1)",
            "Mgr. Jana Dvorská, předsedkyně, Město Horní Lhota", "Tomáš Beneš, Charita Podlesí (v zastoupení: Marie Havlíková)",
            "Omluveni:", "Marie Havlíková, Charita Podlesí (zastupuje Tomáš Beneš)", "Hosté:", "zástupci obcí",
            "Průběh jednání", "1.", "Zahájení a schválení programu", "Předkládá: J. Dvorská · k rozhodnutí", "přítomné v sále",
            "2.", "Úkol", "Termín", "Rozeslat návrh", "30. 6. 2026", "☒", "splněno", "☐", "zbývá", "Diskuse", "P. Malina: souhlasí.",
            "4.", "čtvrtý podnět", "5.", "pátý podnět", "podrobnost", "3.1", "Financování", "Další jednání", "17. 9. 2026",
            "V Horní Lhotě dne 15. 6. 2026", "Zapsala:", "Lucie Ježková v. r.", "Ověření zápisu:", "Ing. Karel Šťastný", "....", "podpis",
            "Strana 2 z 2",
        ];
        Assert.Contains("Strana 1 z 2", text.Replace('\u00A0', ' '));
        InOrder(expected, text);
    }

    [Fact]
    public void Write_Properties_NameTitleAuthorAndLanguage()
    {
        using var docx = Write(SampleMinutes.Full);
        Assert.Equal(
            ("Zápis č.\u00A002/2026 – Pracovní skupina Dostupné bydlení, 11.\u00A06.\u00A02026", "Lucie Ježková", "cs-CZ"),
            (docx.Properties.Title, docx.Properties.Creator, docx.Properties.Language));
        Assert.Contains("<w:lang w:val=\"cs-CZ\"", docx.Main.StyleDefinitionsPart!.Styles!.OuterXml);
    }

    [Fact]
    public void Write_Headings_StandUnderTheItemTheyBelongTo()
    {
        using var docx = Write(SampleMinutes.Full);
        Assert.Equal(
            [
                "Title ZÁPIS č.\u00A002/2026", "Heading1 Průběh jednání", "Heading2 1.Zahájení a\u00A0schválení programu", "Heading2 2.Kontrola úkolů",
                "Heading2 3.Akční plán", "Heading3 Diskuse", "Heading3 3.1Financování", "Heading1 Další jednání",
            ],
            docx.Paragraphs.Select(paragraph => $"{paragraph.ParagraphProperties?.ParagraphStyleId?.Val} {paragraph.InnerText}")
                .Where(line => line.StartsWith("Heading", StringComparison.Ordinal) || line.StartsWith("Title", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_Styles_AreAllThere()
    {
        using var docx = Write(SampleMinutes.Full);
        var known = docx.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!).ToHashSet();
        var used = docx.Body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!)
            .Concat(docx.Body.Descendants<RunStyle>().Select(style => style.Val!.Value!))
            .Concat(docx.Body.Descendants<TableStyle>().Select(style => style.Val!.Value!));
        Assert.Empty(used.Except(known));
    }

    internal static void InOrder(IEnumerable<string> expected, string text)
    {
        var flat = text.Replace('\u00A0', ' ');
        var place = 0;
        foreach (var piece in expected)
        {
            var found = flat.IndexOf(piece, place, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{piece}' is missing after: {flat[Math.Max(0, place - 80)..place]}\n\n{flat}");
            place = found + piece.Length;
        }
    }

    private static Docx Write(MinutesDocument minutes) => new(SampleMinutes.Writer<MinutesDocx>().Write(minutes));
}
