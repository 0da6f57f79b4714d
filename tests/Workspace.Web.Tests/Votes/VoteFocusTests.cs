using Bunit;
using Microsoft.AspNetCore.Components;
using Workspace.Web.Data;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Votes;

/// <summary>A step takes its own button away; the keyboard goes on at the heading instead of at the top of the window.</summary>
public sealed class VoteFocusTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, InlineData("Vyhlásit výsledek"), InlineData("Vrátit se k hlasování")]
    public async Task VotesPage_OfOneVote_KeepsTheFocus_AfterAStep(string step)
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var vote = await scene.OpenAsync();
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        await using var pages = new VotePages(scene, scene.Chair);
        var page = pages.Render<VotePage>(parameters => parameters.Add(p => p.VoteId, vote));
        var heading = HeadingOf(page);
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent == step).ClickAsync());
        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent == step), Patience);
        Assert.Equal(heading, Focused(pages)[^1]);
    }

    [Fact]
    public async Task AnnulledVote_KeepsTheFocus_AndARefusalLeavesItInTheForm()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var vote = await scene.OpenAsync();
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, vote));
        await using var pages = new VotePages(scene, scene.Chair);
        var page = pages.Render<VotePage>(parameters => parameters.Add(p => p.VoteId, vote));
        var heading = HeadingOf(page);
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent == "Prohlásit za zmatečné…").ClickAsync());
        var inForm = Focused(pages);
        await page.InvokeAsync(() => page.Find("form.reason").SubmitAsync());
        page.WaitForElement("[role=alert]", Patience);
        Assert.Equal(inForm, Focused(pages));
        Assert.DoesNotContain(heading, inForm);
        await page.InvokeAsync(() => page.Find("form.reason input").ChangeAsync("Omyl."));
        await page.InvokeAsync(() => page.Find("form.reason").SubmitAsync());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form.reason")), Patience);
        Assert.Equal(heading, Focused(pages)[^1]);
    }

    [Fact]
    public async Task VotesOfAMeeting_KeepTheFocus_WhenOneIsWithdrawn()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var vote = await scene.PrepareAsync(new(scene.ItemId, "Co zmizí?"));
        await using var pages = new VotePages(scene, scene.Chair);
        var page = pages.Render<VotesPage>(parameters => parameters.Add(p => p.MeetingId, scene.MeetingId));
        var heading = HeadingOf(page);
        await page.InvokeAsync(() => page.Find("[aria-label='Stáhnout hlasování: Co zmizí?']").ClickAsync());
        page.WaitForAssertion(() => Assert.DoesNotContain("Co zmizí?", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(VoteState.Annulled, (await scene.FindAsync(vote)).State);
        Assert.Equal(heading, Focused(pages)[^1]);
    }

    /// <summary>As the first rendering names it; later ones leave the name out.</summary>
    private static string HeadingOf<T>(IRenderedComponent<T> page)
        where T : IComponent
    {
        var name = page.WaitForElement("h1[tabindex='-1']", Patience).GetAttribute("blazor:elementreference");
        Assert.False(string.IsNullOrEmpty(name));
        return name;
    }

    private static List<string> Focused(VotePages pages) =>
        [.. pages.JSInterop.Invocations.Where(i => i.Identifier == "Blazor._internal.domWrapper.focus").Select(i => ((ElementReference)i.Arguments[0]!).Id)];
}
