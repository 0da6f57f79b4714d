using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Workspace.Web.Plans;
using Workspace.Web.Tests.Exports;

namespace Workspace.Web.Tests.Plans.Exports;

public sealed class PlanXlsxTests
{
    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    public async Task Write_ThenImport_GivesTheSamePlan(string language)
    {
        var read = await Import.Reading.PlanAsync(SamplePlan.Xlsx(SamplePlan.Full, language));
        Assert.Equal(SamplePlan.Told(SamplePlan.Full), SamplePlan.Told(read));
        Assert.Empty(read.Doubts);
        Assert.DoesNotContain(read.Unread, text => text.Reason == Workspace.Web.Plans.Import.Reading.UnreadReason.NotUnderstood);
    }

    /// <summary>The law of the export: whatever the plan, an import reads it as it is.</summary>
    [Fact]
    public async Task Write_AnyPlanThenImport_GivesTheSamePlan()
    {
        var misread = new List<string>();
        for (var seed = 1; seed <= 400; seed++)
        {
            var plan = RandomPlan.Of(seed);
            var read = await Import.Reading.TryAsync(SamplePlan.Xlsx(plan, seed % 2 == 0 ? "cs" : "en"));
            Assert.True(read.IsDone, $"Plan {seed} was refused.");
            var (expected, actual) = (SamplePlan.Told(plan), SamplePlan.Told(read.Value!));
            if (!expected.SequenceEqual(actual))
                misread.Add($"Plan {seed}:\n{string.Join('\n', expected.Except(actual))}\nwas read as\n{string.Join('\n', actual.Except(expected))}\n");
        }
        Assert.True(misread.Count == 0, string.Join('\n', misread.Take(12)));
    }

    [Fact]
    public void Write_ColumnsThatNoItemFills_AreLeftOut()
    {
        Assert.Equal(["Č.", "Opatření", "Indikátor", "Termín", "Gestor", "Spolupráce", "Financování", "Stav", "Komentář"], SamplePlan.Sheet(SamplePlan.Full).Columns.Select(column => column.Title));
        var bare = SamplePlan.Of("Plán", [], [(null, "1", "most", new("1") { Status = PlanStatus.Ongoing })]);
        Assert.Equal(["No.", "Measure", "Indicator", "Deadline", "Responsible", "Cooperation", "Status"], SamplePlan.Sheet(bare, "en").Columns.Select(column => column.Title));
    }

    [Fact]
    public void Write_TheSheet_IsValidWithFrozenHeadAndHeadingsAcrossAllColumns()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(SamplePlan.Xlsx(SamplePlan.Full)), isEditable: false);
        Assert.Empty(Faults(document));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((5d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal(OrientationValues.Landscape, sheet.GetFirstChild<PageSetup>()!.Orientation!.Value);
        Assert.Equal(["A6:I6", "A7:I7", "A10:I10", "A14:I14", "A15:I15"], sheet.Descendants<MergeCell>().Select(cells => cells.Reference!.Value));
        Assert.Equal(["Akční plán dopravy 2027–2028", "Období: 2027–2028 · Pracovní skupina Doprava", "Návrh, stav ke dni 11. 6. 2026"],
            sheet.Descendants<Row>().Take(3).Select(row => row.InnerText.Replace('\u00a0', ' ')));
        Assert.Equal("1", sheet.Descendants<Cell>().Single(cell => cell.CellReference == "A8").CellValue!.Text);
    }

    [Fact]
    public void Write_AnyWords_IsValid() => RandomMarkdown.Holds(
        text =>
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(SamplePlan.Xlsx(Filled(text))), isEditable: false);
            return !Faults(document).Any();
        },
        cases: 60);

    [Fact]
    public void Write_AWordingLongerThanACell_GoesOnInTheRowBelow()
    {
        var wording = string.Concat(Enumerable.Repeat("dlouhé znění 😀 ", 3_000)).TrimEnd();
        using var document = SpreadsheetDocument.Open(new MemoryStream(SamplePlan.Xlsx(SamplePlan.Of("Plán", [], [(null, "1", wording, new("1"))]))), isEditable: false);
        Assert.Empty(Faults(document));
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Select(cell => cell.InnerText).ToList();
        Assert.All(cells, text => Assert.InRange(text.Length, 0, 32_767));
        Assert.Contains(cells, text => text.Length > 30_000 && wording.StartsWith(text, StringComparison.Ordinal));
        Assert.Contains(cells, text => text.Length > 10_000 && wording.EndsWith(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_OpenedInLibreOffice_ShowsAreasAndItemsInOrder()
    {
        var text = await Tool.TextOfXlsxAsync(SamplePlan.Xlsx(SamplePlan.Full));
        var last = -1;
        foreach (var expected in new[] { "Akční plán dopravy", "Opatření", "I. Bezpečné cesty", "Kraj chce dosáhnout", "přibylo přechodů", "II. Veřejná doprava", "Zavést", "III. Okruh" })
        {
            var at = text.IndexOf(expected, StringComparison.Ordinal);
            Assert.True(at > last, $"'{expected}' is not where it belongs in:\n{text}");
            last = at;
        }
    }

    /// <summary>The same text, as bad as given, in every place where people type.</summary>
    internal static WholePlan Filled(string text) => SamplePlan.Of(text, [new(text, text, text), new("", text)],
    [
        (null, text, text, new() { Indicator = text, Deadline = PlanDeadline.Parse(text), Funding = text, Comment = text, Status = PlanStatus.Partly, Bodies = [SamplePlan.Owner(text), SamplePlan.With(text)] }),
        (0, text, text, new()),
        (1, "", "", new()),
    ]);

    private static IEnumerable<string> Faults(SpreadsheetDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");
}
