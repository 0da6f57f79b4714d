using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Tests.Plans.Import;

public class AreaTests
{
    [Fact]
    public async Task Read_AnAreaColumn_MakesAreas()
    {
        var plan = await Reading.PlanAsync("Okruh;č.;opatření;termín\nI. Voda;1;studna;2025\n;2;hráz;2025\nII. Les;1;stezka;2026\n");
        Assert.Equal(["I Voda", "II Les"], plan.Areas.Select(area => $"{area.Number} {area.Title}"));
        Assert.Equal([0, 0, 1], plan.Items.Select(item => item.Area));
    }

    [Fact]
    public async Task Read_CitedNumbers_MakeAreasWhereNoHeadingDoes()
    {
        var plan = await Reading.PlanAsync("č.;opatření;termín\nI/1;studna;2025\nI/2;hráz;2025\nII/1;stezka;2026\n");
        Assert.Equal(["I", "II"], plan.Areas.Select(area => area.Number));
        Assert.Equal(["0/1", "0/2", "1/1"], plan.Items.Select(item => $"{item.Area}/{item.Number}"));
    }

    [Fact]
    public async Task Read_RomanRowsAndDottedNumbers_AreAreasAndItems()
    {
        var plan = await Reading.PlanAsync("č.;opatření;gestor;termín\nI.;Voda;;\n1;studna;ÚM;2025\n2.;Les;;\n2.1;stezka;ÚM;2026\n");
        Assert.Equal(["I Voda", "2 Les"], plan.Areas.Select(area => $"{area.Number} {area.Title}"));
        Assert.Equal(["1", "2.1"], plan.Items.Select(item => item.Number));
    }

    [Theory]
    [InlineData("Okruh 2.1: Voda", "2.1 Voda")]
    [InlineData("Okruh bez čísla: I. Voda", " I. Voda")]
    [InlineData("Area without a number: Water", " Water")]
    public async Task Read_HeadingsAsExportsWriteThem_AreAreas(string heading, string area)
    {
        var plan = await Reading.PlanAsync($"č.;opatření;termín\n{heading};;\n1;studna;2025\n");
        Assert.Equal(area, $"{Assert.Single(plan.Areas).Number} {plan.Areas[0].Title}");
    }

    [Fact]
    public async Task Read_ContentsAndChapters_AreNoAreas()
    {
        var plan = await Reading.PlanAsync(SampleDocx.Of(
            SampleDocx.Paragraph("Okruh I: Voda\t3"), SampleDocx.Paragraph("Okruh II: Les\t5"), SampleDocx.Paragraph("1. Úvod"), SampleDocx.Paragraph("Plán je stručný."),
            SampleDocx.Paragraph("Okruh I: Voda"), SampleDocx.Table(new([], [["č.", "opatření", "termín"], ["1", "studna", "2025"]], 3)),
            SampleDocx.Paragraph("Okruh II: Les"), SampleDocx.Table(new([], [["1", "stezka", "2026"]], 3))));
        Assert.Equal(["I Voda", "II Les"], plan.Areas.Select(area => $"{area.Number} {area.Title}"));
        Assert.Equal([0, 1], plan.Items.Select(item => item.Area));
        Assert.Equal(2, plan.Unread.Count(text => text.Reason == UnreadReason.Contents));
        Assert.Contains(plan.Unread, text => text.Text == "1. Úvod");
    }
}
