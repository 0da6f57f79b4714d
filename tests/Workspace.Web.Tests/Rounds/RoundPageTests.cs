using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using static Workspace.Web.Tests.Hosting.WorldPages;
using static Workspace.Web.Tests.Meetings.MeetingWorld;
using static Workspace.Web.Tests.Rounds.RoundPages;

namespace Workspace.Web.Tests.Rounds;

/// <summary>What a member sees of a round.</summary>
public sealed class RoundPageTests
{
    [Fact]
    public async Task TheLinkOfTheEMail_LeadsToTheFirstItem_WithItsContext()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync(world.Input(TimeSpan.FromHours(76)));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        Assert.Equal("První kolo", page.Find("h1").TextContent);
        Assert.Equal("Zbývají 3 dny 4 hodiny", page.Find(".round-left").TextContent);
        Assert.Equal("do 14. 6. 2026, 14.00 hod.", page.Find(".round-until").TextContent);
        Assert.Equal(("3", "0"), (page.Find("progress").GetAttribute("max"), page.Find("progress").GetAttribute("value")));
        Assert.StartsWith("III/4", page.Find("#round-sheet-title").TextContent, StringComparison.Ordinal);
        Assert.Equal("Kraj ve spolupráci s obcemi zajistí:", page.Find(".lead").TextContent);
        Assert.Equal(RoundWorld.Counselling, page.Find("[data-round-wording]").TextContent);
        Assert.Equal(["počet poraden", "OSV"], page.FindAll(".round-sheet dd").Select(d => d.TextContent).Where(t => !t.Contains("2027", StringComparison.Ordinal)));
        Assert.NotNull(page.Find(".round-call").GetAttribute("open"));
        Assert.Equal("III/4", page.Find(".round-items [aria-current] .no").TextContent);
        Assert.Equal(["III · Dluhová problematika", "IV · Bydlení"], page.FindAll(".round-items h2 > span:first-child").Select(h => h.TextContent));
        Assert.Equal("Další opatření: III/5", page.Find("[data-round-next]").GetAttribute("aria-label"));
        Assert.Empty(page.FindAll("[data-round-previous]"));
        Assert.Equal([$"/groups/{world.Group.Group.Id}/plans", $"/plans/{world.PlanId}"], page.FindAll(".crumbs a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task WhatIsMissingOrForbidden_IsNotFound()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        foreach (var (person, id, query) in new[] { (world.Group.Stranger.Id, round, ""), (world.First, round + 7, ""), (world.First, round, "?item=999999"), (world.First, round, "?item=x") })
        {
            await using var pages = new RoundPages(world, person, id);
            Assert.Equal("Tady nic není", pages.Open(query).Find("h1").TextContent);
        }
    }

    [Fact]
    public async Task APreparedRound_IsToldToItsLeaders_AndUnknownToMembers()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        await using var leaders = new RoundPages(world, world.Secretary, round);
        Assert.Contains("Připomínkové řízení není otevřené.", leaders.Open().Markup, StringComparison.Ordinal);
        await using var members = new RoundPages(world, world.First, round);
        Assert.Equal("Tady nic není", members.Open().Find("h1").TextContent);
    }

