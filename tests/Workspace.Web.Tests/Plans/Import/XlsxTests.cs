using DocumentFormat.OpenXml.Spreadsheet;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Tests.Plans.Import;

public class XlsxTests
{
    private static readonly Stylesheet Styles = new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "d/\\ mmmm\\ yyyy" }, new NumberingFormat { NumberFormatId = 171, FormatCode = "#,##0.00\\ \"Kč\"" }),
        new Fonts(new Font(), new Font(new Bold())), new Fills(new Fill()), new Borders(new Border()),
        new CellFormats(((uint[])[0, 17, 14, 170, 171, 2]).Select(format => new CellFormat { NumberFormatId = format, FontId = 0 })));

    [Theory]
    [InlineData(1u, DeadlineKind.Month, "12/2024", "2024-12-31")]
    [InlineData(2u, DeadlineKind.Date, "1. 12. 2024", "2024-12-01")]
    [InlineData(3u, DeadlineKind.Date, "1. 12. 2024", "2024-12-01")]
    public async Task Read_ADay_IsADateOrAMonthAsItsFormatShowsIt(uint style, DeadlineKind kind, string text, string until)
    {
        var row = SampleXlsx.RowOf("1", "most");
        row.Append(new Cell(new CellValue(45627)) { StyleIndex = style });
        var deadline = Assert.Single((await Reading.PlanAsync(SampleXlsx.Of([("List1", [SampleXlsx.RowOf("č.", "opatření", "termín"), row], [])], null, (Stylesheet)Styles.Clone()))).Items).Deadline;
        Assert.Equal((kind, text, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)), (deadline.Kind, deadline.Text, deadline.Until));
    }

    [Fact]
    public async Task Read_Numbers_AreShownAsTheSheetShowsThem()
    {
        var row = new Row(new Cell(new CellValue(1)), new Cell(new CellValue(1.1)) { StyleIndex = 5 }, new Cell(new CellValue(1200000.5)) { StyleIndex = 4 });
        var item = Assert.Single((await Reading.PlanAsync(SampleXlsx.Of([("List1", [SampleXlsx.RowOf("č.", "opatření", "financování"), row], [])], null, (Stylesheet)Styles.Clone()))).Items);
        Assert.Equal(("1", "1.10", "1200000.50"), (item.Number, item.Wording, item.Funding));
    }

    [Fact]
    public async Task Read_AHiddenRow_IsKeptAndTold()
    {
        var hidden = SampleXlsx.RowOf("2", "lávka", "2026");
        hidden.Hidden = true;
        var plan = await Reading.PlanAsync(SampleXlsx.Of([("List1", [SampleXlsx.RowOf("č.", "opatření", "termín"), SampleXlsx.RowOf("1", "most", "2025"), hidden], [])]));
        Assert.Equal(["", DoubtCode.RowHidden], plan.Items.Select(item => string.Join(' ', item.Codes())));
    }

    [Theory]
    [InlineData("Okruh I Voda", "II. Les", "I Voda", "II Les")]
    [InlineData("Voda", "Les", " Voda", " Les")]
    public async Task Read_ASheetForEachArea_IsAnAreaByItsName(string one, string other, string first, string second)
    {
        var plan = await Reading.PlanAsync(SampleXlsx.Of(
        [
            (one, [SampleXlsx.RowOf("č.", "opatření", "termín"), SampleXlsx.RowOf("1", "studna", "2025")], []),
            (other, [SampleXlsx.RowOf("č.", "opatření", "termín"), SampleXlsx.RowOf("1", "stezka", "2025")], []),
        ]));
        Assert.Equal([first, second], plan.Areas.Select(area => $"{area.Number} {area.Title}"));
        Assert.Equal([0, 1], plan.Items.Select(item => item.Area));
    }

    [Fact]
    public async Task Read_Progress_TellsTheRowsUpToTheLast()
    {
        var told = new List<int>();
        var rows = Enumerable.Range(1, 1000).Select(at => SampleXlsx.RowOf($"{at}", "most", "2025")).Prepend(SampleXlsx.RowOf("č.", "opatření", "termín")).ToList();
        var source = await Workspace.Web.Plans.Import.Sources.SourceFile.ReadAsync(new MemoryStream(SampleXlsx.Of([("List1", rows, [])])), new Told(told));
        Assert.True(source.IsDone);
        Assert.Equal([200, 400, 600, 800, 1000, 1001], told);
    }

    private sealed class Told(List<int> rows) : IProgress<int>
    {
        public void Report(int value) => rows.Add(value);
    }
}
