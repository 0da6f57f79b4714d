using DocumentFormat.OpenXml.Wordprocessing;
using Workspace.Web.Exports;
using Workspace.Web.Tests.Exports;

namespace Workspace.Web.Tests.Plans.Exports;

public sealed class PlanDocxTests
{
    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    public void Write_APlan_IsValidAndLiesOnItsSide(string language)
    {
        using var docx = new Docx(SamplePlan.Docx(SamplePlan.Full, language));
        Assert.Empty(docx.Faults);
        var page = docx.Body.Descendants<PageSize>().Single();
        Assert.Equal((PageOrientationValues.Landscape, true), (page.Orient!.Value, page.Width! > page.Height!));
        var tables = docx.Body.Elements<Table>().ToList();
        Assert.Equal([3, 4], tables.Select(table => table.Elements<TableRow>().Count()));
        Assert.All(tables, table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>()));
        Assert.All(tables, table => Assert.True(table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)) <= DocxWriter.LandscapeWidth));
        Assert.Contains(docx.Main.FooterParts, footer => footer.Footer.InnerXml.Contains("NUMPAGES", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_AnyWords_IsValid() => RandomMarkdown.Holds(
        text =>
        {
            using var docx = new Docx(SamplePlan.Docx(PlanXlsxTests.Filled(text)));
            return !docx.Faults.Any();
        },
        cases: 60);

    [Fact]
    public async Task Write_OpenedInLibreOffice_ReadsInOrder()
    {
        var text = (await Tool.TextOfDocxAsync(SamplePlan.Docx(SamplePlan.Full))).Replace('\u00a0', ' ');
        var last = -1;
        string[] expected =
        [
            "Akční plán dopravy 2027–2028", "Období: 2027–2028", "Návrh, stav ke dni 11. 6. 2026", "I. Bezpečné cesty", "Kraj chce dosáhnout toho, aby:", "Opatření", "přibylo",
            "II. Veřejná doprava", "Zavést", "Vydat mapu", "III. Okruh, který zatím čeká", "Okruh zatím nemá žádné opatření.",
        ];
        foreach (var piece in expected)
        {
            var at = text.IndexOf(piece, last + 1, StringComparison.Ordinal);
            Assert.True(at > last, $"'{piece}' is not where it belongs in:\n{text}");
            last = at;
        }
        Assert.Contains("Strana 1 z ", text);
    }

    [Fact]
    public async Task Write_ThenImport_GivesTheSameItems()
    {
        var read = await Import.Reading.PlanAsync(SamplePlan.Docx(SamplePlan.Full));
        Assert.Equal(SamplePlan.Told(SamplePlan.Full).Skip(3), SamplePlan.Told(read).Skip(read.Areas.Count));
        Assert.Equal(["I", "II"], read.Areas.Take(2).Select(area => area.Number));
    }
}
