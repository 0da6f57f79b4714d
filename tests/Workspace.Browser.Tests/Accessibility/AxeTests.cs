using Workspace.Browser.Tests.Hosting;

namespace Workspace.Browser.Tests.Accessibility;

/// <summary>axe finds nothing on any page, light and dark, in both languages.</summary>
public sealed class AxeTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    public static TheoryData<string> Pages => [.. SitePage.All.Select(page => page.Name)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_HasNothingThatAxeFinds(string name)
    {
        var shown = SitePage.All.Single(page => page.Name == name);
        List<string> found = [];
        var page = await browsers.OpenAsync(site.Server, shown.Person);
        foreach (var culture in new[] { "cs", "en" })
        {
            await shown.ShowAsync(page, site, culture);
            Assert.StartsWith(culture, await page.Locator("html").GetAttributeAsync("lang"));
            found.AddRange(await page.FindInBothThemesAsync(culture));
        }
        await page.Context.CloseAsync();
        Assert.True(found.Count == 0, $"{name}\n{string.Join('\n', found.Distinct())}");
    }
}
