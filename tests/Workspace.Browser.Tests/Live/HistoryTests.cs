using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>How a text came about, seen by those who wrote it.</summary>
public sealed class HistoryTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Number = "7";
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task TwoWrite_OneLooksBackComparesAndRestores_AndTheOtherSeesIt()
    {
        var one = await Room.EnterAsync(browsers, site, "member-1", site.LiveId);
        var other = await Room.EnterAsync(browsers, site, "member-2", site.LiveId);
        await one.WriteAtEndAsync(Number, "Skupina zprávu projednala. ");
        await one.SavedTextAsync(Number);
        await Expect(other.Editor(Number)).ToContainTextAsync("projednala", Patiently);
        await other.WriteAtEndAsync(Number, "Bere ji na vědomí.");
        await other.SavedTextAsync(Number);

        // Who wrote what, while it is being written.
        var shown = one.Page.Locator($"[data-authors]");
        await Expect(one.Editor(Number)).ToContainTextAsync("vědomí", Patiently);
        await shown.ClickAsync();
        await Expect(shown).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(one.Editor(Number).Locator(".wrote")).ToHaveCountAsync(2, new() { Timeout = PageWaiting.Patience });
        await Expect(one.Editor(Number).Locator(".wrote").Nth(1)).ToHaveAttributeAsync("title", new Regex("^.+, .+"));
        await one.WriteAtEndAsync(Number, " Ano.");
        await Expect(one.Editor(Number).Locator(".wrote")).ToHaveCountAsync(3);
        await Expect(one.Page.Locator("[data-authors-told]")).ToContainTextAsync("Toto místo:", Patiently);
        await one.SavedTextAsync(Number);

        var page = one.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^Historie textu: {Number}") }).ClickAsync();
        await page.RunsAsync();
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Okamžik v historii textu" });
        await Expect(page.Locator(".history-sheet")).ToContainTextAsync("Ano.", Patiently);
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator(".history-sheet")).ToContainTextAsync("projednala", Patiently);
        await Expect(page.Locator(".history-sheet")).Not.ToContainTextAsync("vědomí");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?at=\d+$"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Porovnat s nynějším zněním" }).ClickAsync();
        await Expect(page.Locator("ins").First).ToContainTextAsync("vědomí", Patiently);
        await Expect(page.Locator(".summary")).ToContainTextAsync("Přibylo 5 slov.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Obnovit starší z obou znění" }).ClickAsync();
        await page.Locator(".ask .primary").ClickAsync();
        await Expect(page.Locator(".notice.ok")).ToContainTextAsync("Znění je obnoveno", Patiently);
        await Expect(other.Editor(Number)).Not.ToContainTextAsync("vědomí", new() { Timeout = PageWaiting.Patience });
        Assert.Equal("Skupina zprávu projednala. ", await other.SavedTextAsync(Number));
    }
}
