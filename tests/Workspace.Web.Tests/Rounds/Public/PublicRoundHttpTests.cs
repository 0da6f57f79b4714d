using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Groups;
using Workspace.Web.Plans;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Account;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Public;

public sealed partial class PublicRoundHttpTests
{
    private const string Wording = "Obce zřídí <poradny> do 30 minut cesty;";

    [Fact]
    public async Task Anybody_ReadsTheDraft_CommentsOnIt_AndIsToldItWasTaken()
    {
        await using var program = new WebProgram();
        var (_, _, round) = await OpenAsync(program);
        var browser = program.NewBrowser();
        var read = await browser.OpenAsync($"/public/rounds/{round.Id}");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var page = await Browser.TextAsync(read);
        foreach (var words in new[] { "Veřejné kolo", "Napište nám.", "Plán bydlení", Wording, "počet poraden", "Připomínky můžete podat do" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Input.Reason\"", page, StringComparison.Ordinal);

        var address = $"/public/rounds/{round.Id}?item={round.Item}";
        var form = await (await browser.OpenAsync(address)).Content.ReadAsStringAsync();
        Assert.Contains("&lt;poradny&gt; do 30 minut cesty;</textarea>", form, StringComparison.Ordinal);
        var (key, token) = (Key().Match(form).Groups[1].Value, Token().Match(form).Groups[1].Value);
        (string, string)[] fields = [("_handler", "public-comment"), ("__RequestVerificationToken", token), ("Input.Key", key), ("Input.Wording", Wording.Replace("30", "20")), ("Input.Name", "Eva Občanská"), ("Input.Organisation", "")];
        var refused = await Browser.TextAsync(await browser.PostAsync(address, [.. fields[..4], ("Input.Reason", "Psáno <b>takto</b>."), ("Input.Name", "")]));
        Assert.Contains("Napište své jméno", refused, StringComparison.Ordinal);
        Assert.Contains("Psáno <b>takto</b>.", refused, StringComparison.Ordinal);
        Assert.Contains(key, refused, StringComparison.Ordinal);

        var sent = await browser.PostAsync(address, [.. fields, ("Input.Reason", "Je to daleko.")]);
        Assert.Equal((HttpStatusCode.Found, $"/public/rounds/{round.Id}?sent={key}"), (sent.StatusCode, Browser.Path(sent)));
        Assert.Equal(Browser.Path(sent), Browser.Path(await browser.PostAsync(address, [.. fields, ("Input.Reason", "Je to daleko.")])));
        var taken = await Browser.TextAsync(await browser.OpenAsync(Browser.Path(sent)));
        Assert.Contains("přijata v čas", taken, StringComparison.Ordinal);
        Assert.Contains("Je to daleko.", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva Občanská", await Browser.TextAsync(await program.NewBrowser().OpenAsync($"/public/rounds/{round.Id}")), StringComparison.Ordinal);
        await using (var db = program.Db())
            Assert.Equal((null, "Eva Občanská", "", Wording.Replace("30", "20")), await db.RoundComments.Select(c => new ValueTuple<long?, string, string, string?>(c.WriterId, c.AuthorName, c.OrganisationName, c.ProposedWording)).SingleAsync());

        // An emptied wording proposes to leave the item out; what is sent after the deadline is late.
        program.Time.Advance(TimeSpan.FromDays(30));
        var late = await browser.SendAsync(address, "public-comment", ("Input.Key", "pozde1"), ("Input.Wording", ""), ("Input.Name", "Jan Pozdní"), ("Input.Reason", "Není potřeba."));
        Assert.Contains("přijata po termínu", await Browser.TextAsync(await browser.OpenAsync(Browser.Path(late))), StringComparison.Ordinal);
        await using (var db = program.Db())
            Assert.Equal("", (await db.RoundComments.SingleAsync(c => c.IsLate)).ProposedWording);
    }

    [Fact]
    public async Task AfterSettling_OutcomesAreThere_WithoutNames_AndAFormSentThenSaysSo()
    {
        await using var program = new WebProgram();
        var (secretary, _, round) = await OpenAsync(program);
        var browser = program.NewBrowser();
        var address = $"/public/rounds/{round.Id}?item=0";
        await browser.SendAsync(address, "public-comment", ("Input.Key", "k1"), ("Input.Name", "Eva Občanská"), ("Input.Reason", "Celé je to dobré."));
        var form = Token().Match(await (await browser.OpenAsync(address)).Content.ReadAsStringAsync()).Groups[1].Value;
        Done(await program.Services.GetRequiredService<RoundLeadService>().CloseAsync(secretary, round.Id, "hotovo"));
        await using (var db = program.Db())
            Done(await program.Services.GetRequiredService<SettlingService>().SettleAsync(secretary, [(await db.RoundComments.SingleAsync()).Id], new(SettlementOutcome.Noted, "Děkujeme.")));
        Done(await program.Services.GetRequiredService<SettlingService>().FinishAsync(secretary, round.Id));
        var page = await Browser.TextAsync(await browser.OpenAsync(address));
        foreach (var words in new[] { "občan", "Celé je to dobré.", "vzato na vědomí", "Děkujeme." })
            Assert.Contains(words, page, StringComparison.Ordinal);
        foreach (var words in new[] { "Eva", "Zkušební", "<form method=\"post\" class=\"card public-form\"" })
            Assert.DoesNotContain(words, page, StringComparison.Ordinal);
        var late = await browser.PostAsync(address, ("_handler", "public-comment"), ("__RequestVerificationToken", form), ("Input.Key", "k2"), ("Input.Name", "Jan"), ("Input.Reason", "ještě něco"));
        Assert.Contains("ještě něco", await Browser.TextAsync(late), StringComparison.Ordinal);
        await using var after = program.Db();
        Assert.Equal(1, await after.RoundComments.CountAsync());
    }

    [Fact]
    public async Task WhatIsNotForThePublic_Is404_AndAFormWithoutItsTokenIsNotTaken()
    {
        await using var program = new WebProgram();
        var (secretary, plan, round) = await OpenAsync(program);
        var input = new RoundInput("Další kolo", program.Time.GetUtcNow().AddDays(20));
        var prepare = program.Services.GetRequiredService<RoundPrepareService>();
        var (members, prepared) = (Value(await prepare.PrepareAsync(secretary, plan, input)), Value(await prepare.PrepareAsync(secretary, plan, input with { Audience = RoundAudience.Public })));
        await using (var db = program.Db())
            await db.Rounds.Where(r => r.Id == members).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RoundState.Open));
        var browser = program.NewBrowser();
        foreach (var hidden in new[] { members, prepared, 99_999 })
        {
            var page = await browser.OpenAsync($"/public/rounds/{hidden}");
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            Assert.Contains("Stránka", await Browser.TextAsync(page), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync($"/public/rounds/{round.Id}?item=nic&sent=nic")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync($"/public/rounds/{round.Id}?item=0", ("_handler", "public-comment"), ("Input.Key", "k1"), ("Input.Name", "Eva"), ("Input.Reason", "x"))).StatusCode);
        var foreign = await browser.SendAsync($"/public/rounds/{round.Id}?item=0", "public-comment", ("Input.Name", "Eva"), ("Input.Reason", "x"));
        Assert.Equal(HttpStatusCode.OK, foreign.StatusCode);
        Assert.Contains("role=\"alert\"", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using (var db = program.Db())
            Assert.Empty(await db.RoundComments.ToListAsync());

        HttpStatusCode last = default;
        for (var n = 0; n < 40 && last != HttpStatusCode.TooManyRequests; n++)
            last = (await browser.PostAsync($"/public/rounds/{round.Id}?item=0", ("_handler", "public-comment"))).StatusCode;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync($"/public/rounds/{round.Id}")).StatusCode);
    }

    [Fact]
    public async Task WithoutAnAccount_TheGroupsOwnPagesAndFiles_OfARoundForThePublic_LeadToTheSignIn()
    {
        await using var program = new WebProgram();
        var (_, plan, round) = await OpenAsync(program);
        string[] own =
        [
            $"/rounds/{round.Id}", $"/rounds/{round.Id}/settlement", $"/rounds/{round.Id}/settlement.xlsx", $"/rounds/{round.Id}/settlement.docx",
            $"/rounds/{round.Id}/comparison", $"/rounds/{round.Id}/comparison.docx", $"/plans/{plan}", $"/plans/{plan}/plan.xlsx", $"/plans/{plan}/plan.docx",
        ];
        foreach (var address in own)
        {
            var answer = await program.NewBrowser().OpenAsync(address);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.StartsWith("/account/sign-in", Browser.Path(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AFormThatIsStale_OrSentTooOften_ComesBackAsItWasTyped_AndIsTakenWhenSentAgain()
    {
        await using var program = new WebProgram();
        var (secretary, _, round) = await OpenAsync(program);
        var address = $"/public/rounds/{round.Id}?item={round.Item}";
        (string, string)[] fields = [("_handler", "public-comment"), ("Input.Key", "k1"), ("Input.Wording", "Jiné <znění>"), ("Input.Name", "Eva \"Občanská\""), ("Input.Organisation", "Spolek"), ("Input.Reason", "Psáno <b>takto</b>.")];
        var browser = program.NewBrowser();
        foreach (var token in new[] { "", "neplatný" })
        {
            var stale = await browser.PostAsync(address, [.. fields, ("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
            await IsGivenBackAsync(stale, "Formulář mezitím přestal platit");
        }
        // Of an item that is not there, and from who sends no form at all.
        await IsGivenBackAsync(await browser.PostAsync($"/public/rounds/{round.Id}?item=nic", fields), "Formulář mezitím přestal platit");
        var huge = await browser.PostAsync(address, [.. fields[..^1], ("Input.Reason", new('x', 1024 * 1024))]);
        Assert.Equal(HttpStatusCode.BadRequest, huge.StatusCode);
        Assert.Contains("vyplňte ho prosím znovu", await Browser.TextAsync(huge), StringComparison.Ordinal);
        await using (var db = program.Db())
            Assert.Empty(await db.RoundComments.ToListAsync());

        Assert.Equal($"/public/rounds/{round.Id}?sent=k1", Browser.Path(await browser.SendAsync(address, "public-comment", fields[1..])));

        // What was being written while the round was settled is not lost either.
        Done(await program.Services.GetRequiredService<RoundLeadService>().CloseAsync(secretary, round.Id, "hotovo"));
        await using (var db = program.Db())
            Done(await program.Services.GetRequiredService<SettlingService>().SettleAsync(secretary, [(await db.RoundComments.SingleAsync()).Id], new(SettlementOutcome.Noted, "Děkujeme.")));
        Done(await program.Services.GetRequiredService<SettlingService>().FinishAsync(secretary, round.Id));
        HttpResponseMessage answer;
        do
            await IsGivenBackAsync(answer = await browser.PostAsync(address, fields), "");
        while (answer.StatusCode == HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        await IsGivenBackAsync(answer, "příliš mnoho pokusů");

        static async Task IsGivenBackAsync(HttpResponseMessage answer, string sentence)
        {
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            var form = page.QuerySelector("form.public-form")!;
            Assert.Contains(sentence, form.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                ["k1", "Eva \"Občanská\"", "Spolek", "Psáno <b>takto</b>."],
                new[] { "Key", "Name", "Organisation", "Reason" }.Select(name => form.QuerySelector($"[name='Input.{name}']")!).Select(field => field.GetAttribute("value") ?? field.TextContent));
            if (form.QuerySelector("#wording") is { } wording)
                Assert.Equal("Jiné <znění>", wording.TextContent);
        }
    }

    private static async Task<(long Secretary, long Plan, (long Id, long Item) Round)> OpenAsync(WebProgram program)
    {
        var secretary = (await program.PersonAsync()).Id;
        var group = new Workspace.Web.Groups.Group("Pracovní skupina Bydlení", "Bydlení", null);
        await using (var db = program.Db())
        {
            db.Add(group);
            await db.SaveChangesAsync();
            db.Add(new GroupOfficer(group.Id, secretary, Office.Secretary, new(2024, 1, 1)));
            await db.SaveChangesAsync();
        }
        var (plans, items) = (program.Services.GetRequiredService<PlanService>(), program.Services.GetRequiredService<PlanItemService>());
        var plan = Value(await plans.CreateAsync(secretary, group.Id, "Plán bydlení", new(2026, 1, 1), new(2027, 12, 31)));
        var area = Value(await items.AddAreaAsync(secretary, plan, new("III", "Dluhy")));
        Value(await items.AddItemAsync(secretary, plan, area, new("4") { Indicator = "počet poraden" }, Wording));
        var round = Value(await program.Services.GetRequiredService<RoundPrepareService>().PrepareAsync(
            secretary, plan, new RoundInput("Veřejné kolo", program.Time.GetUtcNow().AddDays(20)) { Call = "Napište nám.", Audience = RoundAudience.Public }));
        Done(await program.Services.GetRequiredService<RoundLeadService>().OpenAsync(secretary, round));
        await using var read = program.Db();
        return (secretary, plan, (round, await read.RoundItems.Where(i => i.RoundId == round).Select(i => i.Id).SingleAsync()));
    }

    [GeneratedRegex("name=\"Input.Key\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    // The top bar has no form of its own for who is not signed in.
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
