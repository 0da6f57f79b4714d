using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>Votes as one person has them on the page (in Czech), by the names a screen reader would read.</summary>
public sealed class Voting(IPage page)
{
    private const float Patience = PageWaiting.Patience;

    public IPage Page => page;

    /// <summary>The paper that is to be seen: of the room's last column, or of the card.</summary>
    public ILocator Paper => page.GetByRole(AriaRole.Group, new() { Name = "Váš hlas" });

    public ILocator Lead => page.GetByRole(AriaRole.Group, new() { Name = "Řízení hlasování" });

    public ILocator Choice(string label) => Paper.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public ILocator Result => page.Locator(".result").Filter(new() { Visible = true });

    public async Task ChooseAsync(string label)
    {
        await Choice(label).ClickAsync();
        await HasStoredAsync(label);
    }

    public Task HasStoredAsync(string label) =>
        Expect(Paper.GetByRole(AriaRole.Status)).ToContainTextAsync($"Váš hlas je uložen: {label}.", new() { Timeout = Patience });

    public async Task PickAsync(string option)
    {
        await Paper.GetByRole(AriaRole.Radio, new() { Name = option }).CheckAsync();
        await Choice("Odevzdat hlas").ClickAsync();
    }

    /// <summary>The code of the secret ballot that was cast here.</summary>
    public async Task<string> ReceiptAsync()
    {
        await Expect(Paper.GetByRole(AriaRole.Status)).ToContainTextAsync("uložen", new() { Timeout = Patience });
        return await Paper.Locator(".receipt b").InnerTextAsync();
    }

    /// <summary>Chooses one of the usual votes and opens it once the form is filled in.</summary>
    public async Task OpenAsync(string preset, Func<Task>? fill = null)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = preset, Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("O čem se hlasuje")).ToBeVisibleAsync(new() { Timeout = Patience });
        if (fill is not null)
            await fill();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zahájit hned" }).ClickAsync();
    }

    /// <summary>Under the agenda item with that number.</summary>
    public async Task UnderAsync(string number)
    {
        var items = page.GetByLabel("Bod programu");
        var wanted = await items.Locator("option").Filter(new() { HasTextRegex = new($"^{number}\\.? ") }).First.GetAttributeAsync("value");
        await items.SelectOptionAsync(wanted!);
    }

    public async Task CloseAsync()
    {
        await Lead.GetByRole(AriaRole.Button, new() { Name = "Ukončit hlasování" }).ClickAsync();
        await Expect(Lead).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    public async Task AnnounceAsync()
    {
        var announce = page.GetByRole(AriaRole.Button, new() { Name = "Vyhlásit výsledek" });
        await announce.ClickAsync();
        await Expect(announce).ToHaveCountAsync(0, new() { Timeout = Patience });
    }
}
