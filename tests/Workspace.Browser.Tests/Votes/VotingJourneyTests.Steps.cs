using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using Workspace.Web.Tests.Exports;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Votes;

public sealed partial class VotingJourneyTests
{
    private static Voting Of(Room room) => new(room.Page);

    private async Task<Room> EnterAsync(IPage page)
    {
        await page.OpenAsync($"{site.Url}/meetings/{meetingId}");
        await page.TextsHaveComeAsync();
        return new(site, page, meetingId);
    }

    private static async Task ArriveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Jsem v sále" }).ClickAsync();
        await Expect(page.Locator(".checked")).ToContainTextAsync("přítomni v sále", Patiently);
    }

    private async Task HasQuorumAsync(string count, string state)
    {
        foreach (var page in new[] { secretary.Page, chair.Page, member.Page })
        {
            await Expect(page.Locator(".quorum b")).ToHaveTextAsync(count, new() { Timeout = Patience });
            await Expect(page.Locator(".quorum .chip")).ToHaveTextAsync(new Regex($" {state}$"), new() { Timeout = Patience });
        }
    }

    private static async Task ByKeysAsync(Voting voter, string key, string choice)
    {
        await voter.Page.Keyboard.PressAsync(key);
        await Expect(voter.Choice(choice)).ToBeFocusedAsync();
        await voter.Page.Keyboard.PressAsync("Enter");
        await voter.HasStoredAsync(choice);
    }

    private async Task HandAsync(string name, string choice)
    {
        var button = chair.Lead.GetByRole(AriaRole.Group, new() { Name = $"Hlas: {name}" }).GetByRole(AriaRole.Button, new() { Name = choice, Exact = true });
        await Expect(chair.Lead.GetByRole(AriaRole.Group, new() { Name = $"Hlas: {name}" }).GetByRole(AriaRole.Button, new() { Name = "pro", Exact = true }))
            .ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = Patience });
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = Patience });
    }

    /// <summary>Closes and announces it; everybody in the room has the result.</summary>
    private async Task EndAsync(string counts, string word)
    {
        await chair.CloseAsync();
        foreach (var page in new[] { chair.Page, secretary.Page, member.Page, verifier.Page, alternate.Page })
        {
            await Expect(page.Locator(".votes-panel .result")).ToContainTextAsync(counts, Patiently);
            await Expect(page.Locator(".votes-panel .result")).ToContainTextAsync(word);
        }
        await chair.AnnounceAsync();
    }

    private async Task<long> VoteIdAsync(string question)
    {
        var address = await chair.Page.GetByRole(AriaRole.Link, new() { Name = question }).First.GetAttributeAsync("href");
        return long.Parse(address!.Split('/')[^1]);
    }

    private async Task<long> CorrectAsync()
    {
        var vote = await VoteIdAsync(Resolution);
        var page = await chair.Page.Context.NewPageAsync();
        await page.OpenAsync($"{site.Url}/votes/{vote}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opravit…" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Hlas: .*Denisa Chocholoušová") }).SelectOptionAsync(new SelectOptionValue { Label = "pro" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Zapsat opravu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Uveďte důvod." })).ToBeVisibleAsync(Visibly);
        await page.GetByLabel("Důvod opravy").FillAsync(Reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zapsat opravu" }).ClickAsync();
        var main = page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("Původně zapsáno: PRO 3, PROTI 1, ZDRŽEL SE 1 → PRO 4, PROTI 1, ZDRŽEL SE 0", Patiently);
        await Expect(main).ToContainTextAsync(Reason);
        await Expect(page.Locator(".result")).ToContainTextAsync("PRO 4, PROTI 1, ZDRŽEL SE 0");
        await page.CloseAsync();
        return vote;
    }

    private async Task MinutesTellAsync(long corrected)
    {
        string[] approval = ["Hlasování č. 1: PRO 4, PROTI 0, ZDRŽEL SE 1 – přijato", Approval];
        string[] election = ["Hlasování č. 2 (tajné): Milan Chaloupka 3, Petr Nečesal 1, zdrželo se 1", "Ověřovatelem zápisu byl zvolen", "Milan Chaloupka"];
        string[] hands = ["Hlasování č. 3: PRO 4, PROTI 1, ZDRŽEL SE 0 – přijato", Resolution, "Usnesení č. ", Wording, "Původně zapsáno: PRO 3, PROTI 1, ZDRŽEL SE 1", Reason, "PRO: ", "PROTI: ", "Tomáš Žižlavský"];
        foreach (var room in new[] { secretary, member })
        {
            await Expect(room.Editor("2").Locator(".block")).ToContainTextAsync("PRO 4, PROTI 1, ZDRŽEL SE 0", Patiently);
            Reading.AssertInOrder([.. approval, .. election], await room.Editor("1").InnerTextAsync());
            Reading.AssertInOrder(hands, await room.Editor("2").InnerTextAsync());
        }
        var number = ResolutionNumber().Match(await member.Editor("2").InnerTextAsync()).Value;
        Assert.NotEmpty(number);
        Assert.Contains($"[[vote:{corrected}]]", await member.SavedTextAsync("2"));

        var download = await member.Page.RunAndWaitForDownloadAsync(() => member.Page.GetByRole(AriaRole.Link, new() { Name = "Word (.docx)" }).ClickAsync());
        var printed = await Tool.TextOfDocxAsync(await File.ReadAllBytesAsync(await download.PathAsync()));
        Reading.AssertInOrder(["Přítomni", "Denisa Chocholoušová", "(v zastoupení: Bc. Filip Hanousek)", "Omluveni", "Soňa Kadeřávková", .. approval, .. election, .. hands], printed);
        Assert.Contains(number, Reading.Flat(printed));
    }

    [GeneratedRegex(@"/meetings/(\d+)/agenda$")]
    private static partial Regex MeetingAddress();

    [GeneratedRegex(@"Usnesení č\. \S+\d")]
    private static partial Regex ResolutionNumber();
}
