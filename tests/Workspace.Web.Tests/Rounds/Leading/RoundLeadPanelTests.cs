using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.People.Fields;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Leading;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Leading;

public sealed class RoundLeadPanelTests
{
    [Fact]
    public async Task Prepared_CanBeOpened_AndThenSaysWhoIsSilent()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        await using var pages = new LeadPages(world, world.Secretary);
        var notice = pages.Render<PageNotice>();
        var panel = pages.Render<RoundLeadPanel>(p => p.Add(l => l.RoundId, round));
        panel.WaitForWords("Osloveni budou 3:");
        Assert.Contains("Město Horní", panel.Markup, StringComparison.Ordinal);
        Assert.Equal($"/rounds/{round}/edit", panel.Find("a").GetAttribute("href"));
        await panel.PressAsync("Zahájit");
        panel.WaitForWords("výzva přijde 3 osloveným");
        panel.Find(".ask .btn.primary").Click();
        notice.WaitForWords("Připomínkové řízení je zahájeno");
        Assert.Equal(RoundState.Open, (await world.FindAsync(round)).State);

        Done(await world.Answers.NoCommentsAsync(world.First, await world.ItemAsync(round, "III/5")));
        await world.SendAsync(world.First, round, "III/4", world.Comment("daleko"));
        panel.WaitForWords("2 z 3");
        Assert.Contains("Odpovědělo 1 z 3 oslovených", panel.Markup, StringComparison.Ordinal);
        var rows = panel.FindAll("tbody tr");
        Assert.Equal(["Charita Střední", "Město Dolní", "Město Horní"], rows.Select(r => r.Children[0].TextContent.Split("bez odpovědi")[0].Trim()));
        Assert.Equal(["–", "–", "2 z 3"], rows.Select(r => r.Children[1].TextContent.Trim()));
        Assert.Equal("1", rows[2].Children[2].TextContent.Trim());
    }

    [Fact]
    public async Task Refusal_IsSaidWhereItWasAsked()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.OpenAsync();
        var second = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        await using var pages = new LeadPages(world, world.Secretary);
        var panel = pages.Render<RoundLeadPanel>(p => p.Add(l => l.RoundId, second));
        panel.WaitForWords("Čeká na zahájení");
        await panel.PressAsync("Zahájit");
        panel.Find(".ask .btn.primary").Click();
        panel.WaitForWords("K tomuto plánu už jedno připomínkové řízení běží.");
    }

    [Fact]
    public async Task Prepared_CanBeDropped_AndTheWayLeadsToThePlan()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        await using var pages = new LeadPages(world, world.Chair);
        var panel = pages.Render<RoundLeadPanel>(p => p.Add(l => l.RoundId, round));
        panel.WaitForWords("Zahodit");
        await panel.PressAsync("Zahodit");
        panel.Find(".ask .btn.danger").Click();
        panel.WaitForState(() => pages.Navigation.Uri.EndsWith($"/plans/{world.PlanId}", StringComparison.Ordinal));
        await using var db = world.World.Db();
        Assert.False(await db.Rounds.AnyAsync());
    }

    [Fact]
    public async Task Open_IsExtendedWithAReason_ClosedEarly_AndOpenedAgainByAnExtension()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync(world.Input() with { ClosesAt = DateTimeOffset.Parse("2026-06-30T22:00:00Z") });
        await using var pages = new LeadPages(world, world.Secretary);
        var notice = pages.Render<PageNotice>();
        var panel = pages.Render<RoundLeadPanel>(p => p.Add(l => l.RoundId, round));
        panel.WaitForWords("do úterý 30. 6. 2026 (včetně)");
        await panel.PressAsync("Prodloužit lhůtu");
        panel.Find("form").Submit();
        panel.WaitForWords("Zadejte poslední den lhůty.");
        panel.Find("#round-extend-day").Change("2026-06-29");
        panel.Find("form").Submit();
        panel.WaitForWords("Nová lhůta musí být pozdější než dosavadní.");
        panel.Find("#round-extend-day").Change("2026-07-05");
        panel.Find("#round-extend-time").Change("12:00");
        panel.Find("form").Submit();
        panel.WaitForWords("Napište důvod.");
        Assert.Equal("true", panel.Find("#round-extend-reason").GetAttribute("aria-invalid"));
        panel.Find("#round-extend-reason").Change("obce mají zastupitelstva");
        panel.Find("form").Submit();
        notice.WaitForWords("Lhůta je prodloužena do neděle 5. 7. 2026 do 12.00 hodin.");
        Assert.Contains("obce mají zastupitelstva", panel.Find(".extensions").TextContent, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse("2026-07-05T10:00:00Z"), (await world.FindAsync(round)).ClosesAt);

        await panel.PressAsync("Uzavřít předčasně");
        panel.Find("#round-close-reason").Change("všichni odpověděli");
        panel.Find("form").Submit();
        notice.WaitForWords("Připomínkové řízení je uzavřeno.");
        Assert.Contains("všichni odpověděli", panel.Markup, StringComparison.Ordinal);
        Assert.Contains(panel.FindAll("a"), a => a.GetAttribute("href") == $"/rounds/{round}/settlement");
        Assert.DoesNotContain(panel.FindAll("button"), b => b.TextContent == "Uzavřít předčasně");

        await panel.PressAsync("Prodloužit lhůtu");
        panel.WaitForWords("se připomínkové řízení znovu otevře");
        panel.Find("#round-extend-day").Change("2026-07-10");
        panel.Find("#round-extend-reason").Change("přece ne všichni");
        panel.Find("form").Submit();
        notice.WaitForWords("Lhůta je prodloužena do pátku 10. 7. 2026 (včetně)");
        Assert.Equal(RoundState.Open, (await world.FindAsync(round)).State);
    }

    [Fact]
    public async Task Members_SeeNothingOfIt_AndAnAdministratorOnlyLooksOn()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        foreach (var person in new[] { world.First, world.Group.Guest.Id, world.Group.Stranger.Id })
        {
            await using var pages = new LeadPages(world, person);
            var panel = pages.Render<RoundLeadPanel>(p => p.Add(l => l.RoundId, round));
            Assert.Equal("", panel.Markup.Trim());
        }
        await using var administrator = new LeadPages(world, world.Group.Administrator.Id, "en");
        var seen = administrator.Render<RoundLeadPanel>(p => p.Add(l => l.RoundId, round));
        seen.WaitForWords("0 of 3 asked have answered");
        Assert.Empty(seen.FindAll("button"));
        var prepared = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        var before = administrator.Render<RoundLeadPanel>(p => p.Add(l => l.RoundId, prepared));
        before.WaitForWords("3 will be asked:");
        Assert.Empty(before.FindAll("button, a"));
    }
}
