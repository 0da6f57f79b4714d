using DocumentFormat.OpenXml.Wordprocessing;

namespace Workspace.Web.Tests.Exports;

public class MarkdownToDocxTests
{
    [Fact]
    public void Write_NumberedLists_CountForThemselvesFromTheirStart()
    {
        using var docx = Docx.OfMarkdown("1. a\n2. b\n   1. c\n   - d\n\nvěta\n\n5) e\n6) f");
        Assert.Equal(
            ["a %1. 1 level 0 list 2", "b %1. 1 level 0 list 2", "c %2. 1 level 1 list 3", "d – level 1 list 1", "věta ", "e %1) 5 level 0 list 4", "f %1) 5 level 0 list 4"],
            docx.Paragraphs.Select(paragraph => $"{paragraph.InnerText} {docx.ListOf(paragraph)}"));
    }

    [Fact]
    public void Write_CheckList_HasBoxesInsteadOfBullets()
    {
        using var docx = Docx.OfMarkdown("- [x] hotovo\n- [ ] zbývá");
        Assert.Equal(["☒hotovo", "☐zbývá"], docx.Paragraphs.Select(paragraph => paragraph.InnerText));
        Assert.All(docx.Paragraphs, paragraph => Assert.Single(paragraph.Descendants<TabChar>()));
        Assert.All(docx.Paragraphs, paragraph => Assert.Equal("", docx.ListOf(paragraph)));
    }

    [Fact]
    public void Write_Emphasis_BecomesRunProperties()
    {
        using var docx = Docx.OfMarkdown("**a *b* ~~c~~** `d`");
        Assert.Equal(
            ["a :b", "b:b i", " :b", "c:b strike", " :", "d:rFonts"],
            docx.Paragraphs.Single().Descendants<Run>().Select(run => $"{run.InnerText}:{string.Join(' ', run.RunProperties?.Select(property => property.LocalName) ?? [])}"));
    }

    [Fact]
    public void Write_LineEnd_IsABreak()
    {
        using var docx = Docx.OfMarkdown("první\ndruhý");
        Assert.Single(docx.Paragraphs.Single().Descendants<Break>());
    }

    [Fact]
    public void Write_Links_LeadWhereTheyMayAndShareTheirAddress()
    {
        using var docx = Docx.OfMarkdown("[a](https://example.cz/č) [b](https://example.cz/č) [c](javascript:alert(1))");
        Assert.Equal(["a", "b"], docx.Body.Descendants<Hyperlink>().Select(link => link.InnerText));
        Assert.Equal("https://example.cz/%C4%8D", Assert.Single(docx.Main.HyperlinkRelationships).Uri.AbsoluteUri);
        Assert.Equal("a b c", docx.Body.InnerText);
    }

    [Fact]
    public void Write_Table_RepeatsItsHeadAndFillsTheWidth()
    {
        using var docx = Docx.OfMarkdown("| dlouhý sloupec s textem | x |\n|---|--:|\n| a | **1** |\n| b |");
        var table = Assert.Single(docx.Body.Elements<Table>());
        Assert.Single(table.Descendants<TableHeader>());
        Assert.Equal(["dlouhý sloupec s textemx", "a1", "b"], table.Elements<TableRow>().Select(row => row.InnerText));
        Assert.Equal(11906 - 2 * 1417, table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!)));
        Assert.Equal(3, table.Descendants<Justification>().Count(side => side.Val! == JustificationValues.Right));
    }

    [Fact]
    public void Write_TableWiderThanWordAllows_KeepsItsTextAsLines()
    {
        var row = "|" + string.Concat(Enumerable.Range(1, 100).Select(i => $" b{i} |"));
        using var docx = Docx.OfMarkdown(row + "\n|" + string.Concat(Enumerable.Repeat("-|", 100)) + "\n" + row);
        Assert.Empty(docx.Body.Elements<Table>());
        Assert.Equal(2, docx.Paragraphs.Count(paragraph => paragraph.InnerText.EndsWith("b99 | b100")));
        Assert.Empty(docx.Faults);
    }

    [Fact]
    public void Write_NumbersBeyondWord_AreTypedOut()
    {
        using var docx = Docx.OfMarkdown("999999999. a");
        Assert.Equal("999999999.a", docx.Paragraphs.Single().InnerText);
        Assert.Empty(docx.Faults);
    }

    [Fact]
    public void Write_MoreListsThanWordLikes_KeepTheirNumbers()
    {
        using var docx = Docx.OfMarkdown(string.Concat(Enumerable.Repeat("1. a\n2. b\n- c\n", 1500)));
        var last = docx.Paragraphs.TakeLast(3).ToList();
        Assert.Equal(["1.a", "2.b", "c"], last.Select(paragraph => paragraph.InnerText));
        Assert.True(docx.Main.NumberingDefinitionsPart!.Numbering.Elements<NumberingInstance>().Count() <= 1000);
        Assert.Empty(docx.Faults);
    }

    [Fact]
    public void Write_DeepNesting_StaysOnThePage()
    {
        using var docx = Docx.OfMarkdown(string.Concat(Enumerable.Range(0, 30).Select(i => new string(' ', 2 * i) + "- bod\n")) + "\n" + new string('>', 60) + " citát");
        Assert.Contains("citát", docx.Body.InnerText);
        Assert.All(docx.Body.Descendants<Indentation>(), indentation => Assert.InRange(int.Parse(indentation.Left!), 0, 5000));
        Assert.Empty(docx.Faults);
    }

    [Fact]
    public void Write_TenThousandParagraphsAndALongTable_AreAllThere()
    {
        using var docx = Docx.OfMarkdown(
            string.Concat(Enumerable.Range(1, 10_000).Select(i => $"Odstavec {i} s **textem**.\n\n")) + "| a | b |\n|---|---|\n"
            + string.Concat(Enumerable.Range(1, 5000).Select(i => $"| buňka {i} | x |\n")));
        Assert.Equal((10_001, 5001), (docx.Paragraphs.Count, docx.Body.Descendants<TableRow>().Count()));
    }

    [Fact]
    public void Write_AnyText_IsAValidDocument() => RandomMarkdown.Holds(
        markdown =>
        {
            using var docx = Docx.OfMarkdown(markdown);
            return docx.Faults.Aggregate("", (all, fault) => all + fault + "\n") is "";
        },
        cases: 150);

    [Fact]
    public void Write_AnyText_HasTheWordsOfTheHtml() => RandomMarkdown.Holds(markdown =>
    {
        using var docx = Docx.OfMarkdown(markdown);
        return Words(docx.Body.InnerText) == Words(SafeHtml.Body(Workspace.Web.Exports.MarkdownRenderer.ToHtml(markdown)).TextContent);
    });

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
