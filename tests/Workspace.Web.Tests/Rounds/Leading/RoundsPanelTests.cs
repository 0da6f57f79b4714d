using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Plans;
using Workspace.Web.Rounds.Leading;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Leading;

public sealed class RoundsPanelTests
{
    [Fact]
    public async Task Rounds_AreListedWithTheirCounts_WhichFollowWhatHappens()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new LeadPages(world, world.Secretary);
        var panel = await PanelAsync(pages, world, world.Secretary);
        panel.WaitForWords("K návrhu se zatím nikdo nevyjadřoval.");
        Assert.Equal($"/plans/{world.PlanId}/rounds/new", panel.Find("a").GetAttribute("href"));

        var round = await world.OpenAsync(world.Input() with { ClosesAt = DateTimeOffset.Parse("2026-06-30T22:00:00Z") });
        panel.WaitForWords("Připomínky lze uplatnit do úterý 30. 6. 2026 (včetně).");
        Assert.Contains("Žádné připomínky", panel.Markup, StringComparison.Ordinal);
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko"));
        panel.WaitForWords("1 připomínka čeká na vypořádání");
        await world.CloseAsync(round);
        await world.SendAsync(world.Second, round, "III/4", world.Comment("pozdě"));
        panel.WaitForWords("1 po termínu · 2 připomínky čekají na vypořádání");
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Noted, "děkujeme")));
        panel.WaitForWords("1 připomínka čeká na vypořádání");
        Assert.Contains("2 připomínky", panel.Markup, StringComparison.Ordinal);
        Assert.Equal(
            [$"/plans/{world.PlanId}/rounds/new", $"/rounds/{round}", $"/rounds/{round}/settlement", $"/rounds/{round}/settlement.docx", $"/rounds/{round}/settlement.xlsx", $"/rounds/{round}/comparison"],
            panel.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Members_SeeNeitherPreparedRounds_NorTheTableBeforeItIsSettled()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new LeadPages(world, world.First);
        var panel = await PanelAsync(pages, world, world.First);
        Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input() with { Title = "Příprava" }));
        Assert.Equal("", panel.Markup.Trim());
        var round = await world.OpenAsync();
        panel.WaitForWords("První kolo");
        Assert.DoesNotContain("Příprava", panel.Markup, StringComparison.Ordinal);
        Assert.Equal([$"/rounds/{round}", $"/rounds/{round}/comparison"], panel.FindAll("a").Select(a => a.GetAttribute("href")));
        await world.CloseAsync(round);
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        panel.WaitForWords("vypořádáno");
        Assert.Equal(
            [$"/rounds/{round}", $"/rounds/{round}/settlement.docx", $"/rounds/{round}/settlement.xlsx", $"/rounds/{round}/comparison"], panel.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    private static async Task<IRenderedComponent<RoundsPanel>> PanelAsync(WorldPages pages, RoundWorld world, long person)
    {
        var view = Value(await world.World.Get<PlanService>().ReadAsync(person, world.PlanId));
        return pages.Render<RoundsPanel>(p => p.Add(r => r.Plan, view.Content.Plan).Add(r => r.Standing, view.Standing));
    }
}
