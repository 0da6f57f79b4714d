using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Live;

/// <summary>Votes in the text of the minutes: they come by themselves, are moved, and nobody types over them.</summary>
public sealed class BlockTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Number = "7";
    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToHaveCountOptions Counted = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task ClosedVote_ComesToBothSheets_IsMovedByBoth_AndSurvivesTyping()
    {
        var one = await Room.EnterAsync(browsers, site, "secretary", site.LiveId);
        var other = await Room.EnterAsync(browsers, site, "member-2", site.LiveId);
        await one.WriteAtEndAsync(Number, "První odstavec.\n\nDruhý odstavec.");
        await one.SavedTextAsync(Number);
        await Expect(other.Editor(Number)).ToContainTextAsync("Druhý odstavec.", Patiently);
        using var chair = await site.SignInAsync("chair");
        var vote = await OpenAsync(chair);

        // While it is open no text holds it, and it is shown below.
        var left = other.Page.Locator($".blocks-left [data-key='vote:{vote}']");
        await Expect(left).ToContainTextAsync("probíhá", Patiently);
        await Expect(left.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        (await chair.PostAsJsonAsync($"/api/v1/votes/{vote}/close", new { })).EnsureSuccessStatusCode();

        foreach (var room in new[] { one, other })
        {
            await Expect(Block(room)).ToContainTextAsync("PRO 1, PROTI 0, ZDRŽEL SE 0", Patiently);
            await Expect(Block(room)).ToHaveAttributeAsync("aria-label", new Regex("^Hlasování č. \\d+$"));
            await Expect(room.Page.Locator(".blocks-left [data-key^='vote:']")).ToHaveCountAsync(0, Counted);
            await Expect(room.Editor(Number)).Not.ToContainTextAsync("[[");
        }

        // Both move it, one by the keyboard.
        await Block(other).GetByRole(AriaRole.Button, new() { Name = "Posunout výš" }).ClickAsync();
        await Expect(Block(one).Locator("xpath=following-sibling::*[contains(., 'Druhý odstavec.')]")).ToHaveCountAsync(1, Counted);
        await Block(one).GetByRole(AriaRole.Button, new() { Name = "Posunout výš" }).FocusAsync();
        await one.Page.Keyboard.PressAsync("Enter");
        await Expect(Block(other).Locator("xpath=following-sibling::*[contains(., 'První odstavec.')]")).ToHaveCountAsync(1, Counted);
        await Expect(Block(one).GetByRole(AriaRole.Button, new() { Name = "Posunout výš" })).ToBeFocusedAsync();
        Assert.Matches($@"^\s*\[\[vote:{vote}\]\]\n\nPrvní odstavec\.\n\nDruhý odstavec\.\s*$", await one.SavedTextAsync(Number));

        // Deleting everything leaves it, and undoing brings the words back.
        await one.Editor(Number).FocusAsync();
        await one.Page.Keyboard.PressAsync("Control+a");
        await one.Page.Keyboard.PressAsync("Delete");
        await Expect(other.Editor(Number)).Not.ToContainTextAsync("odstavec", new() { Timeout = PageWaiting.Patience });
        await Expect(Block(other)).ToBeVisibleAsync(Visibly);
        await one.Page.Keyboard.PressAsync("Control+z");
        await Expect(other.Editor(Number)).ToContainTextAsync("Druhý odstavec.", Patiently);

        // Backspace behind it steps over it; what is typed on it comes below.
        await one.Page.Keyboard.PressAsync("Control+Home");
        await one.Page.Keyboard.PressAsync("Delete");
        await one.Page.Keyboard.PressAsync("Delete");
        await Expect(Block(one)).ToBeVisibleAsync(Visibly);
        Assert.Contains($"[[vote:{vote}]]", await one.SavedTextAsync(Number));

        await PrintsAsync(chair, vote);
        await CutAndPutBackAsync(one, other);

        // A second reference says that it is one, and can be taken out again.
        await one.WriteAtEndAsync(Number, $"[[vote:{vote}]]");
        await Expect(Block(other).Nth(1)).ToContainTextAsync("toto hlasování je v zápisu už výše", Patiently);
        await Block(other).Nth(1).GetByRole(AriaRole.Button, new() { Name = "Odebrat odkaz" }).ClickAsync();
        await Expect(Block(one)).ToHaveCountAsync(1, Counted);
    }

    /// <summary>Every format that a browser can read as text; the document for Word is the same source.</summary>
    private async Task PrintsAsync(HttpClient chair, long vote)
    {
        foreach (var format in new[] { "md", "html" })
        {
            var minutes = await chair.GetStringAsync($"/meetings/{site.LiveId}/minutes.{format}");
            Assert.Matches("Hlasování č. \\d+: PRO 1, PROTI 0, ZDRŽEL SE 0", minutes.Replace('\u00A0', ' '));
            Assert.DoesNotContain($"[[vote:{vote}]]", minutes);
        }
    }

    private static async Task CutAndPutBackAsync(Room one, Room other)
    {
        await one.Editor(Number).FocusAsync();
        await one.Page.Keyboard.PressAsync("Control+a");
        await one.Page.Keyboard.PressAsync("Control+x");
        var left = other.Page.Locator(".blocks-left [data-key^='vote:']");
        await Expect(left).ToContainTextAsync("V textu zápisu tento záznam není", Patiently);
        await left.GetByRole(AriaRole.Button, new() { Name = "Vložit do textu" }).ClickAsync();
        await Expect(Block(one)).ToBeVisibleAsync(Visibly);
        await Expect(other.Page.Locator(".blocks-left [data-key^='vote:']")).ToHaveCountAsync(0, Counted);
    }

    private static ILocator Block(Room room) => room.Editor(Number).Locator(".block");

    private async Task<long> OpenAsync(HttpClient chair)
    {
        var meeting = await chair.GetFromJsonAsync<JsonElement>($"/api/v1/meetings/{site.LiveId}");
        var item = meeting.GetProperty("agenda").EnumerateArray().Single(i => i.GetProperty("number").GetString() == Number).GetProperty("id").GetInt64();
        var prepared = await chair.PostAsJsonAsync($"/api/v1/meetings/{site.LiveId}/votes", new { agendaItemId = item, question = "Schvaluje skupina termín?", kind = "public" });
        var vote = (await prepared.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        (await chair.PostAsJsonAsync($"/api/v1/votes/{vote}/open", new { })).EnsureSuccessStatusCode();
        using var member = await site.SignInAsync("member-1");
        var seat = (await member.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("seats")[0].GetProperty("id").GetInt64();
        (await member.PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice = "for" })).EnsureSuccessStatusCode();
        return vote;
    }
}
