using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Workspace.Browser.Tests.Accessibility;

internal static class AxeFindings
{
    /// <summary>What axe finds on the page as it stands, in the light and in the dark theme.</summary>
    public static async Task<IReadOnlyList<string>> FindInBothThemesAsync(this IPage page, string label)
    {
        List<string> found = [];
        foreach (var theme in new[] { "light", "dark" })
        {
            await page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);
            var result = await page.RunAxe();
            Assert.NotEmpty(result.Passes);
            found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
                $"{label} {theme} {violation.Id}: {node.Target} {node.Html}\n  {string.Join("; ", node.Any.Concat(node.All).Select(check => check.Message))}")));
        }
        return found;
    }
}
