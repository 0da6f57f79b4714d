using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>When a page may be used; the machine that runs the tests may be busy.</summary>
internal static partial class PageWaiting
{
    public const float Patience = 60_000;

    /// <summary>The circuit runs: it has put the focus on the heading. Clicks before that go nowhere.</summary>
    public static Task RunsAsync(this IPage page) =>
        Expect(page.Locator("h1[tabindex='-1']")).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>All live texts of the page are those of the server, and what was typed is saved.</summary>
    public static Task TextsHaveComeAsync(this IPage page) =>
        Expect(page.Locator("[data-save-mark]")).ToHaveAttributeAsync("data-state", Settled(), new() { Timeout = Patience });

    public static async Task OpenAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.RunsAsync();
    }

    /// <summary>Chooses a file once the field may be used; the driver alone would not wait for that.</summary>
    public static async Task ChooseFileAsync(this IPage page, string field, string name, string type, byte[] content)
    {
        await Expect(page.Locator(field)).ToBeEnabledAsync(new() { Timeout = Patience });
        await page.Locator(field).SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
    }

    /// <summary>What makes the page scroll sideways; nothing where it does not.</summary>
    public static Task<string> WidestAsync(this IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const page = document.scrollingElement;
          if (page.scrollWidth <= page.clientWidth) return '';
          const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 1);
          return `${page.scrollWidth} px: ` + wide.slice(-6).map(e => e.outerHTML.slice(0, 120)).join('\n');
        }
        """);

    [GeneratedRegex("^(saved|readonly)$")]
    private static partial Regex Settled();
}
