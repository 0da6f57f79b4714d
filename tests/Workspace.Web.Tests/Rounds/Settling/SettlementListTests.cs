using Bunit;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Groups;
using Workspace.Web.Tests.Meetings;

namespace Workspace.Web.Tests.Rounds.Settling;

public sealed class SettlementListTests
{
    [Theory]
    [InlineData("?show=unsettled", 3)]
    [InlineData("?show=settled", 1)]
    [InlineData("?show=disputes", 1)]
    [InlineData("?show=insisted", 0)]
    [InlineData("?show=late", 1)]
    [InlineData("?show=untold", 1)]
    [InlineData("?kind=essential", 1)]
    [InlineData("?outcome=notaccepted", 1)]
    [InlineData("?q=PRAVIDELNOST", 1)]
    [InlineData("?item=0", 1)]
    [InlineData("?show=nonsense&kind=9&item=x&org=-&page=-3&comment=y", 4)]
    public async Task Filter_OfTheAddress_SaysWhatIsListed(string query, int expected)
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.SettleAsync(scene.Essential, SettlementOutcome.NotAccepted);
        await scene.Rounds.SendAsync(scene.Rounds.First, scene.Round, null, scene.Rounds.Comment("Po lhůtě."));
        var page = await scene.OpenAsync(query);
        Assert.Equal(expected, page.FindAll(".settling-list li").Count);
        if (expected == 0)
            Assert.Contains("Tomuto výběru nic neodpovídá", page.Markup);
    }

    [Fact]
    public async Task Counts_LeadToWhatTheyCount_AndFiltersStandInTheAddress()
    {
        await using var scene = await SettlingScene.CreateAsync();
        await scene.SettleAsync(scene.Essential, SettlementOutcome.NotAccepted);
        var page = await scene.OpenAsync();
        var links = page.FindAll(".settling-counts li a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href"));
        Assert.Equal($"/rounds/{scene.Round}/settlement?show=unsettled", links["čekají 2"]);
        Assert.Equal($"/rounds/{scene.Round}/settlement?show=disputes", links["rozpory 1"]);
        Assert.Equal($"/rounds/{scene.Round}/settlement?outcome=notaccepted", links["neakceptováno 1"]);
        Assert.DoesNotContain(links.Keys, k => k.StartsWith("po termínu"));
        await page.ActAsync(on => on.Find("#settling-kind").ChangeAsync("2"));
        page.WaitForState(() => page.FindAll(".settling-list li").Count == 1, TimeSpan.FromSeconds(20));
        Assert.Equal("1 připomínka", page.Find(".settling-list [role=status]").TextContent);
        await page.ActAsync(on => on.Find("#settling-kind").ChangeAsync("0"));
        page.WaitForState(() => page.FindAll(".settling-list li").Count == 3, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task List_ShowsThePageOfTheComment_AndLeadsOverItsEnd()
    {
        await using var scene = await SettlingScene.CreateAsync(isClosed: false);
        var sent = new List<long>();
        for (var i = 0; i < 60; i++)
            sent.Add(await scene.Rounds.SendAsync(scene.Rounds.First, scene.Round, "IV/1", scene.Rounds.Comment($"Připomínka {i}")));
        await scene.Rounds.CloseAsync(scene.Round);
        var page = await scene.OpenAsync();
        Assert.Equal(50, page.FindAll(".settling-list li").Count);
        var next = await scene.OpenAsync($"?comment={sent[47]}");
        Assert.Equal(13, next.FindAll(".settling-list li").Count);
        Assert.Equal($"/rounds/{scene.Round}/settlement?comment={sent[46]}", next.Find("[data-settle-step=previous]").GetAttribute("href"));
        Assert.Contains("page=1", next.Find("[rel=prev]").GetAttribute("href"));
        var last = await scene.OpenAsync($"?comment={sent[^1]}");
        Assert.Empty(last.FindAll("[data-settle-step=next]"));
        // One that the filter leaves out keeps its place in the order.
        await scene.SettleAsync(sent[0], SettlementOutcome.Noted);
        var apart = await scene.OpenAsync($"?show=unsettled&comment={sent[0]}");
        Assert.Contains($"comment={sent[1]}", apart.Find("[data-settle-step=next]").GetAttribute("href"));
        Assert.Contains($"comment={scene.Advisory}", apart.Find("[data-settle-step=previous]").GetAttribute("href"));
    }

    [Fact]
    public async Task Keys_FindWhatTheyPress()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync();
        Assert.Single(page.FindAll("[data-settling]"));
        Assert.Equal(["1", "2", "3", "4", "5"], page.FindAll("[data-settling] form.decision [data-settle-outcome]").Select(i => i.GetAttribute("data-settle-outcome")));
        await page.ActAsync(on => on.Find("[data-settle-step=next]").ClickAsync());
        Assert.Contains("Ctrl+Enter ukládá", page.Find(".keys").TextContent);
    }

    [Fact]
    public async Task BeforeTheRoundCloses_NothingIsDecided_AndItSaysWhenThatIs()
    {
        await using var scene = await SettlingScene.CreateAsync(isClosed: false);
        var page = await scene.OpenAsync();
        Assert.EndsWith("To trvá do 1. 7. 2026, 10.00 hod.", page.Find(".notice.warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form.decision"));
        Assert.Single(page.FindAll($"a[href='/rounds/{scene.Round}/enter']"));
    }

    [Fact]
    public async Task Rights_MembersAndStrangersSeeNothing_AnAdministratorLooksOn()
    {
        await using var scene = await SettlingScene.CreateAsync();
        foreach (var person in new[] { scene.Rounds.First, scene.Rounds.Group.Guest.Id, scene.Rounds.Group.Stranger.Id })
        {
            var refused = await scene.OpenAsync(person: person);
            refused.WaitForText("Tady nic není");
            Assert.Empty(refused.FindAll(".settling"));
        }
        var page = await scene.OpenAsync(person: scene.Rounds.Group.Administrator.Id);
        Assert.Contains("Vy si je můžete prohlížet.", page.Markup);
        Assert.Equal(3, page.FindAll(".settling-list li").Count);
        Assert.Empty(page.FindAll("form.decision, .settling-actions button, a[href$='/enter']"));
    }

    [Fact]
    public async Task English_SpeaksEnglish()
    {
        await using var scene = await SettlingScene.CreateAsync();
        var page = await scene.OpenAsync(culture: "en");
        Assert.Equal("Settlement of comments", page.Find("h1").TextContent);
        Assert.Equal("Settled 0 of 3", page.Find(".progress-line label").TextContent);
    }
}
