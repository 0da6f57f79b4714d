using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Workspace.Web.Plans.Import.Reading;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Workspace.Web.Tests.Plans.Import;

public class DocxTests
{
    private static readonly SampleCell?[] Header = ["č.", "opatření", "termín"];

    [Fact]
    public async Task Read_AutomaticNumbers_AreCountedAsWordCountsThem()
    {
        var numbering = new Numbering(
            List(1, NumberFormatValues.Decimal, "%1."), List(2, NumberFormatValues.UpperRoman, "Okruh %1:"),
            Instance(1, 1, null), Instance(2, 1, 1), Instance(3, 2, null));
        var table = SampleDocx.Table(new([], [Header], 3));
        foreach (var (list, wording) in ((int, string)[])[(3, "Voda"), (1, "studna"), (1, "hráz"), (3, "Les"), (2, "stezka")])
        {
            table.Append(list == 3
                ? new TableRow(new TableCell(new TableCellProperties(new GridSpan { Val = 3 }), Numbered(3, wording)))
                : new TableRow(new TableCell(Numbered(list, "")), SampleDocx.Cell(wording), SampleDocx.Cell("2025")));
        }
        var plan = await Reading.PlanAsync(SampleDocx.Of([table], numbering));
        Assert.Equal(["I Voda", "II Les"], plan.Areas.Select(area => $"{area.Number} {area.Title}"));
        Assert.Equal(["1 studna", "2 hráz", "1 stezka"], plan.Items.Select(item => $"{item.Number} {item.Wording}"));
    }

    [Fact]
    public async Task Read_TrackedChanges_AreAccepted()
    {
        var table = SampleDocx.Table(new([], [Header, ["1", "", "2025"], ["2", "mlýn", "2026"]], 3));
        var rows = table.Elements<TableRow>().ToList();
        rows[1].Elements<TableCell>().ElementAt(1).RemoveAllChildren<Paragraph>();
        rows[1].Elements<TableCell>().ElementAt(1).Append(
            new Paragraph(
                new ParagraphProperties(new ParagraphMarkRunProperties(new Deleted { Author = "a", Id = "1" })),
                new DeletedRun(new Run(new DeletedText("starý "))) { Author = "a", Id = "2" }, new InsertedRun(new Run(new RunText("nový "))) { Author = "a", Id = "3" }),
            new Paragraph(new Run(new RunText("most"))));
        rows[2].PrependChild(new TableRowProperties(new Deleted { Author = "a", Id = "4" }));
        Assert.Equal(["1 nový most"], (await Reading.PlanAsync(SampleDocx.Of(table))).Items.Select(item => $"{item.Number} {item.Wording}"));
    }

    [Fact]
    public async Task Read_ATextBox_IsLeftOut_AndATableWithinACellIsItsText()
    {
        var table = SampleDocx.Table(new([], [Header, ["1", "", "2025"]], 3));
        var wording = table.Elements<TableRow>().Last().Elements<TableCell>().ElementAt(1);
        wording.RemoveAllChildren<Paragraph>();
        wording.Append(
            new Paragraph(new Run(new RunText("most")), new Run(new Picture(new OpenXmlUnknownElement("w", "txbxContent", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
            { InnerXml = "<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:r><w:t>razítko</w:t></w:r></w:p>" }))),
            SampleDocx.Table(new([], [["délka", "12 m"]], 2)), new Paragraph());
        Assert.Equal("most délka 12 m", Assert.Single((await Reading.PlanAsync(SampleDocx.Of(table))).Items).Wording);
    }

    [Fact]
    public async Task Read_RowsDrawnByHand_AreReadByTheOrderOfTheirCells()
    {
        // The borders of the second row are a little off, so that Word's grid has more columns than anybody sees.
        SampleGrid grid = new([], [[new("č.", 2), new("opatření", 2), "termín", "gestor"], ["1", new("most", 2), new("2025", 2), "ÚM"]], 6);
        var item = Assert.Single((await Reading.PlanAsync(SampleDocx.Of(grid))).Items);
        Assert.Equal(("1", "most", "2025", "ÚM"), (item.Number, item.Wording, item.Deadline.Text, item.Owners.Names()));
    }

    [Fact]
    public async Task Read_TheStrictFormat_IsTheSame()
    {
        using var stream = new MemoryStream();
        await stream.WriteAsync(SampleDocx.Of(SampleGrid.Dirty));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            var part = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(part.Open()))
                xml = await reader.ReadToEndAsync();
            part.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            await writer.WriteAsync(xml.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"));
        }
        Assert.Equal(8, (await Reading.PlanAsync(stream.ToArray())).Items.Count);
    }

    [Fact]
    public async Task Read_AParagraphBetweenTables_HeadsItsArea()
    {
        var plan = await Reading.PlanAsync(SampleDocx.Of(
            SampleDocx.Paragraph("1. Voda"), SampleDocx.Table(new([], [Header, ["1", "studna", "2025"]], 3)),
            SampleDocx.Paragraph("2. Les"), SampleDocx.Paragraph("Chceme:"), SampleDocx.Table(new([], [Header, ["1", "stezka", "2025"]], 3)), SampleDocx.Paragraph("Schválila rada.")));
        Assert.Equal([("1", "Voda", ""), ("2", "Les", "Chceme:")], plan.Areas.Select(area => (area.Number, area.Title, area.Lead)));
        Assert.Equal("Schválila rada.", plan.Unread[^1].Text);
        Assert.All(plan.Items, item => Assert.DoesNotContain(DoubtCode.NumberTwice, item.Codes()));
    }

    private static Paragraph Numbered(int list, string text) =>
        new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list })), new Run(new RunText(text)));

    private static AbstractNum List(int id, NumberFormatValues format, string text)
    {
        var level = new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = 0 };
        return new(level) { AbstractNumberId = id };
    }

    private static NumberingInstance Instance(int id, int list, int? start)
    {
        var instance = new NumberingInstance(new AbstractNumId { Val = list }) { NumberID = id };
        if (start is { } first)
            instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = first }) { LevelIndex = 0 });
        return instance;
    }
}
