using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>What the chair does reaches everybody's page by itself.</summary>
public sealed class LeadingTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private static readonly BrowserNewContextOptions Still = new() { ViewportSize = new() { Width = 1440, Height = 700 }, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task StartingAndClosing_OpensAndClosesTheMembersEditors_WithoutReload()
    {
        var member = await Room.EnterAsync(browsers, site, "member-1", site.PlannedId);
        await member.MayOnlyReadAsync("1");
        var chair = await Room.EnterAsync(browsers, site, "chair", site.PlannedId);

        await chair.Button("Zahájit jednání").ClickAsync();
        await member.WriteAtEndAsync("1", "Jednání bylo zahájeno.");
        Assert.Equal("Jednání bylo zahájeno.", await member.SavedTextAsync("1"));

        await chair.Button("Ukončit jednání").ClickAsync();
        await chair.Button("Ano, ukončit").ClickAsync();
        await member.MayOnlyReadAsync("1");
        await Expect(chair.Button("Vzít ukončení zpět")).ToBeVisibleAsync();
        await chair.MayWriteAsync("1");
    }

    [Fact]
    public async Task NextItem_MovesThePageOfWhoFollows_AndNotOfWhoStopped()
    {
        var chair = await Room.EnterAsync(browsers, site, "chair", site.LiveId);
        var follower = await Room.EnterAsync(browsers, site, "member-1", site.LiveId, Still);
        var other = await Room.EnterAsync(browsers, site, "member-2", site.LiveId, Still);
        var follow = other.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Sledovat průběh" });
        await Expect(follow).ToBeCheckedAsync();
        await follow.UncheckAsync();
        await ToTopAsync(follower.Page);
        await ToTopAsync(other.Page);

        foreach (var title in new[] { "Kontaktní místa pro bydlení", "Volba zástupce pracovní skupiny" })
        {
            await chair.Button("Další bod").ClickAsync();
            await Expect(follower.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new(title) })).ToBeInViewportAsync(new() { Timeout = PageWaiting.Patience });
            await Expect(other.Agenda.Locator("[aria-current=step]")).ToContainTextAsync(title, new() { Timeout = PageWaiting.Patience });
            await Expect(other.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = title })).ToBeAttachedAsync();
        }
        Assert.True(await ScrolledAsync(follower.Page) > 300);
        Assert.Equal(0, await ScrolledAsync(other.Page));
    }

    private static async Task ToTopAsync(IPage page)
    {
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        await page.WaitForFunctionAsync("() => window.scrollY === 0");
    }

    private static Task<double> ScrolledAsync(IPage page) => page.EvaluateAsync<double>("() => window.scrollY");
}
