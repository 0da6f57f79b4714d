using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>A meeting's room as one person has it open (in Czech), by the names a screen reader would read.</summary>
public sealed class Room(DemoServer site, IPage page, long meetingId)
{
    public IPage Page => page;

    public ILocator Toolbar => page.GetByRole(AriaRole.Toolbar, new() { Name = "Formátování textu" });

    public ILocator Agenda => page.GetByRole(AriaRole.Complementary, new() { Name = "Program jednání" });

    public static async Task<Room> EnterAsync(Browsers browsers, DemoServer site, string person, long meetingId, BrowserNewContextOptions? options = null)
    {
        var page = await browsers.SignInAsync(site.Server, person, options);
        await page.OpenAsync($"{site.Url}/meetings/{meetingId}");
        await page.TextsHaveComeAsync();
        return new(site, page, meetingId);
    }

    public ILocator Editor(string number) =>
        page.GetByRole(AriaRole.Textbox, new() { NameRegex = new($"^Text zápisu k bodu {Regex.Escape(number)}\\.? ") });

    /// <summary>A button of the toolbar; the keys that its label names may follow.</summary>
    public ILocator Command(string label) => Toolbar.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(label)}( \\(|$)") });

    public ILocator Button(string label) => page.GetByRole(AriaRole.Button, new() { Name = label });

    public async Task WriteAtEndAsync(string number, string text)
    {
        await MayWriteAsync(number);
        await Editor(number).FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(text);
    }

    public async Task MayWriteAsync(string number)
    {
        await Expect(Editor(number)).ToHaveAttributeAsync("contenteditable", "true", new() { Timeout = PageWaiting.Patience });
    }

    public async Task MayOnlyReadAsync(string number)
    {
        await Expect(Editor(number)).ToHaveAttributeAsync("contenteditable", "false", new() { Timeout = PageWaiting.Patience });
        await Expect(Editor(number)).ToHaveAttributeAsync("aria-readonly", "true");
    }

    /// <summary>What the server has committed, once this page says that all it typed is saved.</summary>
    public async Task<string> SavedTextAsync(string number)
    {
        await page.TextsHaveComeAsync();
        return await site.TextAsync(meetingId, number);
    }
}
