using Bunit;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Groups;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Settling;

public sealed class SettlementPageTests
{
    private const string First = "III/4 – Město Horní", Second = "III/4 – Město Dolní", Third = "III/5 – Město Dolní";

    [Fact]
    public async Task C6_AcceptedWording_IsSeenBeforehand_AndTheNextCommentComesByItself()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync();
        page.WaitForComment(First);
        Assert.Equal("Vypořádáno 0 z 3", page.Find(".progress-line label").TextContent);
        Assert.Empty(page.FindAll(".wording-part"));
        await page.ChooseAsync(SettlementOutcome.Accepted);
        Assert.Equal("20", page.Find(".wording-part ins").LastChild!.TextContent);
        Assert.Equal("30", page.Find(".wording-part del").LastChild!.TextContent);
        await page.SaveAsync();
        page.WaitForComment(Second);
        Assert.Contains($"comment={scene.Alike}", page.Find(".settling-list [aria-current=true]").GetAttribute("href"));
        Assert.Contains("Uloženo: III/4 – Město Horní, akceptováno.", page.Find(".settling-main [role=status]").TextContent);
        Assert.Equal("Vypořádáno 1 z 3", page.Find(".progress-line label").TextContent);
        Assert.Equal(SettlingScene.Nearer, await scene.Rounds.WordingAsync(scene.Round, "III/4"));
        // The same is asked for again, and stands there already.
        await page.ChooseAsync(SettlementOutcome.Accepted);
        Assert.Contains("Navržené znění už v plánu je", page.Find(".wording-part").TextContent);
    }

    [Theory]
    [InlineData(SettlementOutcome.NotAccepted)]
    [InlineData(SettlementOutcome.Explained)]
    [InlineData(SettlementOutcome.Noted)]
    public async Task R32_WithoutAReason_IsRefusedAtTheField_AndSavedWithOne(SettlementOutcome outcome)
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync();
        page.WaitForComment(First);
        await page.SaveAsync();
        Assert.Equal("Zvolte výsledek vypořádání.", page.Find("form.decision [role=alert]").TextContent);
        await page.ChooseAsync(outcome);
        await page.SaveAsync();
        Assert.StartsWith("Napište odůvodnění.", page.Find("form.decision [role=alert]").TextContent);
        Assert.Equal("true", page.Find("#settle-reason").GetAttribute("aria-invalid"));
        await page.ReasonAsync("Není z čeho.");
        await page.ChooseAsync(SettlementOutcome.PartlyAccepted);
        await page.ChooseAsync(outcome);
        Assert.Equal("Není z čeho.", page.Find("#settle-reason").GetAttribute("value"));
        await page.SaveAsync();
        page.WaitForComment(Second);
        var settled = await scene.FindAsync(scene.Essential);
        Assert.Equal((outcome, "Není z čeho.", null), (settled.Settlement!.Outcome, settled.Settlement.Reason, settled.Settlement.Wording));
        Assert.Equal(RoundWorld.Counselling, await scene.Rounds.WordingAsync(scene.Round, "III/4"));
    }

    [Fact]
    public async Task C6_PartlyAccepted_AsksForAnEditedWording_AndShowsItsDifference()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync($"?comment={scene.Essential}");
        page.WaitForComment(First);
        await page.ChooseAsync(SettlementOutcome.PartlyAccepted);
        Assert.Equal(SettlingScene.Nearer, page.Find("#settle-wording").GetAttribute("value"));
        var edited = RoundWorld.Counselling.Replace("30", "25");
        await page.WordAsync(edited);
        Assert.Equal("25", page.Find(".wording-part ins").LastChild!.TextContent);
        await page.ReasonAsync("Na 20 minut nejsou lidé.");
        await page.ChooseAsync(SettlementOutcome.NotAccepted);
        await page.ChooseAsync(SettlementOutcome.PartlyAccepted);
        Assert.Equal(edited, page.Find("#settle-wording").GetAttribute("value"));
        await page.SaveAsync();
        page.WaitForComment(Second);
        Assert.Equal(edited, await scene.Rounds.WordingAsync(scene.Round, "III/4"));
    }

    [Fact]
    public async Task C6_PassingOverAnotherOutcome_LeavesTheWordingTheAuthors()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync();
        page.WaitForComment(First);
        await page.ChooseAsync(SettlementOutcome.PartlyAccepted);
        await page.ChooseAsync(SettlementOutcome.Accepted);
        Assert.Empty(page.FindAll("#settle-wording"));
        await page.PressAsync("Upravit znění");
        await page.SaveAsync();
        page.WaitForComment(Second);
        Assert.Null((await scene.FindAsync(scene.Essential)).Settlement!.Wording);
    }

    [Fact]
    public async Task C6_Conflict_IsSaidInWords_AndSolvedByAnEditedWording()
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.Rounds.WriteAsync(scene.Rounds.Second, scene.Round, "III/4", "30", "45");
        var page = await scene.OpenAsync();
        page.WaitForComment(First);
        Assert.Equal("45", page.Find(".item-in-context ins").LastChild!.TextContent);
        await page.ChooseAsync(SettlementOutcome.Accepted);
        Assert.Contains("právě tam, kde je připomínka chce změnit", page.Find(".wording-part .notice").TextContent);
        var edited = RoundWorld.Counselling.Replace("30", "25");
        await page.WordAsync(edited);
        // Somebody writes in the plan just now: what was seen is not what stands there.
        await scene.Rounds.WriteAsync(scene.Rounds.Second, scene.Round, "III/4", "rozšíření sítě", "rozšíření a podpora sítě");
        await page.SaveAsync();
        Assert.StartsWith("Znění bodu mezitím někdo změnil.", page.Find("form.decision > [role=alert]").TextContent);
        await page.PressAsync("Pokračovat se současným zněním");
        var both = edited.Replace("rozšíření sítě", "rozšíření a podpora sítě");
        Assert.Equal(both, page.Find("#settle-wording").GetAttribute("value"));
        await page.SaveAsync();
        page.WaitForComment(Second);
        Assert.Equal(both, await scene.Rounds.WordingAsync(scene.Round, "III/4"));
    }

    [Fact]
    public async Task C5_CommentsAlike_GetOneAnswer_WhenTheyAreChosen()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync();
        page.WaitForComment(First);
        Assert.Equal("1 podobná připomínka", page.Find("#alike-title").TextContent);
        Assert.Equal("Uložit vypořádání", page.Find("form.decision button[type=submit]").TextContent);
        await page.ActAsync(on => on.Find(".settle-alike input").ChangeAsync(true));
        Assert.Equal("Uložit vypořádání 2 připomínek", page.Find("form.decision button[type=submit]").TextContent);
        await page.ChooseAsync(SettlementOutcome.NotAccepted);
        await page.ReasonAsync("Není z čeho.");
        await page.SaveAsync();
        page.WaitForComment(Third);
        Assert.All(new[] { await scene.FindAsync(scene.Essential), await scene.FindAsync(scene.Alike) }, c => Assert.Equal("Není z čeho.", c.Settlement!.Reason));
        Assert.Null((await scene.FindAsync(scene.Advisory)).Settlement);
        await page.ChooseAsync(SettlementOutcome.Accepted);
        Assert.Contains("Připomínka nenavrhuje znění", page.Find(".wording-part").TextContent);
        await page.SaveAsync();
        page.WaitForText("už žádná další připomínka na vypořádání nečeká");
    }

    [Fact]
    public async Task C6_SettledByAnotherMeanwhile_SaysWho_KeepsWhatWasTyped_AndAsksAgain()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync();
        page.WaitForComment(First);
        await page.ChooseAsync(SettlementOutcome.Noted);
        await page.ReasonAsync("Můj text");
        await scene.SettleAsync(scene.Essential, SettlementOutcome.NotAccepted, "Jejich text", scene.Rounds.Chair);
        page.WaitForText("Mezitím připomínku vypořádal někdo jiný: Alena Vrbová");
        Assert.Equal("Můj text", page.Find("#settle-reason").GetAttribute("value"));
        await page.SaveAsync();
        page.WaitForComment(Second);
        Assert.EndsWith($"?comment={scene.Essential}", page.Find(".settling-main [role=status] a").GetAttribute("href"));
        var settled = await scene.FindAsync(scene.Essential);
        Assert.Equal(("Můj text", "Jejich text"), (settled.Settlement!.Reason, settled.History.Single().Change.Reason));
    }

    [Fact]
    public async Task C6_AnUntouchedForm_FollowsWhatAnotherDecided_AndShowsWhatWasBefore()
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.SettleAsync(scene.Essential, SettlementOutcome.Noted, "Poprvé");
        var page = await scene.OpenAsync($"?comment={scene.Essential}");
        page.WaitForComment(First);
        Assert.Equal("Poprvé", page.Find("#settle-reason").GetAttribute("value"));
        await scene.SettleAsync(scene.Essential, SettlementOutcome.Explained, "Podruhé", scene.Rounds.Chair);
        page.WaitForState(() => page.Find("#settle-reason").GetAttribute("value") == "Podruhé", TimeSpan.FromSeconds(20));
        Assert.Contains("Poprvé", page.Find(".earlier-settlements").TextContent);
        Assert.Contains(scene.Rounds.Group.Secretary.Name, page.Find(".earlier-settlements").TextContent);
        Assert.Empty(page.FindAll("form.decision [role=alert]"));
    }

    [Fact]
    public async Task C6_ToldSettlement_IsNotChanged_AndWhatWasTypedStays()
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.SettleAsync(scene.Essential, SettlementOutcome.NotAccepted);
        var page = await scene.OpenAsync($"?comment={scene.Essential}");
        page.WaitForComment(First);
        await page.ReasonAsync("Jinak");
        Value(await scene.Rounds.Settling.TellAuthorsAsync(scene.Rounds.Chair, scene.Round));
        page.WaitForText("Autorovi už bylo vypořádání oznámeno.");
        Assert.Equal("Jinak", page.Find("#settle-reason").GetAttribute("value"));
        await page.SaveAsync();
        Assert.StartsWith("Autorovi už bylo vypořádání oznámeno.", page.Find("form.decision [role=alert]").TextContent);
        var fresh = await scene.OpenAsync($"?comment={scene.Essential}");
        fresh.WaitForComment(First);
        Assert.Empty(fresh.FindAll("form.decision"));
    }

    [Fact]
    public async Task C6_CommentTakenBackMeanwhile_IsSaid()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync();
        page.WaitForComment(First);
        Done(await scene.Rounds.Comments.WithdrawAsync(scene.Rounds.First, scene.Essential));
        page.WaitForText("autor ji vzal zpět");
        page.WaitForComment(Second);
    }
}
