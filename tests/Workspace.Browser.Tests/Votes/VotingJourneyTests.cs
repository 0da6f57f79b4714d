using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Votes;

/// <summary>
/// A meeting of the sub-group in six browsers, from the roll to the minutes. Of its six seats four make a quorum; the chair
/// holds one of them, the secretary none, and one is the alternate's today.
/// </summary>
public sealed partial class VotingJourneyTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const float Patience = PageWaiting.Patience;
    private const string Approval = "Schvaluje pracovní skupina navržený program jednání?";
    private const string Resolution = "Schvaluje podskupina vzor dohody o splátkách?";
    private const string Wording = "Podskupina schvaluje vzor dohody o splátkách.";
    private const string Reason = "Náhradnice hlasovala pro, zapsáno omylem.";
    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = Patience };
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = Patience };
    private Room secretary = null!, member = null!, verifier = null!, alternate = null!;
    private Voting chair = null!, elsewhere = null!;
    private long meetingId;

    private IEnumerable<Voting> Voters => [chair, Of(member), elsewhere, Of(verifier), Of(alternate)];

    [Fact]
    public async Task Meeting_FromTheRollToTheMinutes_InSixBrowsers()
    {
        await BeginAsync();
        await KeepRollAsync();
        await ApproveAgendaAsync();
        var (verifierVote, receipt) = await ElectVerifierAsync();
        await ShowHandsAsync();
        var corrected = await CorrectAsync();

        await elsewhere.Page.OpenAsync($"{site.Url}/votes/{verifierVote}");
        await Expect(elsewhere.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = receipt })).ToContainTextAsync("Petr Nečesal", Patiently);

        await MinutesTellAsync(corrected);
    }

    private async Task BeginAsync()
    {
        using var http = await site.SignInAsync("member-20");
        var seats = (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("seats").EnumerateArray();
        var groupId = seats.Select(s => s.GetProperty("groupId").GetInt64()).First(id => id != site.GroupId);
        var page = await browsers.SignInAsync(site.Server, "secretary");
        await page.OpenAsync($"{site.Url}/groups/{groupId}/meetings/new");
        await page.GetByLabel("Den", new() { Exact = true }).FillAsync(DateTime.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Začátek").FillAsync("10:00");
        await page.GetByLabel("Předpokládaný konec").FillAsync("12:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Založit jednání" }).ClickAsync();
        await page.WaitForURLAsync(MeetingAddress());
        meetingId = long.Parse(MeetingAddress().Match(page.Url).Groups[1].Value);

        secretary = await EnterAsync(page);
        chair = new((await Room.EnterAsync(browsers, site, "member-20", meetingId)).Page);
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Zahájit jednání" }).ClickAsync();
        member = await Room.EnterAsync(browsers, site, "member-2", meetingId);
        elsewhere = new((await Room.EnterAsync(browsers, site, "member-6", meetingId)).Page);
        verifier = await Room.EnterAsync(browsers, site, "verifier", meetingId);
        alternate = await Room.EnterAsync(browsers, site, "alternate-4", meetingId);
    }

    private async Task KeepRollAsync()
    {
        foreach (var page in new[] { chair.Page, member.Page, elsewhere.Page, alternate.Page })
            await ArriveAsync(page);
        await Expect(alternate.Page.Locator(".check-in")).ToContainTextAsync("Zastupujete: Filip Hanousek");
        await secretary.Page.GetByText("Zapsat prezenci", new() { Exact = true }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Účast: Soňa Kadeřávková") }).SelectOptionAsync(new SelectOptionValue { Label = "omluven/omluvena" });
        await HasQuorumAsync("Přítomni 4 z 6 členů", "usnášeníschopní");

        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "Odejít" }).ClickAsync();
        await HasQuorumAsync("Přítomni 3 z 6 členů", "neusnášeníschopní");
        await Expect(member.Page.GetByText("Skupina není usnášeníschopná.", new() { Exact = false }).First).ToBeVisibleAsync(Visibly);
        await chair.OpenAsync("Schválení programu", () => chair.UnderAsync("1"));
        await Expect(chair.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Skupina není usnášeníschopná: přítomno 3 z 6, potřeba nejméně 4." })).ToBeVisibleAsync(Visibly);
        await Expect(chair.Lead).ToHaveCountAsync(0);

        await ArriveAsync(verifier.Page);
        await ArriveAsync(elsewhere.Page);
        await HasQuorumAsync("Přítomno 5 z 6 členů", "usnášeníschopní");
        await elsewhere.Page.OpenAsync(site.Url);
    }

    /// <summary>The vote that was refused for want of a quorum is the one that is now opened.</summary>
    private async Task ApproveAgendaAsync()
    {
        await member.WriteAtEndAsync("2", "Věta, která se právě ");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Zahájit hned" }).ClickAsync();
        foreach (var voter in Voters)
        {
            await Expect(voter.Paper).ToBeVisibleAsync(Visibly);
            await Expect(voter.Page.GetByRole(AriaRole.Heading, new() { Name = Approval })).ToBeVisibleAsync();
        }
        await Expect(member.Editor("2")).ToBeFocusedAsync();
        await member.Page.Keyboard.TypeAsync("píše 123.");
        Assert.Equal("Věta, která se právě píše 123.", await member.SavedTextAsync("2"));
        await member.Page.Keyboard.PressAsync("Alt+h");
        await ByKeysAsync(Of(member), "1", "PRO");

        await ByKeysAsync(elsewhere, "2", "PROTI");
        await ByKeysAsync(elsewhere, "3", "ZDRŽUJI SE");
        await ByKeysAsync(elsewhere, "1", "PRO");
        await Of(verifier).ChooseAsync("ZDRŽUJI SE");
        await Expect(alternate.Page.GetByText("Zastupujete: Filip Hanousek. Hlasujete za:").Filter(new() { Visible = true })).ToBeVisibleAsync();
        await Of(alternate).ChooseAsync("PROTI");
        await Of(alternate).ChooseAsync("PRO");
        await chair.ChooseAsync("PRO");
        foreach (var (voter, choice) in new[] { (elsewhere, "PRO"), (Of(verifier), "ZDRŽUJI SE") })
        {
            await voter.Page.ReloadAsync();
            await voter.HasStoredAsync(choice);
            await Expect(voter.Choice(choice)).ToHaveAttributeAsync("aria-pressed", "true");
        }
        await Expect(secretary.Page.GetByText("Hlasovalo 5 z 5").Filter(new() { Visible = true })).ToBeVisibleAsync(Visibly);
        await EndAsync("PRO 4, PROTI 0, ZDRŽEL SE 1", "přijato");
    }

    private async Task<(long Vote, string Receipt)> ElectVerifierAsync()
    {
        await chair.OpenAsync("Volba ověřovatele", async () =>
        {
            await chair.UnderAsync("1");
            foreach (var name in new[] { "Milan Chaloupka", "Petr Nečesal" })
            {
                await chair.Page.GetByRole(AriaRole.Combobox, new() { Name = "Přidat z členů" }).SelectOptionAsync(name);
                await Expect(chair.Page.GetByLabel("Kandidáti")).ToHaveValueAsync(new Regex(name), new() { Timeout = Patience });
            }
            await chair.Page.GetByLabel("Tajné hlasování").CheckAsync();
        });
        await elsewhere.PickAsync("Petr Nečesal");
        foreach (var voter in Voters.Where(v => v != elsewhere && v.Page != verifier.Page))
            await voter.PickAsync("Milan Chaloupka");
        await Of(verifier).Choice("Zdržuji se").ClickAsync();
        List<string> receipts = [];
        foreach (var voter in Voters)
            receipts.Add(await voter.ReceiptAsync());
        Assert.Equal(5, receipts.Distinct().Count());
        await EndAsync("Milan Chaloupka 3, Petr Nečesal 1, zdrželo se 1", "výsledek volby: Milan Chaloupka");
        return (await VoteIdAsync("Kdo bude ověřovatelem zápisu?"), receipts[2]);
    }

    private async Task ShowHandsAsync()
    {
        await chair.OpenAsync("Usnesení", async () =>
        {
            await chair.UnderAsync("2");
            await chair.Page.GetByLabel("O čem se hlasuje").FillAsync(Resolution);
            await chair.Page.GetByRole(AriaRole.Textbox, new() { Name = "Úplné znění usnesení" }).FillAsync(Wording);
            await chair.Page.GetByLabel("Jak se hlasuje").SelectOptionAsync(new SelectOptionValue { Label = "zvednutím ruky jmenovitě" });
        });
        await chair.Lead.GetByRole(AriaRole.Button, new() { Name = "Všichni pro" }).ClickAsync();
        await HandAsync("Tomáš Žižlavský", "proti");
        await HandAsync("Denisa Chocholoušová", "zdržel(a) se");
        await Expect(member.Page.GetByText("Hlasuje se zvednutím ruky").Filter(new() { Visible = true })).ToBeVisibleAsync(Visibly);
        await EndAsync("PRO 3, PROTI 1, ZDRŽEL SE 1", "přijato");
    }
}
