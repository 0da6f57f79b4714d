using Bunit;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Groups;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Settling;

public sealed class SettlingActionsTests
{
    [Fact]
    public async Task C6_Authors_AreTold_AndHowManyIsSaid()
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.SettleAsync(scene.Essential, SettlementOutcome.NotAccepted);
        await scene.SettleAsync(scene.Advisory, SettlementOutcome.Noted);
        var page = await scene.OpenAsync();
        await page.PressAsync("Oznámit autorům");
        Assert.Contains("Oznámit autorům vypořádání 2 připomínek?", page.Find(".ask").TextContent);
        await page.ActAsync(on => on.Find(".ask .btn.primary").ClickAsync());
        page.WaitForText("Oznámeno vypořádání 2 připomínek.");
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent == "Oznámit autorům");
        Assert.NotNull((await scene.FindAsync(scene.Essential)).Settlement!.ToldAt);
        Assert.Contains("CommentsSettled", await scene.Rounds.ToldAsync(scene.Rounds.First));
    }

    [Fact]
    public async Task C6_Finish_IsRefusedWhileSomethingWaits_AndEndsTheSettlement()
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.SettleAsync(scene.Essential, SettlementOutcome.NotAccepted);
        var page = await scene.OpenAsync();
        await page.PressAsync("Ukončit vypořádání");
        await page.ActAsync(on => on.Find(".ask .btn.primary").ClickAsync());
        Assert.Equal("Zbývá vypořádat připomínky: 2.", page.Find(".ask [role=alert]").TextContent);
        await scene.SettleAsync(scene.Alike, SettlementOutcome.NotAccepted);
        await scene.SettleAsync(scene.Advisory, SettlementOutcome.Noted);
        page.WaitForText("Vypořádáno 3 z 3");
        await page.ActAsync(on => on.Find(".ask .btn.primary").ClickAsync());
        page.WaitForText("Vypořádání je ukončeno.");
        Assert.Equal("vypořádáno", page.Find("h1").ParentElement!.NextElementSibling!.QuerySelector(".chip")!.TextContent);
        Assert.Empty(page.FindAll("form.decision"));
    }

    [Fact]
    public async Task C6_InsistedOn_GoesOnTheNextMeetingsAgenda_OrSaysThatThereIsNone()
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.SettleAsync(scene.Essential, SettlementOutcome.NotAccepted);
        Value(await scene.Rounds.Settling.TellAuthorsAsync(scene.Rounds.Secretary, scene.Round));
        Done(await scene.Rounds.World.Get<DisputeService>().AnswerAsync(scene.Rounds.First, scene.Essential, SettlementAnswer.Insists, "Trváme na tom."));
        var page = await scene.OpenAsync($"?comment={scene.Essential}");
        Assert.Contains("žádné jednání, na jehož program by šla zařadit, není naplánováno", page.Find(".notice.warn").TextContent);
        Assert.Equal($"/groups/{scene.Rounds.Group.Group.Id}/meetings/new", page.Find(".notice.warn a").GetAttribute("href"));
        Assert.NotEmpty(page.FindAll("form.decision"));

        var day = scene.Rounds.World.Time.GetUtcNow().DayIn(GroupCalendar.DefaultZone).AddDays(10);
        var meeting = Value(await scene.Rounds.Group.Meetings.CreateAsync(scene.Rounds.Secretary, scene.Rounds.Group.Group.Id, Details(day), []));
        page = await scene.OpenAsync($"?comment={scene.Essential}");
        await page.PressAsync("Zařadit na program");
        Assert.Contains("Zařadit 1 připomínku, na které autor trvá, na program jednání „Jednání o bydlení“", page.Find(".ask").TextContent);
        await page.ActAsync(on => on.Find(".ask .btn.primary").ClickAsync());
        page.WaitForText("přibyl 1 bod.");
        page.WaitForText("Rozpor je na programu jednání.");
        Assert.Single(page.FindAll($"a[href='/meetings/{meeting}/agenda']"));
        Assert.Equal(["1 Rozpor k připomínce: III/4 (Město Horní)"], await scene.Rounds.Group.AgendaAsync(meeting));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent == "Zařadit na program");
    }
}
