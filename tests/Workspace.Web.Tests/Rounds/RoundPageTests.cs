using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using static Workspace.Web.Tests.Meetings.MeetingWorld;
using static Workspace.Web.Tests.Rounds.RoundPages;

namespace Workspace.Web.Tests.Rounds;

/// <summary>What a member sees of a round and how they answer, besides writing a comment.</summary>
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
    public async Task C5_NoComments_IsOneClick_OffersTheNextItem_AndCanBeTakenBack()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await Button(page, "Bez připomínek").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("1 z 3", page.Find("#round-answered b").TextContent), Patience);
        Assert.Equal("Další bez odpovědi: III/5 ›", page.Find(".round-steps a:last-of-type").TextContent);
        await Button(page, "Vzít zpět").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("0 z 3", page.Find("#round-answered b").TextContent), Patience);
        Assert.NotNull(Button(page, "Bez připomínek"));
    }

    [Fact]
    public async Task C5_NoCommentsToTheRest_SaysHowMany_AndLeavesDraftsAlone()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        Value(await world.Comments.SaveDraftAsync(world.First, round, await world.ItemAsync(round, "III/5"), world.Comment("koncept")));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await Button(page, "Bez připomínek ke zbývajícím").ClickAsync(new());
        Assert.StartsWith("U 2 opatření", page.Find(".round-bar .ask p").TextContent, StringComparison.Ordinal);
        await page.Find(".round-bar .ask .primary").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Uloženo: bez připomínek ke 2 opatřením.", page.Find(".notice.ok").TextContent), Patience);
        page.WaitForAssertion(() => Assert.Equal("2 z 3", page.Find("#round-answered b").TextContent), Patience);
        Assert.Null(Button(page, "Bez připomínek ke zbývajícím"));
        Assert.Equal("Další bez odpovědi: III/5 ›", page.Find(".round-steps a:last-of-type").TextContent);
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
    public async Task C5_ColleaguesOfOneOrganisation_AgreeOnAComment_AndTakeThatBack()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await world.SendAsync(world.First, round, "III/4", world.Comment("za naši organizaci"));
        await using var others = new RoundPages(world, world.Second, round);
        Assert.Null(Button(others.Open(), "Připojit se"));
        await using var pages = new RoundPages(world, world.Colleague, round);
        var page = pages.Open();
        await Button(page, "Připojit se").ClickAsync(new());
        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Odvolat připojení")), Patience);
        Assert.Equal("1 z 3", page.Find("#round-answered b").TextContent);
        await using var author = new RoundPages(world, world.First, round);
        // With somebody's agreement it is theirs too: it can be withdrawn, not edited.
        var own = author.Open();
        Assert.Equal((true, false), (Button(own, "Vzít zpět k úpravě") is null, Button(own, "Stáhnout") is null));
        await Button(page, "Odvolat připojení").ClickAsync(new());
        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Připojit se")), Patience);
        own.WaitForAssertion(() => Assert.NotNull(Button(own, "Vzít zpět k úpravě")), Patience);
    }

    [Fact]
    public async Task ACommentIsWithdrawn_AfterAQuestion()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await world.SendAsync(world.First, round, "III/4", world.Comment("omyl"));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await Button(page, "Stáhnout").ClickAsync(new());
        await page.Find(".round-comments .ask .danger").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".round-comments article")), Patience);
        Assert.Equal("0 z 3", page.Find("#round-answered b").TextContent);
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
    public async Task C6_TheAuthorSeesTheOutcome_AndSaysSettledOrInsists()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        var essential = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko", kind: CommentKind.Essential));
        var advisory = await world.SendAsync(world.First, round, "III/5", world.Comment("drobnost"));
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [essential, advisory], new(SettlementOutcome.NotAccepted, "není z čeho")));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        Assert.DoesNotContain("není z čeho", page.Markup, StringComparison.Ordinal);
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        page.WaitForAssertion(() => Assert.Contains("není z čeho", page.Find(".round-comments").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("2 vaše připomínky byly vypořádány a čekají na vaše vyjádření.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Vypořádáno", page.Find(".round-left").TextContent);

        await Button(page, "Trvám na připomínce").ClickAsync(new());
        await page.Find($"#insist-{essential}").ChangeAsync(new() { Value = "Nejde o totéž." });
        await page.Find(".round-comments form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Nejde o totéž.", page.Find(".round-comments article").TextContent, StringComparison.Ordinal), Patience);
        Assert.Null(Button(page, "Trvám na připomínce"));
        await Button(page, "Považuji za vypořádané").ClickAsync(new());
        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Trvám na připomínce")), Patience);

        await using var mine = new RoundPages(world, world.First, round);
        var list = mine.Open("?show=mine");
        var item = await world.ItemAsync(round, "III/5");
        Assert.Equal(["III/4", "III/5"], list.FindAll(".round-mine li a").Select(a => a.TextContent));
        Assert.Equal($"/rounds/{round}?item={item}#comment-{advisory}", list.FindAll(".round-mine li a")[1].GetAttribute("href"));
        Assert.Equal("čeká na vaše vyjádření", list.Find(".round-mine .chip.live:last-child").TextContent);
        var other = mine.Open(string.Create(CultureInfo.InvariantCulture, $"?item={item}"));
        // Only an essential comment can be insisted on.
        Assert.Equal((false, true), (Button(other, "Považuji za vypořádané") is null, Button(other, "Trvám na připomínce") is null));
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

    private static IElement Button(IRenderedComponent<RoundPage> page, string words) =>
        page.FindAll("button").FirstOrDefault(b => b.TextContent.Trim() == words || b.QuerySelector(".of-item")?.TextContent == words)!;
}
