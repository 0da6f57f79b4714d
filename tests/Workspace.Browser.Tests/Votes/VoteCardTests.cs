using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Votes;

/// <summary>The card comes by itself wherever a member is, by keys and without them.</summary>
public sealed class VoteCardTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const float Patience = PageWaiting.Patience;
    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = Patience };
    private static readonly LocatorAssertionsToBeFocusedOptions Focused = new() { Timeout = Patience };

    [Fact]
    public async Task Opening_ByTheChair_BringsTheCardToAMemberWhoIsElsewhere()
    {
        await site.PrepareVoteAsync("7", "Souhlasí skupina s termínem v únoru?");
        var member = new Voting(await browsers.SignInAsync(site.Server, "member-3"));
        await member.Page.OpenAsync(site.Url);
        var chair = await EnterAsync("chair");

        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Zahájit hlasování: Souhlasí skupina s termínem v únoru?" }).ClickAsync();

        await Expect(member.Page.GetByRole(AriaRole.Region, new() { Name = "Souhlasí skupina s termínem v únoru?" })).ToBeVisibleAsync(Visibly);
        await member.ChooseAsync("PRO");
        await chair.CloseAsync();
        await Expect(member.Result).ToContainTextAsync("PRO 1, PROTI 0, ZDRŽEL SE 0", new() { Timeout = Patience });
    }

    [Fact]
    public async Task WholeVote_ByKeysAlone_AndTheScreenReaderHearsItOnce()
    {
        const string Question = "Má se jednat i v červenci?";
        var member = await EnterAsync("member-1");
        var chair = await EnterAsync("chair");
        var heard = await ListenAsync(member.Page);
        var room = new Room(site, member.Page, site.LiveId);
        await room.WriteAtEndAsync("6", "Právě se píše");
        await Expect(room.Editor("6")).ToBeFocusedAsync();

        // The chair prepares, opens and closes.
        await PressAsync(chair.Page.GetByRole(AriaRole.Button, new() { Name = "Nové hlasování" }));
        await Expect(chair.Page.GetByLabel("Bod programu")).ToBeFocusedAsync(Focused);
        await TabToAsync(chair.Page, chair.Page.GetByLabel("O čem se hlasuje"));
        await chair.Page.Keyboard.TypeAsync(Question);
        await TabToAsync(chair.Page, chair.Page.GetByRole(AriaRole.Button, new() { Name = "Připravit" }));
        await chair.Page.Keyboard.PressAsync("Enter");
        await Expect(chair.Page.GetByRole(AriaRole.Button, new() { Name = "Nové hlasování" })).ToBeFocusedAsync(Focused);
        await BackTabToAsync(chair.Page, chair.Page.GetByRole(AriaRole.Button, new() { Name = $"Zahájit hlasování: {Question}" }));
        await chair.Page.Keyboard.PressAsync("Enter");

        await Expect(member.Paper).ToBeVisibleAsync(Visibly);
        await Expect(room.Editor("6")).ToBeFocusedAsync();
        await member.Page.Keyboard.TypeAsync(" dál 123");
        Assert.EndsWith("Právě se píše dál 123", await room.SavedTextAsync("6"));
        await member.Page.Keyboard.PressAsync("Alt+h");
        await Expect(member.Choice("PRO")).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("2");
        await Expect(member.Choice("PROTI")).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await member.HasStoredAsync("PROTI");
        await Expect(member.Choice("PROTI")).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("1");
        await member.Page.Keyboard.PressAsync("Enter");
        await member.HasStoredAsync("PRO");

        await PressAsync(chair.Lead.GetByRole(AriaRole.Button, new() { Name = "Ukončit hlasování" }));
        await Expect(member.Result).ToContainTextAsync("PRO 1, PROTI 0, ZDRŽEL SE 0", new() { Timeout = Patience });
        await PressAsync(chair.Page.GetByRole(AriaRole.Button, new() { Name = "Vyhlásit výsledek" }));
        await Expect(chair.Page.GetByRole(AriaRole.Button, new() { Name = "Vyhlásit výsledek" })).ToHaveCountAsync(0, new() { Timeout = Patience });

        var said = await heard();
        Assert.Single(said, line => line.Contains($"Hlasování zahájeno. {Question}"));
        Assert.Single(said, line => line.Contains("Hlasování ukončeno.") && line.Contains("PRO 1, PROTI 0, ZDRŽEL SE 0"));
    }

    private async Task<Voting> EnterAsync(string person) => new((await Room.EnterAsync(browsers, site, person, site.LiveId)).Page);

    /// <summary>Writes down what the status regions say from now on: their new text at each change, as a screen reader would read it.</summary>
    private static async Task<Func<Task<string[]>>> ListenAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            () => {
              window.heard = [];
              const before = new Map();
              const shown = (e) => e.getClientRects().length > 0;
              const listen = () => {
                for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
                  const text = shown(region) ? region.textContent.trim().replace(/\s+/g, ' ') : '';
                  if (text !== (before.get(region) ?? '') && text !== '') window.heard.push(text);
                  before.set(region, text);
                }
              };
              listen();
              window.heard = [];
              new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
            }
            """);
        return () => page.EvaluateAsync<string[]>("() => window.heard");
    }

    private static async Task PressAsync(ILocator button)
    {
        await button.FocusAsync();
        await button.Page.Keyboard.PressAsync("Enter");
    }

    private static Task TabToAsync(IPage page, ILocator target) => GoToAsync(page, target, "Tab");

    private static Task BackTabToAsync(IPage page, ILocator target) => GoToAsync(page, target, "Shift+Tab");

    private static async Task GoToAsync(IPage page, ILocator target, string key)
    {
        for (var stops = 0; stops < 40 && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); stops++)
            await page.Keyboard.PressAsync(key);
        await Expect(target).ToBeFocusedAsync();
    }
}