    [Fact]
    public async Task Marks_SayWhatTheReaderHasDone_ByWordsToo()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await world.SendAsync(world.First, round, "III/4", world.Comment("první"));
        await world.SendAsync(world.First, round, "III/4", world.Comment("druhá"));
        await world.SendAsync(world.Second, round, "IV/1", world.Comment("cizí"));
        await world.SendAsync(world.First, round, null, world.Comment("k celku"));
        Value(await world.Comments.SaveDraftAsync(world.First, round, await world.ItemAsync(round, "III/5"), world.Comment("koncept")));
        Done(await world.Answers.NoCommentsAsync(world.First, await world.ItemAsync(round, "IV/1")));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open("?item=0");
        Assert.Equal(["moje připomínky: 1", "3", "moje připomínky: 2", "✎koncept", "✓bez připomínek"], page.FindAll(".round-items .mark").Select(m => m.TextContent));
        Assert.Equal(["1 / 2", "1 / 1"], page.FindAll(".round-items h2 .muted").Select(m => m.TextContent.Replace("Zodpovězeno ", "", StringComparison.Ordinal)));
        Assert.Equal("2 z 3", page.Find("#round-answered b").TextContent);
        Assert.Equal("Celý dokument", page.Find(".round-items [aria-current] .title").TextContent);
        Assert.Contains("k celku", page.Find(".round-comments").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("první", page.Find(".round-comments").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheItemsComments_AreShown_AndWhatOthersSendComesByItself()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await world.SendAsync(world.Second, round, "III/5", world.Comment("jinam"));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        Assert.Empty(page.FindAll(".round-comments article"));
        for (var i = 0; i < 52; i++)
            await world.SendAsync(world.Second, round, "III/4", world.Comment($"připomínka {i}"));
        page.WaitForAssertion(() => Assert.Equal("52", page.Find("#round-comments-title .muted").TextContent), Patience);
        Assert.Equal(50, page.FindAll(".round-comments article").Count);
        await Button(page, "Zobrazit další (2)").ClickAsync(new());
        Assert.Equal(52, page.FindAll(".round-comments article").Count);
    }

    [Fact]
    public async Task R29_TheDeadlinePassesBeforeTheReadersEyes()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        var closesAt = (await world.FindAsync(round)).ClosesAt;
        world.World.Time.Set(closesAt.AddMilliseconds(-100));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        Assert.Equal("Zbývá méně než minuta", page.Find(".round-left").TextContent);
        Assert.NotNull(Button(page, "Bez připomínek"));
        world.World.Time.Set(closesAt);
        page.WaitForAssertion(() => Assert.Equal("Po termínu", page.Find(".round-left").TextContent), Patience);
        page.WaitForAssertion(() => Assert.StartsWith("Termín uplynul.", page.Find(".notice.warn").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal((true, true), (Button(page, "Bez připomínek") is null, Button(page, "Bez připomínek ke zbývajícím") is null));
        Assert.NotNull(Button(page, "Připomínka k opatření"));
    }

    [Fact]
    public async Task AnExtension_IsShownWithItsReason()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        Done(await world.Lead.ExtendAsync(world.Secretary, round, RoundDeadline.EndOfDay(new(2026, 7, 31)), "Letní dovolené"));
        page.WaitForAssertion(() => Assert.Equal(
            "Termín byl prodloužen: původně do 1. 7. 2026, 10.00 hod., nově do 31. 7. 2026, 23.59 hod. Důvod: Letní dovolené", page.Find(".round-extension").TextContent), Patience);
    }

    [Fact]
    public async Task WhoMayNotComment_SeesWhy_AndReads()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await world.SendAsync(world.Second, round, "III/4", world.Comment("vidí i host"));
        await using var pages = new RoundPages(world, world.Group.Guest.Id, round);
        var page = pages.Open();
        Assert.Contains("Podle jednacího řádu této skupiny hosté připomínky nepodávají.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("vidí i host", page.Markup, StringComparison.Ordinal);
        Assert.Equal((0, 0), (page.FindAll("[data-round-begin]").Count, page.FindAll("progress").Count));
        Assert.Null(Button(page, "Bez připomínek ke zbývajícím"));
        Assert.Empty(page.FindAll("a[href$='/settlement']"));
        await using var leaders = new RoundPages(world, world.Secretary, round);
        Assert.Single(leaders.Open().FindAll($"a[href='/rounds/{round}/settlement']"));
    }

    [Fact]
    public async Task TheHomePanel_ShowsWhatWaits_UntilAllIsAnswered()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync(world.Input(TimeSpan.FromDays(2)));
        await using var pages = new RoundPages(world, world.First, round);
        var panel = pages.Render<RoundsWaitingPanel>();
        panel.WaitForAssertion(() => Assert.Contains("Zbývají 2 dny", panel.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("bez odpovědi 3 opatření z 3", panel.Markup, StringComparison.Ordinal);
        Assert.Equal($"/rounds/{round}", panel.Find("a").GetAttribute("href"));
        Value(await world.Answers.NoCommentsToRestAsync(world.First, round));
        panel.WaitForAssertion(() => Assert.Equal("", panel.Markup.Trim()), Patience);
        await using var strangers = new RoundPages(world, world.Group.Stranger.Id, round);
        Assert.Equal("", strangers.Render<RoundsWaitingPanel>().Markup.Trim());
    }

    [Fact]
    public async Task ThePageSpeaksEnglish()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync(world.Input(TimeSpan.FromHours(76)));
        await using var pages = new RoundPages(world, world.First, round, "en");
        var page = pages.Open();
        Assert.Equal("3 days 4 hours left", page.Find(".round-left").TextContent);
        Assert.NotNull(Button(page, "No comments on the rest"));
    }
}
