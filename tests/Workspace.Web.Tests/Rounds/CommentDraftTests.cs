using Bunit;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Rounds.Comments;
using static Workspace.Web.Tests.Hosting.WorldPages;
using static Workspace.Web.Tests.Meetings.MeetingWorld;
using static Workspace.Web.Tests.Rounds.ComposerActs;
using static Workspace.Web.Tests.Rounds.RoundPages;

namespace Workspace.Web.Tests.Rounds;

/// <summary>A draft on the member's page: how it saves itself, is dropped and taken up again.</summary>
public sealed class CommentDraftTests
{
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
}
