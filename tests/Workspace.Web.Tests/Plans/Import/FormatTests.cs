using System.Text;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Tests.Plans.Import;

public class FormatTests
{
    public static TheoryData<string> Formats => ["docx", "xlsx", "csv", "csv, comma", "csv, utf-8 with mark", "csv, windows-1250", "tab-separated, utf-16", "tabs", "html"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Read_OnePlanInAnyFormat_IsTheSamePlan(string format)
    {
        var plan = await Reading.PlanAsync(Write(SampleGrid.Dirty, format));

        Assert.Equal([("I", "Doprava a chodníky", "Mikroregion chce dosáhnout:"), ("II", "Kultura", "Spolky potřebují:")], plan.Areas.Select(area => (area.Number, area.Title, area.Lead)));
        Assert.Equal(["0/1", "0/2", "0/3", "0/4", "1/1", "1/2", "1/2", "1/5"], plan.Items.Select(item => $"{item.Area}/{item.Number}"));
        Assert.Equal(
            ["bezpečných přechodů u škol", "oprav chodníků v obcích", "nových zastávek", "nočních spojů", "společný kalendář akcí", "zkušebnu", "letní kino", "výstavu o řemeslech"],
            plan.Items.Select(item => item.Wording));
        Assert.Equal(
            [DeadlineKind.Month, DeadlineKind.Continuous, DeadlineKind.Date, DeadlineKind.Condition, DeadlineKind.Month, DeadlineKind.Continuous, DeadlineKind.Month, DeadlineKind.Condition],
            plan.Items.Select(item => item.Deadline.Kind));
        Assert.Equal(["ÚM Podhůří | TS", "ÚM Podhůří", "", "", "knihovna", "TS", "knihovna", "knihovna"], plan.Items.Select(item => item.Owners.Names()));
        Assert.Equal(["obce | školy", "", "obce", "dopravce", "spolky", "", "", "škola"], plan.Items.Select(item => item.Cooperating.Names()));
        Assert.Equal(
            [PlanStatus.Fulfilled, PlanStatus.Partly, PlanStatus.None, PlanStatus.NotFulfilled, PlanStatus.Ongoing, PlanStatus.Partly, PlanStatus.Fulfilled, PlanStatus.None],
            plan.Items.Select(item => item.Status));
        Assert.Equal(["rozpočet města", "", "", "1 200 000 Kč", "", "", "", "dar"], plan.Items.Select(item => item.Funding));
        Assert.Equal("Opraveno:\n· Dolní ulice\n· Horní ulice", plan.Items[1].Comment);
        Assert.Equal("Běží od ledna;\nspolky ho plní samy.", plan.Items[4].Comment);
        Assert.Equal("Hledá se \"místo\".", plan.Items[5].Comment);
        string[][] doubts =
        [
            [], [DoubtCode.ReadAsNothing], [DoubtCode.StatusAndCommentSwapped, DoubtCode.ReadAsNothing, DoubtCode.IndicatorMissing, DoubtCode.OwnerMissing],
            [DoubtCode.ReadAsNothing, DoubtCode.ReadAsNothing, DoubtCode.OwnerUnknown], [], [], [DoubtCode.NumberTwice], [DoubtCode.DeadlineUnclear, DoubtCode.NumberGap],
        ];
        Assert.Equal(doubts.Select(codes => string.Join(' ', codes.Order())), plan.Items.Select(item => string.Join(' ', item.Codes().Order())));
        Assert.Equal(new PlanCounts(2, 8, 2, 3, 1, 2), plan.Summary.Claimed);
        Assert.Equal(new PlanCounts(2, 8, 2, 1, 2, 1, 2), plan.Summary.Counted);
        Assert.True(plan.Summary.Disagrees);
    }

    private static byte[] Write(SampleGrid grid, string format) => format switch
    {
        "docx" => SampleDocx.Of(grid),
        "xlsx" => SampleXlsx.Of(grid),
        "csv" => Encoding.UTF8.GetBytes(SampleFiles.Csv(grid)),
        "csv, comma" => Encoding.UTF8.GetBytes(SampleFiles.Csv(grid, ',')),
        "csv, utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SampleFiles.Csv(grid))],
        "csv, windows-1250" => Reading.Windows1250.GetBytes(SampleFiles.Csv(grid)),
        "tab-separated, utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(SampleFiles.Csv(grid, '\t'))],
        "tabs" => Encoding.UTF8.GetBytes(SampleFiles.TabText(grid)),
        _ => Encoding.UTF8.GetBytes(SampleFiles.WordHtml(grid)),
    };
}
