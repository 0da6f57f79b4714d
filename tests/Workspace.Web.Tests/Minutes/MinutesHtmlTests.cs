using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Workspace.Web.Exports;
using Workspace.Web.Minutes;
using Workspace.Web.Tests.Exports;

namespace Workspace.Web.Tests.Minutes;

public class MinutesHtmlTests
{
    [Fact]
    public void Write_Page_StandsAlone()
    {
        var page = Read(SampleMinutes.Full);
        Assert.Equal("cs-CZ", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("link, script, img, iframe, [src], [style], [onload]"));
        var style = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        Assert.DoesNotContain("url(", style);
        Assert.DoesNotContain("@import", style);
    }

    [Fact]
    public void Write_OwnPolicy_AllowsItsStyleAndNothingElse()
    {
        var page = Read(SampleMinutes.Full);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("r4nd0m+/=")]
    public void Write_Nonce_IsOnTheStyle(string? nonce) =>
        Assert.Equal(nonce, Read(SampleMinutes.Full, nonce).QuerySelector("style")!.GetAttribute("nonce"));

    [Fact]
    public void Write_Headings_SkipNoLevel()
    {
        var levels = Read(SampleMinutes.Full).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal([1, 2, 3, 3, 3, 4, 4, 2], levels);
    }

    [Fact]
    public void Write_NobodyExcused_SaysSo()
    {
        var facts = Facts(Read(SampleMinutes.Bare));
        Assert.Equal(["Přítomni: nikdo", "Omluveni: nikdo", "Hosté: nikdo"], facts);
    }

    [Fact]
    public void Write_CzechMinutes_AreWrittenAsCzechsWrite()
    {
        var text = Read(SampleMinutes.Full).Body!.TextContent;
        Assert.Contains("ze dne 11.\u00A06.\u00A02026", text);
        Assert.Contains("10.00–12.30\u00A0hod.", text);
        Assert.Contains("přítomné v\u00A0sále", text);
        Assert.Contains("Lucie Ježková v.\u00A0r.", text);
        Assert.DoesNotContain("Šťastný, Ph.D. v.\u00A0r.", text);
    }

    [Fact]
    public void Write_EnglishMinutesForACzechReader_AreEnglish()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("cs-CZ");
            var page = Read(SampleMinutes.English);
            Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal("MINUTES No.\u00A002/2026", page.QuerySelector("h1")!.TextContent);
            Assert.Contains("of 11\u00A0June 2026", page.Body!.TextContent);
            Assert.Contains("Excused: ", string.Join('\n', Facts(page)));
            Assert.Contains("Draft minutes", page.Body.TextContent);
            Assert.Equal(new CultureInfo("cs-CZ"), CultureInfo.CurrentUICulture);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Write_CzechMinutesForAnEnglishReader_AreCzech()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("en-GB");
            Assert.Equal("ZÁPIS č.\u00A002/2026", Read(SampleMinutes.Full).QuerySelector("h1")!.TextContent);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Write_AnyWordsInAnyPlace_AreHarmless() => RandomMarkdown.Holds(text =>
    {
        var page = Read(SampleMinutes.Filled(text));
        return page.QuerySelectorAll("script, img, iframe, object, form, input, [style], [src]").Length == 0
            && page.QuerySelectorAll("style").Length == 1
            && page.QuerySelectorAll("*").All(element => !element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)))
            && page.QuerySelectorAll("a").All(link => SafeHtml.Dangers(link.OuterHtml) is []);
    });

    [Fact]
    public async Task Write_Printed_HasHeaderAndPageNumbers()
    {
        var item = SampleMinutes.Full.Items[0] with { Markdown = string.Concat(Enumerable.Repeat("Předsedkyně přivítala přítomné.\n\n", 60)) };
        var html = SampleMinutes.Writer<MinutesHtml>().Write(SampleMinutes.Full with { Items = [item], Publicity = "Podpořeno \"programem\" </style> {0}\\." });
        var pdf = await SampleMinutes.Writer<PdfPrinter>().PrintAsync(html);
        Assert.True(pdf is not null, "Chromium is needed for this test: apt-get install chromium");
        MinutesDocxTests.InOrder(
            [
                "ZÁPIS č. 02/2026", "Podpořeno \"programem\" </style> {0}\\.", "Strana 1 z 3", "Zápis č. 02/2026 – Pracovní skupina Dostupné bydlení, 11. 6. 2026",
                "Strana 2 z 3", "Ověření zápisu:", "podpis", "Podpořeno", "Strana 3 z 3",
            ],
            await Tool.TextOfPdfAsync(pdf!));
    }

    private static IHtmlDocument Read(MinutesDocument minutes, string? nonce = null) =>
        new HtmlParser().ParseDocument(SampleMinutes.Writer<MinutesHtml>().Write(minutes, nonce));

    private static IEnumerable<string> Facts(IHtmlDocument page) =>
        page.QuerySelectorAll("dt").Select(label => $"{label.TextContent} {label.NextElementSibling!.TextContent}");
}
