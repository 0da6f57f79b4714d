using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using static Workspace.Web.Tests.Meetings.MeetingWorld;
using static Workspace.Web.Tests.Rounds.RoundPages;

namespace Workspace.Web.Tests.Rounds;

/// <summary>Writing, saving and sending a comment on the member's page.</summary>
public sealed class CommentComposerTests
{
    private static readonly string Nearer = RoundWorld.Counselling.Replace("30", "20", StringComparison.Ordinal);

    [Fact]
    public async Task C5_ADraft_SavesItselfAMomentAfterTheWriting_AndReopensByItself()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        Assert.Empty(await DraftsAsync(world));
        _ = WriteAsync(page, "reason", "Je to ");
        var writing = WriteAsync(page, "reason", "Je to daleko ");
        Assert.Equal("unsaved", page.Find(".save-mark").GetAttribute("data-state"));
        await writing;
        page.WaitForAssertion(() => Assert.Equal("Koncept uložen 10.00", page.Find(".save-mark").TextContent), Patience);
        // One draft, however often it was typed; what is typed is not touched by its saving.
        Assert.Equal("Je to daleko", Assert.Single(await DraftsAsync(world)).Reason);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".round-items .mark.draft")), Patience);
        Assert.Equal("Je to daleko ", Field(page, "reason").GetAttribute("value"));

        await using var again = new RoundPages(world, world.First, round);
        Assert.Equal("Je to daleko", Field(again.Open(), "reason").GetAttribute("value"));
        await using var others = new RoundPages(world, world.Colleague, round);
        Assert.Empty(others.Open().FindAll(".composer"));
    }

    [Fact]
    public async Task C5_LeavingAField_AndChoosingAKind_SaveAtOnce()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        _ = WriteAsync(page, "reason", "hned");
        await Field(page, "reason").BlurAsync(new());
        Assert.Equal("hned", Assert.Single(await DraftsAsync(world)).Reason);
        await page.Find("input[value=Essential]").ChangeAsync(new() { Value = "Essential" });
        Assert.Equal(CommentKind.Essential, Assert.Single(await DraftsAsync(world)).Kind);
    }

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
    public async Task C5_ADraft_IsDeletedAfterAQuestion_AnEmptyOneAtOnce()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        await Button(page, "Zavřít").ClickAsync(new());
        Assert.Empty(page.FindAll(".composer"));
        await page.Find("[data-round-begin]").ClickAsync(new());
        await WriteAsync(page, "reason", "omyl");
        Assert.Single(await DraftsAsync(world));
        await Button(page, "Smazat koncept").ClickAsync(new());
        await page.Find(".composer .ask .danger").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".composer")), Patience);
        Assert.Empty(await DraftsAsync(world));
        Assert.Empty(page.FindAll(".round-items .mark.draft"));
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

    [Fact]
    public async Task ADraftThatCannotBeSaved_SaysSo_AndIsSavedLater()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        await using (var db = world.World.Db())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"RoundComments\" RENAME TO \"Away\"");
        await WriteAsync(page, "reason", "ulož mě");
        Assert.Equal("Neuloženo", page.Find(".save-mark").TextContent);
        Assert.Contains("Koncept se nepodařilo uložit.", page.Find(".composer [role=alert]").TextContent, StringComparison.Ordinal);
        await SendAsync(page);
        Assert.Equal("ulož mě", Field(page, "reason").GetAttribute("value"));
        await using (var db = world.World.Db())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Away\" RENAME TO \"RoundComments\"");
        await Button(page, "Uložit znovu").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Koncept uložen 10.00", page.Find(".save-mark").TextContent), Patience);
        Assert.Equal("ulož mě", Assert.Single(await DraftsAsync(world)).Reason);
    }

    [Fact]
    public async Task WhatIsRefused_IsSaidTruthfully()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        await page.Find("[data-round-begin]").ClickAsync(new());
        await WriteAsync(page, "reason", new('x', RoundComment.ReasonLength + 1));
        Assert.Equal("Neuloženo", page.Find(".save-mark").TextContent);
        Assert.Contains("Odůvodnění může mít nejvýše", page.Find(".composer [role=alert]").TextContent, StringComparison.Ordinal);
        await WriteAsync(page, "reason", "kratší");
        Assert.Equal("Koncept uložen 10.00", page.Find(".save-mark").TextContent);
    }

    [Fact]
    public async Task WhatWasTypedBeforeTheLineWasLost_IsTakenUpAgain()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        var item = await world.ItemAsync(round, "III/4");
        var stored = world.Comment("Je to");
        Value(await world.Comments.SaveDraftAsync(world.First, round, item, stored));
        await using var pages = new RoundPages(world, world.First, round);
        pages.Script.Setup<LeftDraft[]?>("left", _ => true).SetResult(
            [new(stored.DraftId, item, null, null, "Essential", null, "Je to daleko"), new("novy", item, 0, 9, "Advisory", Nearer, ""), new("cizi", 999_999, null, null, "?", null, null)]);
        var page = pages.Open();
        page.WaitForAssertion(() => Assert.Equal(["Je to daleko", ""], page.FindAll("textarea[name=reason]").Select(t => t.GetAttribute("value"))), Patience);
        page.WaitForAssertion(() => Assert.Equal(["saved", "saved"], page.FindAll(".save-mark").Select(m => m.GetAttribute("data-state"))), Patience);
        var drafts = await DraftsAsync(world);
        Assert.Equal([("Je to daleko", CommentKind.Essential, (string?)null), ("", CommentKind.Advisory, Nearer)], drafts.Select(d => (d.Reason, d.Kind, d.ProposedWording)));
        Assert.Equal("rozšíření", drafts[1].Quotation);
    }

    [Fact]
    public async Task ADraftSentInAnotherWindow_LeavesThisOne_AndOneBegunThereComes()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        var item = await world.ItemAsync(round, "III/4");
        var input = world.Comment("z jiného okna");
        Value(await world.Comments.SaveDraftAsync(world.First, round, item, input));
        await using var pages = new RoundPages(world, world.First, round);
        var page = pages.Open();
        Assert.Single(page.FindAll(".composer"));
        Value(await world.Comments.SendAsync(world.First, round, item, input));
        page.WaitForAssertion(() => Assert.Equal((0, 1), (page.FindAll(".composer").Count, page.FindAll(".round-comments article").Count)), Patience);
        Value(await world.Comments.SaveDraftAsync(world.First, round, item, world.Comment("druhá")));
        await world.SendAsync(world.Second, round, "III/5", world.Comment("ohlásí se"));
        page.WaitForAssertion(() => Assert.Equal("druhá", Field(page, "reason").GetAttribute("value")), Patience);
    }

    private static IElement Field(IRenderedComponent<RoundPage> page, string name) => page.Find($".composer textarea[name={name}]");

    /// <summary>Ends once it is saved, or could not be.</summary>
    private static Task WriteAsync(IRenderedComponent<RoundPage> page, string name, string text) => Field(page, name).InputAsync(new() { Value = text });

    private static Task SendAsync(IRenderedComponent<RoundPage> page) => page.Find(".composer").SubmitAsync();

    private static string Words(IElement change) => change.ChildNodes[^1].TextContent;

    private static IElement Button(IRenderedComponent<RoundPage> page, string words) => page.FindAll("button").FirstOrDefault(b => b.TextContent.Trim() == words)!;

    private static async Task<List<RoundComment>> DraftsAsync(RoundWorld world)
    {
        await using var db = world.World.Db();
        return await db.RoundComments.AsNoTracking().Where(c => c.State == CommentState.Draft).OrderBy(c => c.Id).ToListAsync();
    }
}
