using Workspace.Web.Exports;

namespace Workspace.Web.Tests.Exports;

public class MarkdownRendererTests
{
    [Theory]
    [InlineData("**tučně** *kurzíva* ~~pryč~~", "<p><strong>tučně</strong> <em>kurzíva</em> <del>pryč</del></p>")]
    [InlineData("první\ndruhý", "<p>první<br />\ndruhý</p>")]
    [InlineData("4. čtyři\n5. pět", "<ol start=\"4\">\n<li>čtyři</li>\n<li>pět</li>\n</ol>")]
    [InlineData("- [x] ano\n- [ ] ne", "<ul class=\"contains-task-list\">\n<li class=\"task-list-item\">☒ ano</li>\n<li class=\"task-list-item\">☐ ne</li>\n</ul>")]
    [InlineData("věta\n---", "<p>věta</p>\n<hr />")]
    [InlineData("    odsazená věta", "<p>odsazená věta</p>")]
    [InlineData("<b>ne</b>", "<p>&lt;b&gt;ne&lt;/b&gt;</p>")]
    [InlineData("H~2~O", "<p>H~2~O</p>")]
    public void ToHtml_WhatPeopleWrite_IsMarkedUp(string markdown, string html) =>
        Assert.Equal(html, MarkdownRenderer.ToHtml(markdown).TrimEnd());

    [Theory]
    [InlineData("11. 6. 2024 se konalo jednání")]
    [InlineData("1. 4. bylo zahájeno")]
    [InlineData("15. března proběhlo setkání")]
    [InlineData("P. Malina: souhlasí")]
    [InlineData("I. memorandum")]
    public void ToHtml_LineThatBeginsLikeAList_StaysASentence(string line) => Assert.Equal($"<p>{line}</p>\n", MarkdownRenderer.ToHtml(line));

    [Fact]
    public void ToHtml_Table_AlignsByClassesNotStyles()
    {
        var cells = SafeHtml.Body(MarkdownRenderer.ToHtml("| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |")).QuerySelectorAll("td");
        Assert.Equal([null, "align-center", "align-right"], cells.Select(cell => cell.GetAttribute("class")));
        Assert.All(cells, cell => Assert.Null(cell.GetAttribute("style")));
    }

    [Theory]
    [InlineData(0, "H1 H3 H6")]
    [InlineData(2, "H3 H5 H6")]
    [InlineData(9, "H6 H6 H6")]
    public void ToHtml_HeadingShift_LowersHeadingsDownToTheLast(int shift, string expected)
    {
        var body = SafeHtml.Body(MarkdownRenderer.ToHtml("# a\n### b\n###### c", shift));
        Assert.Equal(expected, string.Join(' ', body.Children.Select(heading => heading.TagName)));
    }

    [Theory]
    [InlineData("[popis](https://example.cz/a)", "https://example.cz/a")]
    [InlineData("[popis](HTTP://example.cz)", "http://example.cz/")]
    [InlineData("<a@example.cz>", "mailto:a@example.cz")]
    [InlineData("[volat](tel:+420123456789)", "tel:+420123456789")]
    [InlineData("www.example.cz", "http://www.example.cz/")]
    public void ToHtml_AllowedAddress_BecomesALinkThatLeaksNothing(string markdown, string address)
    {
        var link = Assert.Single(SafeHtml.Body(MarkdownRenderer.ToHtml(markdown)).QuerySelectorAll("a"));
        Assert.Equal((address, "noopener noreferrer nofollow"), (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("[popis](javascript:alert(1))", "popis")]
    [InlineData("[popis](java&#10;script:alert(1))", "popis")]
    [InlineData("[popis](\u0001javascript:alert(1))", "popis")]
    [InlineData("[popis](data:text/html,x)", "popis")]
    [InlineData("[popis](//example.cz)", "popis")]
    [InlineData("[popis](/meetings/1)", "popis")]
    [InlineData("[**popis**](vbscript:x)", "popis")]
    [InlineData("[popis][x]\n\n[x]: javascript:alert(1)", "popis")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    public void ToHtml_OtherAddress_LeavesTheLabel(string markdown, string label)
    {
        var body = SafeHtml.Body(MarkdownRenderer.ToHtml(markdown));
        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Equal(label, body.TextContent.Trim());
    }

    [Fact]
    public void ToHtml_Picture_IsItsDescription() =>
        Assert.Equal("<p>graf plnění 2024</p>\n", MarkdownRenderer.ToHtml("![graf *plnění* 2024](http://example.cz/x.png)"));

    [Fact]
    public void ToHtml_ForPrint_TiesShortWordsButNotInCode() =>
        Assert.Equal(
            "<p>v\u00A0obci i\u00A0v\u00A0<strong>kraji</strong> dne 11.\u00A06.\u00A02024 <code>v x</code></p>\n",
            MarkdownRenderer.ToHtml("v obci i v **kraji** dne 11.6. 2024 `v x`", tieShortWords: true).Replace("&#xA0;", "\u00A0"));

    [Fact]
    public void ToPlainText_KeepsWordsBulletsAndCells() =>
        Assert.Equal(
            "Nadpis\nřádek\ndruhý\n• a\n  3. b\n☒ c\nx\ty\n1\t2",
            MarkdownRenderer.ToPlainText("# Nadpis\n**řádek**\ndruhý\n\n- a\n  3. b\n- [x] c\n\n|x|y|\n|-|-|\n|1|[2](http://a.cz)|"));

    [Fact]
    public void ToHtml_AnyText_IsHarmless() => RandomMarkdown.Holds(markdown => SafeHtml.Dangers(MarkdownRenderer.ToHtml(markdown)) is []);

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("- - ")]
    [InlineData("*a **b ")]
    [InlineData("[a](")]
    [InlineData("~~a ")]
    [InlineData("![")]
    [InlineData("`a``")]
    [InlineData("<!--")]
    [InlineData("|a|\n|-|\n")]
    [InlineData("1. a\n   ")]
    public void ToHtml_ManyMarks_KeepsTheWords(string mark)
    {
        var html = MarkdownRenderer.ToHtml(string.Concat(Enumerable.Repeat(mark, 100_000 / mark.Length)) + "konec");
        Assert.EndsWith("konec", SafeHtml.Body(html).TextContent.TrimEnd());
    }

    [Fact]
    public void ToHtml_UnmatchedBrackets_LeaveTheRestMarkedUp() =>
        Assert.Contains("<strong>a</strong>", MarkdownRenderer.ToHtml(new string('[', 500) + " **a**"));
}
