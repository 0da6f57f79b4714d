using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Rounds;

/// <summary>A round's deadline is moved on, and the round closed before it, while a member has the page open and writes.</summary>
public sealed partial class RoundDeadlineJourneyTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Extend = "Prodloužit lhůtu", CloseNow = "Uzavřít předčasně";

    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToContainTextOptions Reads = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToHaveAttributeOptions Has = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task Deadline_IsExtended_AndTheRoundClosedEarly_BeforeAMembersEyes()
    {
        var member = await browsers.OpenAsync(site.Server, "member-8");
        await member.OpenAsync($"{site.Url}/rounds/2");
        await Expect(member.Locator(".round-left")).ToHaveTextAsync(ThreeDays(), new() { Timeout = PageWaiting.Patience });
        var before = await member.Locator(".round-until").InnerTextAsync();
        await member.Locator("[data-round-begin]").ClickAsync();
        var composer = member.Locator(".composer");
        await composer.Locator("textarea[name=reason]").FillAsync("Rozepsáno, když se lhůta měnila.");
        await Expect(composer.Locator(".save-mark")).ToContainTextAsync("uložen", Reads);
        await member.EvaluateAsync("() => { window.isSamePage = true; }");

        // Without a reason, and to an earlier day, it is refused; the member sees nothing of it.
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/rounds/2");
        await secretary.GetByRole(AriaRole.Button, new() { Name = Extend }).ClickAsync();
        var form = secretary.GetByRole(AriaRole.Group, new() { Name = Extend });
        var (earlier, later) = (DateTime.Today.AddDays(1), DateTime.Today.AddDays(20));
        await form.GetByLabel("Poslední den").FillAsync(Iso(later));
        await form.GetByRole(AriaRole.Button, new() { Name = Extend }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Napište důvod.", new() { Timeout = PageWaiting.Patience });
        await Expect(form.GetByLabel("Důvod")).ToHaveAttributeAsync("aria-invalid", "true", Has);
        await form.GetByLabel("Důvod").FillAsync("Obce požádaly o více času.");
        await form.GetByLabel("Poslední den").FillAsync(Iso(earlier));
        await form.GetByRole(AriaRole.Button, new() { Name = Extend }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Nová lhůta musí být pozdější než dosavadní.", new() { Timeout = PageWaiting.Patience });
        await Expect(member.Locator(".round-until")).ToHaveTextAsync(before);

        await form.GetByLabel("Poslední den").FillAsync(Iso(later));
        await Expect(form.Locator(".deadline-words")).ToContainTextAsync(Czech(later), Reads);
        await form.GetByRole(AriaRole.Button, new() { Name = Extend }).ClickAsync();
        await Expect(secretary.GetByText("Lhůta je prodloužena")).ToBeVisibleAsync(Visibly);
        await Expect(secretary.Locator(".extensions")).ToContainTextAsync("Obce požádaly o více času.", Reads);
        await Expect(member.Locator(".round-until")).ToContainTextAsync($"do {Czech(later)}, 23.59", Reads);
        await Expect(member.Locator(".round-left")).ToHaveTextAsync(TwentyDays(), new() { Timeout = PageWaiting.Patience });
        await Expect(composer.Locator("textarea[name=reason]")).ToHaveValueAsync("Rozepsáno, když se lhůta měnila.");

        await secretary.GetByRole(AriaRole.Button, new() { Name = CloseNow }).ClickAsync();
        var closing = secretary.GetByRole(AriaRole.Group, new() { Name = CloseNow });
        await closing.GetByRole(AriaRole.Button, new() { Name = CloseNow }).ClickAsync();
        await Expect(closing.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Napište důvod.", new() { Timeout = PageWaiting.Patience });
        await Expect(member.Locator(".round-left")).ToHaveTextAsync(TwentyDays());
        await closing.GetByLabel("Důvod").FillAsync("Všichni oslovení už odpověděli.");
        await closing.GetByRole(AriaRole.Button, new() { Name = CloseNow }).ClickAsync();
        await Expect(secretary.GetByText("Připomínkové řízení je uzavřeno.")).ToBeVisibleAsync(Visibly);
        await Expect(member.Locator(".round-now")).ToContainTextAsync("Uzavřeno", Reads);
        await Expect(member.GetByText("Důvod: Všichni oslovení už odpověděli.")).ToBeVisibleAsync(Visibly);

        // What was being written is still there, and is late now, which is asked before it is sent.
        await Expect(composer.Locator("textarea[name=reason]")).ToHaveValueAsync("Rozepsáno, když se lhůta měnila.");
        await composer.GetByRole(AriaRole.Button, new() { Name = "Odeslat připomínku" }).ClickAsync();
        await composer.GetByRole(AriaRole.Button, new() { Name = "Odeslat po termínu" }).ClickAsync();
        await Expect(member.Locator(".round-comments .round-comment").Filter(new() { HasText = "Rozepsáno, když" })).ToContainTextAsync("po termínu", Reads);
        Assert.True(await member.EvaluateAsync<bool>("() => window.isSamePage"));
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Czech(DateTime day) => day.ToString("d. M. yyyy", CultureInfo.InvariantCulture);

    // To the end of the last day; a change of clocks may take an hour of it.
    [GeneratedRegex("^Zbývají [2-4] dny")]
    private static partial Regex ThreeDays();

    [GeneratedRegex("^Zbývá (19|20) dnů")]
    private static partial Regex TwentyDays();
}
