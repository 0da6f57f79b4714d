using Bunit;
using Workspace.Web.Data;
using Workspace.Web.Votes.Register;

namespace Workspace.Web.Tests.Votes.Register;

public sealed class ResolutionsPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, InlineData("cs", "Usnesení č. ", "přijato"), InlineData("en", "Resolution no. ", "adopted")]
    public async Task Page_ListsResolutions_AndItsAddressSaysWhatIsShown(string culture, string label, string outcome)
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var group = await ResolutionServiceTests.GroupAsync(scene);
        var vote = await ResolutionServiceTests.ResolveAsync(scene, "Skupina bere na vědomí žádost.");
        await using var pages = new VotePages(scene, scene.Chair, culture);
        pages.Navigation.NavigateTo($"/groups/{group}/resolutions?q=zadost");
        var page = pages.Render<ResolutionsPage>(p => p.Add(r => r.GroupId, group));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".resolution")), Patience);
        Assert.StartsWith(label, page.Find(".resolution h2").TextContent);
        Assert.Equal($"/votes/{vote}", page.Find(".resolution h2 a").GetAttribute("href"));
        Assert.Contains(outcome, page.Find(".resolution").TextContent);

        await page.InvokeAsync(() => page.Find("#resolution-state").ChangeAsync(new() { Value = "2" }));
        Assert.EndsWith("?q=zadost&state=revoked", pages.Navigation.Uri);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".empty")), Patience);
        await page.InvokeAsync(() => page.Find("#resolution-state").ChangeAsync(new() { Value = "0" }));
        Assert.EndsWith("?q=zadost", pages.Navigation.Uri);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".resolution")), Patience);
    }

    [Fact]
    public async Task Page_OfAStranger_IsNotThere_AndAnEmptyRegisterSaysWhatComes()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var group = await ResolutionServiceTests.GroupAsync(scene);
        await using var strange = new VotePages(scene, scene.Stranger);
        var none = strange.Render<ResolutionsPage>(p => p.Add(r => r.GroupId, group));
        none.WaitForAssertion(() => Assert.NotEmpty(none.FindAll("h1")), Patience);
        Assert.Empty(none.FindAll(".register"));

        await using (var db = scene.World.Db())
        {
            db.RemoveRange(db.Resolutions);
            await db.SaveChangesAsync();
        }
        await using var pages = new VotePages(scene, scene.Chair);
        var page = pages.Render<ResolutionsPage>(p => p.Add(r => r.GroupId, group));
        page.WaitForAssertion(() => Assert.Contains("Zatím tu není žádné usnesení", page.Find(".empty").TextContent), Patience);
        var link = pages.Render<ResolutionsLink>(p => p.Add(l => l.GroupId, group));
        Assert.Empty(link.FindAll("a"));
        await ResolutionServiceTests.ResolveAsync(scene, "První usnesení.");
        link.WaitForAssertion(() => Assert.Equal($"/groups/{group}/resolutions", link.Find("a").GetAttribute("href")), Patience);
    }
}
