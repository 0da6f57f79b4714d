using AngleSharp.Dom;
using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using static Workspace.Web.Tests.Hosting.WorldPages;
using static Workspace.Web.Tests.Rounds.ComposerActs;
using static Workspace.Web.Tests.Rounds.RoundPages;

namespace Workspace.Web.Tests.Rounds;

/// <summary>Writing and sending a comment on the member's page.</summary>
public sealed class CommentSendingTests
{
    [Fact]
    public async Task C5_APassage_IsQuotedMarkedAndSent_WithTheWordingAsADifference()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var (from, quoted) = (RoundWorld.Counselling.IndexOf("30 minut", StringComparison.Ordinal), "30 minut");
        pages.Selects(from, from + quoted.Length);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        Assert.Equal(quoted, page.Find("[data-round-wording] mark").TextContent);
        Assert.Equal(RoundWorld.Counselling, page.Find("[data-round-wording]").TextContent);
        Assert.StartsWith("„30 minut“", page.Find(".composer blockquote").TextContent, StringComparison.Ordinal);
        await Button(page, "Navrhnout znění").ClickAsync(new());
        Assert.Equal(RoundWorld.Counselling, Field(page, "wording").GetAttribute("value"));
        Assert.Contains("Znění se zatím od původního neliší.", page.Find(".composer-difference").TextContent, StringComparison.Ordinal);
        await WriteAsync(page, "wording", Nearer);
        Assert.Equal(("30", "20"), (Words(page.Find(".composer-difference del")), Words(page.Find(".composer-difference ins"))));
        await SendAsync(page);
        page.WaitForAssertion(() => Assert.Equal("Připomínka odeslána: III/4.", page.Find(".notice.ok").TextContent), Patience);
        Assert.Empty(page.FindAll(".composer"));
        var sent = Assert.Single((await world.ViewAsync(world.First, round)).Mine).Comment;
        Assert.Equal((quoted, Nearer, "", CommentState.Sent, false), (sent.Quotation, sent.ProposedWording, sent.Reason, sent.State, sent.IsLate));
        Assert.Equal("1 z 3", page.Find("#round-answered b").TextContent);
        Assert.Equal(quoted, page.Find("[data-round-wording] mark").TextContent);
        Assert.Equal("Další bez odpovědi: III/5 ›", page.Find(".round-steps a:last-of-type").TextContent);
    }

    [Fact]
    public async Task R31_AnEssentialCommentWithoutReason_IsRefusedAtItsField_AndNothingIsLost()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        await SendAsync(page);
        Assert.Contains("Napište navrhované znění", page.Find(".composer .error").TextContent, StringComparison.Ordinal);
        await Button(page, "Navrhnout znění").ClickAsync(new());
        await WriteAsync(page, "wording", Nearer);
        Assert.Empty(page.FindAll(".composer .error"));
        await page.Find("input[value=Essential]").ChangeAsync(new() { Value = "Essential" });
        await SendAsync(page);
        var reason = Field(page, "reason");
        Assert.Equal(("true", "Zásadní připomínka potřebuje odůvodnění."), (reason.GetAttribute("aria-invalid"), page.Find("#" + reason.GetAttribute("aria-describedby")).TextContent));
        Assert.Equal(Nearer, Field(page, "wording").GetAttribute("value"));
        Assert.Equal(Nearer, Assert.Single(await DraftsAsync(world)).ProposedWording);
        await WriteAsync(page, "reason", "Dostupnost.");
        await SendAsync(page);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".composer")), Patience);
    }

    [Fact]
    public async Task R31_WhoMayNotMarkEssential_SeesWhy()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.GuestsMayCommentAsync();
        var round = await world.OpenAsync(world.Input() with { EssentialBy = EssentialRight.Members });
        await using var pages = new RoundPages(world, world.Group.Guest.Id, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        Assert.True(page.Find("input[value=Essential]").HasAttribute("disabled"));
        Assert.Equal("V tomto připomínkovém řízení mohou zásadní připomínky podávat jen členové.", page.Find("#" + page.Find(".kinds").GetAttribute("aria-describedby")).TextContent);
    }

    [Fact]
    public async Task ACommentTakenBack_IsADraftAgain_AndIsSentAnew()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        await WriteAsync(page, "reason", "poprvé");
        await SendAsync(page);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".round-comments article")), Patience);
        await Button(page, "Vzít zpět k úpravě").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("poprvé", Field(page, "reason").GetAttribute("value")), Patience);
        Assert.Empty(page.FindAll(".round-comments article"));
        await WriteAsync(page, "reason", "podruhé");
        await SendAsync(page);
        page.WaitForAssertion(() => Assert.Contains("podruhé", page.Find(".round-comments article").TextContent, StringComparison.Ordinal), Patience);
        Assert.Single((await world.ViewAsync(world.First, round)).Mine);
    }

    [Fact]
    public async Task R29_AfterTheDeadline_SendingWarnsFirst_AndTheCommentIsMarkedLate()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        await WriteAsync(page, "reason", "na hraně");
        // The page was drawn before the deadline, and the button is pressed after it.
        world.World.Time.Set((await world.FindAsync(round)).ClosesAt);
        await SendAsync(page);
        Assert.Empty((await world.ViewAsync(world.First, round)).Mine);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".composer button[type=submit]")), Patience);
        await Button(page, "Odeslat připomínku").ClickAsync(new());
        Assert.Equal("Termín už uplynul. Připomínka bude přijata, ale označena jako podaná po termínu.", page.Find(".composer .ask p").TextContent);
        await Button(page, "Odeslat po termínu").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("po uplynutí lhůty", page.Find(".notice.ok").TextContent, StringComparison.Ordinal), Patience);
        Assert.True(Assert.Single((await world.ViewAsync(world.First, round)).Mine).Comment.IsLate);
        Assert.Equal("po termínu", page.Find(".round-comments .chip:last-child").TextContent);
    }

    private static string Words(IElement change) => change.ChildNodes[^1].TextContent;
}
