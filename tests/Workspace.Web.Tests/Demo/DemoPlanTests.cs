using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Import;
using Workspace.Web.Plans.Import.Reading;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Plans.Exports;

namespace Workspace.Web.Tests.Demo;

public sealed class DemoPlanTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Plan_IsTheOneOfWhichTheMinutesSpeak(DatabaseKind kind)
    {
        await using var world = await DemoSeederTests.SeededAsync(kind);
        var plan = await ReadAsync(world);

        Assert.Equal("Akční plán prevence ztráty bydlení a podpory bydlení 2026–2027", plan.Content.Plan.Name);
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)), (plan.Content.Plan.From, plan.Content.Plan.To));
        Assert.Equal([5, 3, 5, 3, 2], plan.Content.Areas.Select(area => plan.Content.ItemsOf(area.Id).Count()));
        Assert.Equal("II/4", Assert.Single(plan.Content.Removed).Citation);
        Assert.Contains("fond kaucí", WordingOf("I/4"));
        Assert.Contains("zabydlovací tým", WordingOf("II/3"));
        Assert.Contains("oddlužení", WordingOf("III/5"));
        Assert.Equal("Podíl dluhů vyřešených do 60 dnů (cíl: 65 %)", plan.Content.Items.Single(item => item.Citation == "II/1").Details.Indicator);
        Assert.Equal(["III/4", "IV/3"], plan.Content.Items.Where(item => !item.Owners.Any()).Select(item => item.Citation));
        Assert.Equal("soukromí pronajímatelé", Assert.Single(plan.Content.Items.SelectMany(item => item.Bodies), body => body.Known is null).Reference.Name);
        Assert.Equal(
            [DeadlineKind.Continuous, DeadlineKind.Month, DeadlineKind.Date, DeadlineKind.Condition],
            plan.Content.Items.Select(item => item.Details.Deadline.Kind).Distinct().Order());

        string WordingOf(string citation) => plan.Wordings[plan.Content.Items.Single(item => item.Citation == citation).TextId];
    }

    [Fact]
    public async Task Plan_ExportedAndReadAgain_IsTheSameAndMeansTheSameBodies()
    {
        await using var world = await DemoSeederTests.SeededAsync(DatabaseKind.Sqlite);
        var plan = await ReadAsync(world);

        var read = await world.Get<PlanImportService>().ReadAsync(await SecretaryAsync(world), plan.Content.Plan.Id, new MemoryStream(SamplePlan.Xlsx(plan)));

        Assert.Null(read.Refusal);
        Assert.Equal(SamplePlan.Told(plan), SamplePlan.Told(read.Value!));
        Assert.Equal(["soukromí pronajímatelé"], read.Value!.Bodies.Where(body => body.Key is null).Select(body => body.Text));
        Assert.Empty(read.Value.Doubts);
        Assert.All(read.Value.Items.SelectMany(item => item.Doubts), doubt => Assert.Equal(DoubtCode.OwnerMissing, doubt.Code));
    }

    [Fact]
    public async Task DirtyFile_WithNamesAsOfficesWriteThem_FindsItsBodies()
    {
        await using var world = await DemoSeederTests.SeededAsync(DatabaseKind.Sqlite);
        var plan = await ReadAsync(world);
        var file = "č.;opatření;gestor;spolupráce\n1;Vydat přehled;KÚ DK / OSV;\"Úřad práce ČR, obce, NNO + policie\"\n2;Sejít se;ÚP;města a obce\n"u8.ToArray();

        var read = await world.Get<PlanImportService>().ReadAsync(await SecretaryAsync(world), plan.Content.Plan.Id, new MemoryStream(file));

        Assert.All(read.Value!.Bodies, body => Assert.NotNull(body.Key));
        Assert.Equal(5, read.Value.Bodies.Select(body => body.Key).Distinct().Count());
    }

    [Fact]
    public async Task Wordings_WereChangedByOthersThanTheirAuthors()
    {
        await using var world = await DemoSeederTests.SeededAsync(DatabaseKind.Sqlite);
        await using var db = world.Db();
        var item = await db.PlanItems.SingleAsync(i => i.DeadlineKind == DeadlineKind.Condition && i.Indicator.StartsWith("Počet podpořených"));
        var revisions = await db.Revisions.Where(r => r.TextId == item.TextId).OrderBy(r => r.Version).ToListAsync();
        var last = revisions[^1];
        Assert.Equal("Pavel Růžek", (await db.People.SingleAsync(p => p.Id == last.AuthorId)).Name);
        Assert.True(last.At - revisions[^2].At > TimeSpan.FromDays(30));
        Assert.True(revisions.Select(r => r.AuthorId).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Plan_AsAWordDocument_ShowsItsAreas()
    {
        await using var world = await DemoSeederTests.SeededAsync(DatabaseKind.Sqlite);
        using var docx = new Tests.Exports.Docx(SamplePlan.Docx(await ReadAsync(world)));
        Assert.Empty(docx.Faults);
        Assert.Equal(
            ["I. Dostupné a sociální bydlení", "II. Prevence ztráty bydlení", "III. Dluhová problematika a zaměstnanost", "IV. Děti, rodiny a škola", "V. Spolupráce a sdílení údajů"],
            docx.Paragraphs.Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == DocxStyle.Heading(1)).Select(p => p.InnerText));
    }

    private static async Task<WholePlan> ReadAsync(World world)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("cs");
        await using var db = world.Db();
        return (await world.Get<PlanService>().ReadAsync(await SecretaryAsync(world), (await db.Plans.SingleAsync(p => p.Name.StartsWith("Akční plán"))).Id)).Value!;
    }

    private static async Task<long> SecretaryAsync(World world)
    {
        await using var db = world.Db();
        return (await db.People.SingleAsync(p => p.DemoKey == "secretary")).Id;
    }
}
