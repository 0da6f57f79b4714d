using Bunit;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Groups;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Meetings;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Settling;

public sealed class EnterCommentPageTests
{
    [Fact]
    public async Task R29_EnteredAfterTheDeadline_IsLate_UnlessItArrivedBefore()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var closes = (await scene.Rounds.FindAsync(scene.Round)).ClosesAt.In(GroupCalendar.DefaultZone);
        await using var pages = new WorldPages(scene.Rounds.World, scene.Rounds.Secretary);
        var page = pages.Render<EnterCommentPage>(parameters => parameters.Add(p => p.RoundId, scene.Round));
        await page.ActAsync(on => on.Find("#enter-name").ChangeAsync("Jan Dopisný"));
        await page.ActAsync(on => on.Find("#enter-reason").ChangeAsync("Došlo poštou."));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        page.WaitForText("počítá se jako podaná po lhůtě");
        Assert.Equal("", page.Find("#enter-reason").GetAttribute("value"));
        Assert.Equal("Jan Dopisný", page.Find("#enter-name").GetAttribute("value"));

        await page.ActAsync(on => on.Find("#enter-reason").ChangeAsync("Došlo e-mailem."));
        await page.ActAsync(on => on.Find("#enter-day").ChangeAsync(closes.ToString("yyyy-MM-dd")));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal("Uveďte den i čas doručení, nebo nechte obojí prázdné.", page.Find("[role=alert]").TextContent);
        Assert.Equal("true", page.Find("#enter-time").GetAttribute("aria-invalid"));
        // That the one before was taken is not said beside why this one is not.
        Assert.Empty(page.FindAll("div[role=status] .notice"));
        await page.ActAsync(on => on.Find("#enter-time").ChangeAsync(closes.AddMinutes(-1).ToString("HH:mm")));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        page.WaitForText("počítá se jako podaná včas");
        var entered = (await scene.Rounds.TableAsync(scene.Round, new() { Search = "dopisny" })).Rows.Select(r => r.Comment).ToList();
        Assert.Equal([("Došlo e-mailem.", false), ("Došlo poštou.", true)], entered.Select(c => (c.Comment.Reason, c.Comment.IsLate)));
        Assert.Equal("Tomáš Kubát", entered[0].EnteredBy);
        Assert.EndsWith($"settlement?comment={entered[0].Comment.Id}", page.Find(".notice a").GetAttribute("href"));
    }

    [Fact]
    public async Task Wording_BeginsAsTheItems_AndIsProposedWhereItDiffers()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var item = await scene.Rounds.ItemAsync(scene.Round, "III/5");
        await using var pages = new WorldPages(scene.Rounds.World, scene.Rounds.Secretary);
        var page = pages.Render<EnterCommentPage>(parameters => parameters.Add(p => p.RoundId, scene.Round));
        Assert.Empty(page.FindAll("#enter-wording"));
        await page.ActAsync(on => on.Find("#enter-item").ChangeAsync("1"));
        Assert.Equal(RoundWorld.Counselling, page.Find("#enter-wording").GetAttribute("value"));
        await page.ActAsync(on => on.Find("#enter-item").ChangeAsync("2"));
        Assert.Equal(RoundWorld.Courses, page.Find("#enter-wording").GetAttribute("value"));
        Assert.Empty(page.FindAll(".wording-difference"));
        await page.ActAsync(on => on.Find("#enter-wording").ChangeAsync("pravidelné " + RoundWorld.Courses));
        Assert.Single(page.FindAll(".wording-difference ins"));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal("Uveďte, za koho připomínku zanášíte.", page.Find("[role=alert]").TextContent);
        await page.ActAsync(on => on.Find("#enter-name").ChangeAsync("Jan Dopisný"));
        await page.ActAsync(on => on.Find("#enter-kind").ChangeAsync("1"));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        Assert.Equal("Zásadní připomínka potřebuje odůvodnění.", page.Find("[role=alert]").TextContent);
        await page.ActAsync(on => on.Find("#enter-reason").ChangeAsync("Jednou nestačí."));
        await page.ActAsync(on => on.Find("form").SubmitAsync());
        page.WaitForText("Připomínka je zanesena");
        var comment = (await scene.Rounds.TableAsync(scene.Round, new() { Search = "dopisny" })).Rows.Single().Comment.Comment;
        Assert.Equal((item, "pravidelné " + RoundWorld.Courses, CommentKind.Essential), (comment.ItemId, comment.ProposedWording, comment.Kind));
    }

    [Fact]
    public async Task Author_WithoutAnAccount_IsAnsweredForByTheSecretary()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var item = await scene.Rounds.ItemAsync(scene.Round, "III/5");
        var entered = Value(await scene.Rounds.World.Get<EnteredCommentService>().EnterAsync(
            scene.Rounds.Secretary, scene.Round, item, scene.Rounds.Comment("Málo.", kind: CommentKind.Essential), new(null, null, "Jan Dopisný", null)));
        await scene.SettleAsync(entered.Id, SettlementOutcome.NotAccepted);
        Value(await scene.Rounds.Settling.TellAuthorsAsync(scene.Rounds.Secretary, scene.Round));
        var page = await scene.OpenAsync($"?comment={entered.Id}");
        page.WaitForComment("III/5 – Jan Dopisný");
        await page.ActAsync(on => on.Find("#author-answer").ChangeAsync("1"));
        await page.ActAsync(on => on.Find("#author-words").ChangeAsync("Trvám na tom."));
        await page.ActAsync(on => on.Find("form.author-answer").SubmitAsync());
        page.WaitForText("Autor na připomínce trvá.");
        Assert.Empty(page.FindAll("form.author-answer"));
        Assert.Equal("Trvám na tom.", (await scene.FindAsync(entered.Id)).Settlement!.AnswerWords);
    }

    [Fact]
    public async Task Rights_OnlyChairAndSecretaryEnter_AndNothingIsEnteredOnceAllIsSettled()
    {
        await using var scene = await SettlingScene.CreateAsync();
        foreach (var person in new[] { scene.Rounds.First, scene.Rounds.Group.Administrator.Id, scene.Rounds.Group.Stranger.Id })
        {
            await using var pages = new WorldPages(scene.Rounds.World, person);
            var refused = pages.Render<EnterCommentPage>(parameters => parameters.Add(p => p.RoundId, scene.Round));
            refused.WaitForText("Tady nic není");
            Assert.Empty(refused.FindAll("form"));
        }
        foreach (var comment in new[] { scene.Essential, scene.Alike, scene.Advisory })
            await scene.SettleAsync(comment, SettlementOutcome.Noted);
        Done(await scene.Rounds.Settling.FinishAsync(scene.Rounds.Secretary, scene.Round));
        await using var chair = new WorldPages(scene.Rounds.World, scene.Rounds.Chair);
        var page = chair.Render<EnterCommentPage>(parameters => parameters.Add(p => p.RoundId, scene.Round));
        page.WaitForText("Připomínky už byly vypořádány.");
        Assert.Empty(page.FindAll("form"));
    }
}
