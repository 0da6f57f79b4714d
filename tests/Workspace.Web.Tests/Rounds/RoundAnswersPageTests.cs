using System.Globalization;
using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using static Workspace.Web.Tests.Hosting.WorldPages;
using static Workspace.Web.Tests.Meetings.MeetingWorld;
using static Workspace.Web.Tests.Rounds.RoundPages;

namespace Workspace.Web.Tests.Rounds;

/// <summary>How a member answers besides writing a comment: without comments, with a colleague's, and to what came of their own.</summary>
public sealed class RoundAnswersPageTests
{
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
}
