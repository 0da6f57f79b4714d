using Workspace.Web.Exports;
using Workspace.Web.Minutes;
using Workspace.Web.Tests.Exports;

namespace Workspace.Web.Tests.Minutes;

public class MinutesMarkdownTests
{
    [Fact]
    public void Write_FullMinutes_ReadsLikeThem()
    {
        var markdown = Write(SampleMinutes.Full).Replace('\u00A0', ' ');
        MinutesDocxTests.InOrder(
            [
                "Odbor sociálních věcí\n\n# ZÁPIS č. 02/2026\n\nze zasedání pracovní skupiny Dostupné bydlení\\\n", "- **Čas:** 10.00–12.30 hod.\n",
                "- **Přítomni:**\n  - 3 z 5 členů", "- **Hosté:** zástupci obcí\n", "\n## Průběh jednání\n\n### 1. Zahájení a schválení programu\n",
                "| Úkol | Termín |", "\n#### Diskuse\n", "\n#### 3.1 Financování\n", "\n## Další jednání\n\n17\\. 9. 2026", "**Zapsala:** Lucie Ježková v. r., tajemnice\n",
            ],
            markdown);
    }

    [Fact]
    public void Write_ReadBack_HasTheItemsAsTheyWere()
    {
        var body = SafeHtml.Body(MarkdownRenderer.ToHtml(Write(SampleMinutes.Full)));
        Assert.Equal(
            ["ZÁPIS č. 02/2026", "Průběh jednání", "1. Zahájení a schválení programu", "2. Kontrola úkolů", "3. Akční plán", "Diskuse", "3.1 Financování", "Další jednání"],
            body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.TextContent.Replace('\u00A0', ' ')));
        Assert.Contains(MarkdownRenderer.ToHtml(SampleMinutes.Full.Items[1].Markdown, 3), MarkdownRenderer.ToHtml(Write(SampleMinutes.Full)));
    }

    [Fact]
    public void Write_AnyTextInAnItem_LeavesTheNextItemWhole() => RandomMarkdown.Holds(text =>
    {
        var minutes = SampleMinutes.Full with { Items = [new("1", "První", text), new("2", "Druhý", "Text druhého.")] };
        var html = MarkdownRenderer.ToHtml(Write(minutes));
        return html.Contains("<h3>2. Druhý</h3>\n<p>Text druhého.</p>\n<h2>Další jednání</h2>", StringComparison.Ordinal);
    });

    [Fact]
    public void Write_AnyWordsInAnyPlace_MakeNoNewStructure() => RandomMarkdown.Holds(text =>
    {
        var minutes = SampleMinutes.Filled(text) with { Items = [] };
        var body = SafeHtml.Body(MarkdownRenderer.ToHtml(Write(minutes)));
        return body.QuerySelectorAll("h1, h2, h3").Length == 2 && body.QuerySelectorAll("table, a, pre, blockquote, del").Length == 0;
    });

    private static string Write(MinutesDocument minutes) => SampleMinutes.Writer<MinutesMarkdown>().Write(minutes);
}
