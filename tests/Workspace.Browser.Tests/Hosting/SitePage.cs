using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>
/// A page of the site as one of the demo's people (null: nobody) sees it, and what to do on it before it is looked at.
/// Static pages have no circuit that could be waited for.
/// </summary>
public sealed record SitePage(string Name, string? Person, Func<DemoServer, string> Address, Func<IPage, Task>? Open = null, bool IsStatic = false)
{
    public const string NothingHere = "nothing here";
    private const float Patience = PageWaiting.Patience;

    public static IReadOnlyList<SitePage> All { get; } =
    [
        new("sign-in", null, _ => "/account/sign-in", IsStatic: true),
        new("forgotten password", null, _ => "/account/forgotten-password", IsStatic: true),
        new("invitation that is no more", null, _ => "/account/invitation/gone", IsStatic: true),
        new("home of a member", "member-1", _ => "/"),
        new("home of the administrator", "administrator", _ => "/"),
        new("room live, chair", "chair", Room),
        new("room live, chair, closing is asked", "chair", Room, AskToCloseAsync),
        new("room live, chair, roll", "chair", Room, KeepRollAsync),
        new("room live, member", "member-1", Room),
        new("room live, guest", "guest-1", Room),
        new("room live, member, comments", "member-2", Room, CommentAsync),
        new("room live, chair, new item", "chair", Room, AddItemAsync),
        new("room live, chair, new vote", "chair", Room, NewVoteAsync),
        new("votes of the live meeting, chair", "chair", site => $"/meetings/{site.LiveId}/votes"),
        new("votes of the planned meeting, new election", "chair", site => $"/meetings/{site.PlannedId}/votes", NewElectionAsync),
        new("votes, member", "member-1", site => $"/meetings/{site.LiveId}/votes"),
        new("vote", "member-1", site => $"/votes/{site.VoteId}"),
        new("vote, chair, correction", "chair", site => $"/votes/{site.VoteId}", page => ClickAsync(page.Locator(".vote-page button.btn").First, page.Locator(".correction-form"))),
        new("vote, chair, annulling", "chair", site => $"/votes/{site.VoteId}", page => ClickAsync(page.Locator(".vote-page button.btn").Last, page.Locator("form.reason"))),
        new("secret votes, help", "member-1", _ => "/help/secret-votes"),
        new("notifications", "member-1", _ => "/notifications"),
        new("projector", "secretary", site => $"/meetings/{site.LiveId}/projector"),
        new("projector before the meeting", "member-1", site => $"/meetings/{site.PlannedId}/projector"),
        new("room planned", "chair", site => $"/meetings/{site.PlannedId}"),
        new("room planned, answers of all", "secretary", site => $"/meetings/{site.PlannedId}", AnswersAsync),
        new("room live, who is not marked yet", "member-16", Room),
        new("check-in", "member-16", site => $"/meetings/{site.LiveId}/check-in?code=STALE234"),
        new("check-in, code", "secretary", Room, ShowCodeAsync),
        new("attendance list to print", "member-1", site => $"/meetings/{site.LiveId}/attendance", IsStatic: true),
        new("room closed", "member-1", site => $"/meetings/{site.ClosedId}"),
        new("history of a text", "member-1", site => $"/texts/{site.WrittenTextId}/history?at=20"),
        new("history of a text, comparison", "secretary", site => $"/texts/{site.WrittenTextId}/history?from=10&to=30"),
        new("who wrote what", "member-1", Room, page => ClickAsync(page.Locator("[data-authors]"), page.Locator(".wrote").First)),
        new("agenda, secretary", "secretary", site => $"/meetings/{site.PlannedId}/agenda"),
        new("agenda, new item", "secretary", site => $"/meetings/{site.PlannedId}/agenda", page => ClickAsync(page.Locator(".agenda-bar .primary"), page.Locator(".agenda-editor form"))),
        new("agenda, pasting", "secretary", site => $"/meetings/{site.PlannedId}/agenda", PasteAsync),
        new("agenda, member", "member-1", site => $"/meetings/{site.LiveId}/agenda"),
        new("agenda, proposing an item", "member-1", site => $"/meetings/{site.PlannedId}/agenda", page => ClickAsync(page.Locator(".item-proposals > .actions button"), page.Locator(".item-proposals form"))),
        new("agenda, declining an item", "chair", site => $"/meetings/{site.PlannedId}/agenda", page => ClickAsync(page.Locator(".item-proposals .proposed .btn.quiet").First, page.Locator("#decline-reason"))),
        new("plans", "member-1", site => $"/groups/{site.GroupId}/plans"),
        new("plans, secretary", "secretary", site => $"/groups/{site.GroupId}/plans"),
        new("new plan", "secretary", site => $"/groups/{site.GroupId}/plans/new"),
        new("plan", "member-1", _ => "/plans/1"),
        new("plan, secretary, area", "secretary", _ => "/plans/1", page => ClickAsync(page.Locator(".plan-area .btn.small").First, page.Locator(".plan-area .ask form"))),
        new("plan, without owners", "guest-1", _ => "/plans/1?show=ownerless"),
        new("edit plan", "secretary", _ => "/plans/1/edit"),
        new("plan item", "member-1", _ => "/plans/1/items/1"),
        new("plan item, secretary", "secretary", _ => "/plans/1/items/1"),
        new("new plan item", "secretary", _ => "/plans/1/items/new"),
        new("import of a plan", "secretary", _ => "/plans/1/import"),
        new("import of a plan, preview", "secretary", _ => "/plans/1/import", PreviewAsync),
        new("plan, secretary, approval", "secretary", _ => "/plans/1", page => ClickAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new("schválení|approval") }), page.Locator("form select").First)),
        new("new round", "secretary", _ => "/plans/1/rounds/new"),
        new("round, member", "member-1", _ => "/rounds/2"),
        new("round, whole document", "member-3", _ => "/rounds/2?item=0"),
        new("round, writing a comment", "member-5", _ => "/rounds/2", WriteCommentAsync),
        new("round, draft", "member-1", _ => "/rounds/2", page => ClickAsync(page.Locator(".round-steps a").Last, page.Locator("#round-wording"))),
        new("round, own comments", "member-17", _ => "/rounds/2?show=mine"),
        new("round, who leads it", "secretary", _ => "/rounds/2", page => ClickAsync(page.Locator(".round-lead .line-actions button").First, page.Locator("#round-extend-reason"))),
        new("round, settled", "member-6", _ => "/rounds/1?show=mine"),
        new("settling", "secretary", _ => "/rounds/3/settlement?q=v%C3%BDpisy", page => ClickAsync(page.Locator(".outcomes label").First, page.Locator(".wording-part"))),
        new("settling, insisted on", "secretary", _ => "/rounds/3/settlement?show=insisted"),
        new("settled, administrator", "administrator", _ => "/rounds/1/settlement"),
        new("entering a comment", "secretary", _ => "/rounds/3/enter"),
        new("comparison", "member-1", _ => "/rounds/1/comparison"),
        new("public round", null, _ => "/public/rounds/4", IsStatic: true),
        new("public round, a comment", null, _ => "/public/rounds/4?item=0", IsStatic: true),
        new("public round, secretary", "secretary", _ => "/rounds/4"),
        new("tasks", "member-1", site => $"/groups/{site.GroupId}/tasks"),
        new("task", "member-1", _ => "/tasks/1"),
        new("new task", "secretary", site => $"/groups/{site.GroupId}/tasks/new?planItem=1"),
        new("edit task", "secretary", _ => "/tasks/5/edit"),
        new("edit meeting", "secretary", site => $"/meetings/{site.PlannedId}/edit"),
        new("new meeting", "secretary", site => $"/groups/{site.GroupId}/meetings/new"),
        new("meetings", "secretary", site => $"/groups/{site.GroupId}/meetings"),
        new("members", "member-1", site => $"/groups/{site.GroupId}/members"),
        new("members, secretary", "secretary", site => $"/groups/{site.GroupId}/members"),
        new("seat", "secretary", site => $"/groups/{site.GroupId}/seats/{site.SeatId}"),
        new("new seat", "administrator", site => $"/groups/{site.GroupId}/seats/new"),
        new("rules", "member-1", site => $"/groups/{site.GroupId}/rules"),
        new("new rules", "administrator", site => $"/groups/{site.GroupId}/rules/new"),
        new("resolutions", "member-1", site => $"/groups/{site.GroupId}/resolutions"),
        new("resolutions, nothing found", "member-1", site => $"/groups/{site.GroupId}/resolutions?q=nic"),
        new("standing items", "secretary", site => $"/groups/{site.GroupId}/standing-items"),
        new("wording", "secretary", site => $"/groups/{site.GroupId}/wording"),
        new("groups", "administrator", _ => "/groups"),
        new("new group", "administrator", _ => "/groups/new"),
        new("edit group", "administrator", site => $"/groups/{site.GroupId}/edit"),
        new("people", "administrator", _ => "/people"),
        new("person", "administrator", site => $"/people/{site.PersonId}"),
        new("new person", "administrator", _ => "/people/new"),
        new("edit person", "administrator", site => $"/people/{site.PersonId}/edit"),
        new("organisations", "administrator", _ => "/people/organisations"),
        new("organisation", "administrator", _ => "/people/organisations/1"),
        new("new organisation", "administrator", _ => "/people/organisations/new"),
        new("edit organisation", "administrator", _ => "/people/organisations/1/edit"),
        new("account", "member-2", _ => "/account", IsStatic: true),
        new("minutes to print", "member-1", site => $"/meetings/{site.ClosedId}/minutes.html", IsStatic: true),
        new("minutes of the live meeting to print", "member-1", site => $"/meetings/{site.LiveId}/minutes.html", IsStatic: true),
        new(NothingHere, "member-1", _ => "/there/is/nothing/here"),
        new("error", "member-1", _ => "/error", IsStatic: true),
    ];

    /// <summary>Opens it in a language and waits until it works.</summary>
    public async Task ShowAsync(IPage page, DemoServer site, string culture = "cs")
    {
        await page.GotoAsync($"{site.Url}/account/language/{culture}?back={Uri.EscapeDataString(Address(site))}");
        await Expect(page.Locator("h1")).ToBeVisibleAsync(new() { Timeout = Patience });
        if (!IsStatic)
            await page.RunsAsync();
        // A page that this person may not see would otherwise pass for the one that is meant.
        if (Name != NothingHere)
            await Expect(page.Locator("h1")).Not.ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(Tady nic není|Nothing here)$"));
        if (await page.Locator("[data-save-mark]").CountAsync() > 0)
            await page.TextsHaveComeAsync();
        if (Open is not null)
            await Open(page);
    }

    private static string Room(DemoServer site) => $"/meetings/{site.LiveId}";

    private static async Task AskToCloseAsync(IPage page)
    {
        await TurnToAsync(page, "program");
        await ClickAsync(page.Locator(".lead .btn.quiet"), page.Locator(".lead [role=alert]"));
    }

    private static async Task AddItemAsync(IPage page)
    {
        await TurnToAsync(page, "now");
        await page.Locator(".ask-for summary").ClickAsync(new() { Timeout = Patience });
        await TurnToAsync(page, "program");
        await ClickAsync(page.Locator(".room > .program button.add-item"), page.Locator(".quick-item"));
    }

    private static async Task PreviewAsync(IPage page)
    {
        await page.Locator("#import-paste").FillAsync("č.\topatření\ttermín\tgestor\tstav\tkomentář\n1\tpřehled bytů\t12/2027\tneznámá organizace\tvede se tabulka\tčástečně\n2\tfond kaucí\t\t\tplněno\t");
        await page.Locator(".card:has(#import-paste) .actions button").ClickAsync();
        await Expect(page.Locator(".doubt").First).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Locator(".import-rows .actions .btn").First.ClickAsync();
        await Expect(page.Locator("#row-0-wording")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>What an earlier visit has begun is a draft and open again.</summary>
    private static async Task WriteCommentAsync(IPage page)
    {
        var wording = page.Locator(".composer textarea[name=wording]");
        if (!await wording.IsVisibleAsync())
        {
            await ClickAsync(page.Locator("[data-round-begin]"), page.Locator(".composer"));
            await page.Locator(".composer button").First.ClickAsync();
        }
        await wording.FillAsync("Jiné znění tohoto pravidla.");
        await Expect(page.Locator(".composer ins").First).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private static async Task NewVoteAsync(IPage page)
    {
        await TurnToAsync(page, "now");
        await ClickAsync(page.Locator(".presets .btn").First, page.Locator(".vote-form"));
        await page.Locator(".vote-form summary").ClickAsync();
    }

    /// <summary>The second of the usual votes: candidates, places, and all further settings with a majority of its own.</summary>
    private static async Task NewElectionAsync(IPage page)
    {
        await ClickAsync(page.Locator(".presets .btn").Nth(2), page.Locator("#vote-options"));
        await page.Locator(".vote-form summary").ClickAsync();
        await page.Locator("#vote-by-rules").UncheckAsync();
        await Expect(page.Locator("#vote-basis")).ToBeVisibleAsync(new() { Timeout = Patience });
        await ClickAsync(page.Locator(".vote-form button[type=submit]").First, page.Locator(".vote-form [role=alert]"));
    }

    private static async Task KeepRollAsync(IPage page)
    {
        await TurnToAsync(page, "now");
        await ClickAsync(page.Locator(".now details:not(.ask-for) > summary"), page.Locator(".now details[open] select").First);
    }

    private static async Task AnswersAsync(IPage page)
    {
        await TurnToAsync(page, "now");
        await ClickAsync(page.Locator(".answers summary"), page.Locator(".answers details[open] select").First);
    }

    private static async Task ShowCodeAsync(IPage page)
    {
        await TurnToAsync(page, "now");
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new("QR") }), page.Locator(".check-in-code svg"));
    }

    /// <summary>On a phone the parts of the room are tabs.</summary>
    private static async Task TurnToAsync(IPage page, string part)
    {
        var tabs = page.GetByRole(AriaRole.Tablist).GetByRole(AriaRole.Tab);
        if (await tabs.First.IsVisibleAsync())
            await ClickAsync(tabs.Nth(part == "program" ? 0 : 2), page.Locator($".room[data-tab={part}]"));
    }

    /// <summary>One comment that everybody sees, and another that is being written.</summary>
    private static async Task CommentAsync(IPage page)
    {
        var composer = page.Locator(".composer");
        for (var i = 0; i < 2; i++)
        {
            await page.Locator(".cm-content[contenteditable=true]").First.FocusAsync();
            await page.Keyboard.PressAsync("Control+Home");
            await page.Keyboard.PressAsync("Shift+End");
            await page.Keyboard.PressAsync("Control+Alt+m");
            await Expect(composer).ToBeVisibleAsync(new() { Timeout = Patience });
            await composer.Locator("textarea").First.FillAsync("Takto to nezaznělo.");
            await composer.Locator("input[type=checkbox]").CheckAsync();
            await composer.Locator("textarea").Last.FillAsync("Jinak.");
            if (i == 0)
                await page.Keyboard.PressAsync("Control+Enter");
        }
        await Expect(page.Locator("article.thread .thread-difference").First).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private static async Task PasteAsync(IPage page)
    {
        await ClickAsync(page.Locator(".agenda-bar [aria-expanded]"), page.Locator("#paste-text"));
        await page.Locator("#paste-text").FillAsync("1. Zahájení\n2. Zprávy z obcí\n   a) Sklenářov\n   b) Mlýnice\nPoznámka pod čarou, která k bodům nepatří a jde o celou větu.");
        await page.Locator("#paste-text").BlurAsync();
        await ClickAsync(page.Locator("section.card .btn").First, page.Locator(".drafts"));
    }

    private static async Task ClickAsync(ILocator what, ILocator shown)
    {
        await what.ClickAsync(new() { Timeout = Patience });
        await Expect(shown).ToBeVisibleAsync(new() { Timeout = Patience });
    }
}
