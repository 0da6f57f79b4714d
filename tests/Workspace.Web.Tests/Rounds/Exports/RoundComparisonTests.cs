using System.Globalization;
using Bunit;
using DocumentFormat.OpenXml.Wordprocessing;
using Workspace.Web.Data;
using Workspace.Web.Plans;
using Workspace.Web.Rounds.Exports;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Rounds.Leading;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Exports;

public sealed class RoundComparisonTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C7_Comparison_ShowsWhatChanged_ByWhichComments_AndWhatWasAddedAndRemoved(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var round = await SettledWorld.FillAsync(world);
        await ChangePlanAsync(world);
        var comparison = await ReadAsync(world, world.First, round);
        Assert.Equal(
            [("III/4", ComparedState.Changed), ("III/4a", ComparedState.Added), ("III/5", ComparedState.Changed), ("IV/1", ComparedState.Removed)], comparison.Items.Select(i => (i.Citation, i.State)));
        Assert.Equal([(RoundWorld.Counselling, SettledWorld.Nearer), ("počet poraden", "počet poraden a klientů")], comparison.Items[0].Parts.Select(p => (p.Before, p.After)));
        Assert.Equal("Petr První", Assert.Single(comparison.Items[0].Comments).Comment.AuthorName);
        Assert.Equal(("", "besedy ve školách;"), (comparison.Items[1].Parts[0].Before, comparison.Items[1].Parts[0].After));
        Assert.Equal(("pilotní ověření sdílených bytů.", ""), (comparison.Items[3].Parts[0].Before, comparison.Items[3].Parts[0].After));
    }

    [Fact]
    public async Task C7_NothingChanged_IsSame_AndMarksAloneAreShown()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        Assert.All((await ReadAsync(world, world.First, round)).Items, i => Assert.Equal(ComparedState.Same, i.State));
        await world.WriteAsync(world.Second, round, "III/5", "pracovníků", "**pracovníků**");
        var part = Assert.Single((await ReadAsync(world, world.First, round)).Changed).Parts.Single();
        Assert.Equal((RoundWorld.Courses, "vzdělávání **pracovníků** obcí;"), (part.Before, part.After));
    }

    [Fact]
    public async Task C7_Comparison_IsOfEveryReader_OnceTheRoundHasOpened()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var service = world.World.Get<ComparisonService>();
        var round = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        world.Refused("RoundNotOpen", (await service.ReadAsync(world.Secretary, round)).Refusal);
        world.Refused("NotFound", (await service.ReadAsync(world.First, round)).Refusal);
        Done(await world.Lead.OpenAsync(world.Secretary, round));
        foreach (var person in new[] { world.First, world.Group.Guest.Id, world.Group.Administrator.Id })
            Assert.Equal(3, Value(await service.ReadAsync(person, round)).Items.Count);
        world.Refused("NotFound", (await service.ReadAsync(world.Group.Stranger.Id, round)).Refusal);
        await using var pages = new LeadPages(world, world.Group.Stranger.Id);
        pages.Render<ComparisonPage>(p => p.Add(c => c.RoundId, round)).WaitForWords("Stránka");
    }

    [Fact]
    public async Task C7_AnOutcomeThatIsNotTold_IsNotShownToMembers()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", SettledWorld.Nearer));
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(Workspace.Web.Rounds.Settling.SettlementOutcome.Accepted)));
        Assert.Empty((await ReadAsync(world, world.First, round)).Changed.Single().Comments);
        Assert.Single((await ReadAsync(world, world.Secretary, round)).Changed.Single().Comments);
    }

    [Fact]
    public async Task C7_PageAndFile_MarkTheSameWords()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await SettledWorld.FillAsync(world);
        await using var pages = new LeadPages(world, world.First);
        var page = pages.Render<ComparisonPage>(p => p.Add(c => c.RoundId, round));
        page.WaitForWords("2 změněné body");
        Assert.Equal(["Bod III/4", "Bod III/5"], page.FindAll("h3").Select(h => h.TextContent));
        Assert.Contains("Město Horní, Petr První, Nina Zástupná – akceptováno", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Bydlení", page.Markup, StringComparison.Ordinal);
        pages.Navigation.NavigateTo($"/rounds/{round}/comparison?show=all");
        var whole = pages.Render<ComparisonPage>(p => p.Add(c => c.RoundId, round));
        whole.WaitForWords("Bydlení");
        Assert.Equal(3, whole.FindAll("h3").Count);

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("cs");
        using var docx = new Docx(world.World.Get<ComparisonDocx>().Write(await ReadAsync(world, world.First, round), new(2026, 7, 1)));
        Assert.Empty(docx.Faults);
        var runs = docx.Body.Descendants<Run>().Where(r => r.RunProperties is not null).ToList();
        Assert.Equal(Marked(page, "ins"), runs.Where(r => r.RunProperties!.Underline is not null).Skip(1).Select(r => r.InnerText));
        Assert.Equal(Marked(page, "del"), runs.Where(r => r.RunProperties!.Strike is not null).Skip(1).Select(r => r.InnerText));
        Assert.Equal(["20", " a krajských lektorů"], Marked(page, "ins"));
        Assert.All(runs.Where(r => r.RunProperties!.Strike is not null), r => Assert.NotNull(r.RunProperties!.Color));
    }

    private static string[] Marked(IRenderedComponent<ComparisonPage> page, string tag) => [.. page.FindAll(tag).Select(e => e.LastChild!.TextContent)];

    private static async Task ChangePlanAsync(RoundWorld world)
    {
        var items = world.World.Get<PlanItemService>();
        var plan = Value(await world.World.Get<PlanService>().ReadAsync(world.Secretary, world.PlanId)).Content;
        var first = plan.Items.Single(i => i.Citation == "III/4");
        Done(await items.EditItemAsync(world.Secretary, first.Id, first.Details with { Indicator = "počet poraden a klientů" }, first.Details));
        var added = Value(await items.AddItemAsync(world.Secretary, world.PlanId, first.AreaId, new("4a"), "besedy ve školách;"));
        Done(await items.MoveItemAsync(world.Secretary, added, true));
        Done(await items.RemoveItemAsync(world.Secretary, plan.Items.Single(i => i.Citation == "IV/1").Id));
    }

    private static async Task<RoundComparison> ReadAsync(RoundWorld world, long person, long round) => Value(await world.World.Get<ComparisonService>().ReadAsync(person, round));
}
