using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Exports;
using Workspace.Web.Plans.Import;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Plans.Exports;

public sealed class PlanDownloadTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Workbook_ImportedIntoAnotherPlan_GivesTheSamePlan(DatabaseKind kind)
    {
        await using var world = await MeetingWorld.CreateAsync(kind);
        var (from, to) = (await PlanAsync(world), await PlanAsync(world, isEmpty: true));
        await using var site = await StartAsync(world);
        using var file = await site.GetAsync($"/plans/{from}/plan.xlsx", world.Secretary.Id);
        Assert.Equal((HttpStatusCode.OK, XlsxWriter.ContentType), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        Assert.Equal("akcni-plan-2027-2028.xlsx", file.Content.Headers.ContentDisposition?.FileNameStar);

        var imports = world.World.Get<PlanImportService>();
        var read = Value(await imports.ReadAsync(world.Secretary.Id, to, await file.Content.ReadAsStreamAsync()));
        Value(await imports.SaveAsync(world.Secretary.Id, to, ImportedPlan.Of(read, "plan.xlsx")));

        var (one, other) = (await ReadAsync(world, from), await ReadAsync(world, to));
        Assert.Equal(SamplePlan.Told(one), SamplePlan.Told(other));
        // Names mean the same organisations, too.
        Assert.Equal(Meant(one), Meant(other));
        Assert.Contains(Meant(other), id => id is not null);
    }

    [Fact]
    public async Task Files_AreForReadersOnly_AndInTheirLanguage()
    {
        await using var world = await MeetingWorld.CreateAsync(DatabaseKind.Sqlite);
        var plan = await PlanAsync(world);
        await using var site = await StartAsync(world);

        foreach (var path in new[] { $"/plans/{plan}/plan.xlsx", $"/plans/{plan}/plan.docx", "/plans/987654/plan.xlsx" })
            Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync(path, world.Stranger.Id));
        foreach (var reader in new[] { world.Members[0], world.Guest, world.Alternate })
            Assert.Equal(HttpStatusCode.OK, await site.StatusAsync($"/plans/{plan}/plan.docx", reader.Id));
        using var english = await site.GetAsync($"/plans/{plan}/plan.docx", world.Members[0].Id, "en");
        Assert.Equal("action-plan-2027-2028.docx", english.Content.Headers.ContentDisposition?.FileNameStar);
        using var docx = new Tests.Exports.Docx(await english.Content.ReadAsByteArrayAsync());
        Assert.Contains("Responsible", docx.Body.InnerText);
    }

    internal static async Task<long> PlanAsync(MeetingWorld world, bool isEmpty = false, string name = "Akční plán")
    {
        var (plans, items, by) = (world.World.Get<PlanService>(), world.World.Get<PlanItemService>(), world.Secretary.Id);
        var plan = Value(await plans.CreateAsync(by, world.Group.Id, name, new(2027, 1, 1), new(2028, 12, 31)));
        if (isEmpty)
            return plan;
        var content = SamplePlan.Full.Content;
        foreach (var area in content.Areas)
        {
            var id = Value(await items.AddAreaAsync(by, plan, area.Details));
            foreach (var item in content.ItemsOf(area.Id))
                Value(await items.AddItemAsync(by, plan, id, item.Details with { Bodies = [.. item.Details.Bodies, SamplePlan.Owner("Charita Střední")] }, SamplePlan.Full.Wordings[item.TextId]));
        }
        return plan;
    }

    internal static async Task<WholePlan> ReadAsync(MeetingWorld world, long plan) => Value(await world.World.Get<PlanService>().ReadAsync(world.Secretary.Id, plan));

    private static List<long?> Meant(WholePlan plan) => [.. plan.Content.Items.SelectMany(item => item.Owners.Concat(item.Cooperating)).Select(body => body.Reference.OrganisationId)];

    private static Task<DownloadSite> StartAsync(MeetingWorld world) => DownloadSite.StartAsync(
        services => services
            .AddSingleton<TimeProvider>(world.World.Time)
            .AddSingleton(world.World.Get<PlanService>())
            .AddSingleton<PlanXlsx>()
            .AddSingleton<PlanDocx>(),
        app => app.MapPlans());
}
