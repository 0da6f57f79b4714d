using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Rounds;

/// <summary>From an imported draft over the comments of three members to its settlement, as secretary and members go it.</summary>
public sealed class RoundJourneyTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string Draft = """
        č.;opatření;termín;gestor
        I. Poradny;;;
        1;rozšíření sítě poraden ve všech okresních městech kraje;12/2027;Úřad práce
        2;společný přehled úředních dnů poraden;průběžně;Úřad práce
        3;školení pracovníků obcí;průběžně;Úřad práce
        """;

    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToHaveCountOptions Counted = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToContainTextOptions Reads = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task Draft_IsCommented_Settled_AndCarriesTheResult()
    {
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        var (plan, round) = await OpenRoundAsync(secretary);
        var member = await browsers.OpenAsync(site.Server, "member-17");
        var colleague = await browsers.OpenAsync(site.Server, "member-18", new() { TimezoneId = "America/New_York" });
        var phone = await browsers.OpenAsync(site.Server, "member-9", new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });

        // One on a passage, one of another organisation on the same, on a phone; and on another item.
        await ToItemAsync(colleague, round, "I/1");
        await CommentAsync(member, round, "I/1", "ve všech okresních městech", "ve všech obcích s pověřeným úřadem", "Do okresního města se nedá dojet.");
        await Expect(colleague.Locator(".round-comments .round-comment")).ToHaveCountAsync(1, Counted);
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Připojit se k připomínce" }).ClickAsync();
        await Expect(member.Locator(".round-comments .round-comment")).ToContainTextAsync("Hanousek", Reads);
        await CommentAsync(phone, round, "I/1", "ve všech okresních městech", "ve všech městech nad 20 tisíc obyvatel", "Menší města poradnu nezaplatí.", isEssential: true);
        await CommentAsync(phone, round, "I/2", null, null, "Přehled už vede kraj.");
        await CommentAsync(member, round, "I/2", "společný přehled", "společný a čtvrtletně obnovovaný přehled", "Zastaralý přehled škodí.");
        await CommentAsync(member, round, "I/3", null, null, "Kdo školení zaplatí?");
        await ConfirmAsync(colleague, "Bez připomínek ke zbývajícím");
        await Expect(colleague.Locator(".round-now")).ToContainTextAsync("3 z 3", Reads);

        await CloseAsync(secretary, round);
        await Expect(phone.Locator(".round-now")).ToContainTextAsync("Uzavřeno", Reads);

        // Each outcome; the accepted wording is seen before it is accepted, and the one that meets it is a conflict no more once refused.
        await SettleAsync(secretary, round, "okresního města", "1", null);
        await SettleAsync(secretary, round, "nezaplatí", "3", "Dostupnost má přednost.");
        await SettleAsync(secretary, round, "Přehled už vede kraj", "4", "Kraj vede jen seznam, ne úřední dny.");
        await SettleAsync(secretary, round, "Zastaralý přehled", "2", "Obnovovat čtvrtletně nezvládneme, pololetně ano.", "společný a pololetně obnovovaný přehled úředních dnů poraden");
        await SettleAsync(secretary, round, "Kdo školení zaplatí", "5", "Předá se odboru financí.");
        await ConfirmAsync(secretary, "Oznámit autorům");

        // The author sees it and insists; what is insisted on comes on the agenda.
        await phone.OpenAsync($"{round}?show=mine");
        await phone.Locator(".round-mine li").Filter(new() { HasText = "nezaplatí" }).GetByRole(AriaRole.Link).ClickAsync();
        var refused = phone.Locator(".round-comment").Filter(new() { HasText = "nezaplatí" });
        await Expect(refused).ToContainTextAsync("Dostupnost má přednost.", Reads);
        await refused.GetByRole(AriaRole.Button, new() { Name = "Trvám na připomínce" }).ClickAsync();
        await refused.GetByRole(AriaRole.Button, new() { Name = "Potvrdit, že na připomínce trvám" }).ClickAsync();
        await Expect(secretary.Locator(".settling-actions")).ToContainTextAsync("Zařadit na program", Reads);
        await ConfirmAsync(secretary, "Zařadit na program");
        await Expect(secretary.GetByText("přibyl 1 bod")).ToBeVisibleAsync(Visibly);
        await ConfirmAsync(secretary, "Ukončit vypořádání");
        await Expect(secretary.Locator(".settling")).ToContainTextAsync("vypořádáno", Reads);
        await member.OpenAsync($"{site.Url}/meetings/{site.PlannedId}/agenda");
        await Expect(member.GetByRole(AriaRole.Main)).ToContainTextAsync("I/1", Reads);

        await ResultStandsEverywhereAsync(secretary, member, plan, round);
    }

    [Fact]
    public async Task DraftOfAnother_AndTheSettlement_AreNotThereForAMember()
    {
        var member = await browsers.OpenAsync(site.Server, "member-2");
        await ToItemAsync(member, $"{site.Url}/rounds/2", "II/2");
        await Expect(member.GetByText("Dva roky jsou pro rodiny s dětmi krátká doba")).ToHaveCountAsync(0, Counted);
        await member.OpenAsync($"{site.Url}/rounds/2/settlement");
        await Expect(member.Locator("h1")).ToHaveTextAsync("Tady nic není", new() { Timeout = PageWaiting.Patience });
        var stranger = await browsers.OpenAsync(site.Server, "member-1");
        await stranger.OpenAsync($"{site.Url}/rounds/3");
        await Expect(stranger.Locator("h1")).ToHaveTextAsync("Tady nic není", new() { Timeout = PageWaiting.Patience });
    }

    [Fact]
    public async Task WhatIsTyped_IsThereAgainAfterAReload()
    {
        var member = await browsers.OpenAsync(site.Server, "member-8");
        await ToItemAsync(member, $"{site.Url}/rounds/2", "III/1");
        await member.Keyboard.PressAsync("c");
        await member.Locator(".composer textarea[name=reason]").FillAsync("Rozepsaná připomínka");
        await Expect(member.Locator(".composer .save-mark")).ToContainTextAsync("uložen", Reads);
        await member.ReloadAsync();
        await Expect(member.Locator(".composer textarea[name=reason]")).ToHaveValueAsync("Rozepsaná připomínka", new() { Timeout = PageWaiting.Patience });
    }

    private async Task<(string Plan, string Round)> OpenRoundAsync(IPage secretary)
    {
        await secretary.OpenAsync($"{site.Url}/groups/{site.GroupId}/plans/new");
        await secretary.GetByLabel("Název plánu").FillAsync("Plán poraden");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Založit plán" }).ClickAsync();
        await Expect(secretary.GetByText("Plán je prázdný")).ToBeVisibleAsync(Visibly);
        var plan = secretary.Url;
        await secretary.OpenAsync($"{plan}/import");
        await secretary.ChooseFileAsync("#import-file", "plan.csv", "text/csv", Encoding.UTF8.GetBytes(Draft));
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Uložit 3 položky do plánu" }).ClickAsync();
        await Expect(secretary.GetByText("Uloženy 3 položky.")).ToBeVisibleAsync(Visibly);
        await secretary.OpenAsync($"{plan}/rounds/new");
        await secretary.GetByLabel("Poslední den").FillAsync($"{DateTime.Today.AddDays(5):yyyy-MM-dd}");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Připravit" }).ClickAsync();
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Zahájit" }).ClickAsync();
        var round = secretary.Url;
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Zahájit" }).ClickAsync();
        await Expect(secretary.Locator(".round-items")).ToContainTextAsync("I/3", Reads);
        return (plan, round);
    }

    /// <summary>Presses a button that asks first, and agrees.</summary>
    private static async Task ConfirmAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = button }).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static async Task ToItemAsync(IPage page, string round, string citation)
    {
        await page.OpenAsync(round);
        var link = page.Locator(".round-items a").Filter(new() { Has = page.GetByText(citation, new() { Exact = true }) });
        if (!await link.IsVisibleAsync())
            await page.Locator(".round-fold").ClickAsync();
        await link.ClickAsync();
        await Expect(page.Locator("#round-sheet-title")).ToContainTextAsync(citation, Reads);
    }

    /// <summary>Comments on a passage with another wording of it, or on the item as a whole.</summary>
    private static async Task CommentAsync(IPage page, string round, string citation, string? passage, string? wording, string reason, bool isEssential = false)
    {
        await ToItemAsync(page, round, citation);
        if (passage is not null)
            await SelectAsync(page, passage);
        await page.Locator("[data-round-begin]").ClickAsync();
        var composer = page.Locator(".composer");
        if (passage is not null)
        {
            await Expect(composer.Locator("blockquote")).ToContainTextAsync(passage, Reads);
            if (await composer.GetByRole(AriaRole.Button, new() { Name = "Navrhnout znění" }).IsVisibleAsync())
                await composer.GetByRole(AriaRole.Button, new() { Name = "Navrhnout znění" }).ClickAsync();
            var field = composer.Locator("textarea[name=wording]");
            await field.FillAsync((await field.InputValueAsync()).Replace(passage, wording, StringComparison.Ordinal));
            await Expect(composer.Locator(".wording-difference ins")).Not.ToHaveCountAsync(0, Counted);
        }
        await composer.Locator("textarea[name=reason]").FillAsync(reason);
        if (isEssential)
            await composer.GetByRole(AriaRole.Radio, new() { Name = "Zásadní" }).CheckAsync();
        await Expect(composer.Locator(".save-mark")).ToContainTextAsync("uložen", Reads);
        await composer.GetByRole(AriaRole.Button, new() { Name = "Odeslat připomínku" }).ClickAsync();
        await Expect(page.Locator(".round-comments .round-comment").Filter(new() { HasText = reason })).ToBeVisibleAsync(Visibly);
    }

    private static Task SelectAsync(IPage page, string passage) => page.Locator("[data-round-wording]").EvaluateAsync(
        """
        (wording, passage) => {
          const text = wording.firstChild, from = text.data.indexOf(passage), range = document.createRange();
          range.setStart(text, from);
          range.setEnd(text, from + passage.length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }
        """, passage);

    private static async Task CloseAsync(IPage secretary, string round)
    {
        await secretary.OpenAsync(round);
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Uzavřít předčasně" }).ClickAsync();
        await secretary.Locator("#round-close-reason").FillAsync("Všichni odpověděli.");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Uzavřít předčasně" }).Last.ClickAsync();
        await Expect(secretary.Locator(".round-now")).ToContainTextAsync("Uzavřeno", Reads);
    }

    /// <summary>By keys, as somebody who settles hundreds.</summary>
    private static async Task SettleAsync(IPage secretary, string round, string words, string key, string? reason, string? wording = null)
    {
        await secretary.OpenAsync($"{round}/settlement?q={Uri.EscapeDataString(words)}");
        await Expect(secretary.Locator(".settling-main .round-comment").First).ToContainTextAsync(words, Reads);
        await secretary.Locator("#settling-comment").ClickAsync();
        await secretary.Keyboard.PressAsync(key);
        await Expect(secretary.Locator($"[data-settle-outcome='{key}']")).ToBeCheckedAsync(new() { Timeout = PageWaiting.Patience });
        if (key == "1")
            await Expect(secretary.Locator(".wording-part .wording-difference ins")).Not.ToHaveCountAsync(0, Counted);
        if (wording is not null)
        {
            // What is accepted partly is edited at once.
            await secretary.Locator("#settle-wording").FillAsync(wording);
        }
        if (reason is not null)
            await secretary.Locator("#settle-reason").FillAsync(reason);
        await secretary.Locator("#settle-reason").PressAsync("Control+Enter");
        await Expect(secretary.Locator(".settling-main .notice.ok")).ToBeVisibleAsync(Visibly);
    }

    private static async Task ResultStandsEverywhereAsync(IPage secretary, IPage member, string plan, string round)
    {
        const string accepted = "rozšíření sítě poraden ve všech obcích s pověřeným úřadem kraje";
        const string partly = "společný a pololetně obnovovaný přehled úředních dnů poraden";
        await member.OpenAsync(plan);
        await Expect(member.Locator(".plan-item").First).ToContainTextAsync(accepted, Reads);
        await Expect(member.Locator(".plan-item").Nth(1)).ToContainTextAsync(partly, Reads);
        await member.OpenAsync($"{round}/comparison");
        await Expect(member.Locator("ins").First).ToContainTextAsync("obcích s pověřeným", Reads);
        await Expect(member.GetByRole(AriaRole.Main)).ToContainTextAsync("pololetně obnovovaný", Reads);

        await secretary.OpenAsync($"{round}/settlement");
        await Expect(secretary.Locator(".settling")).ToContainTextAsync("Vypořádáno 5 z 5", Reads);
        string[] told =
        [
            "Nový práh, z. ú.", "I/1", "ve všech obcích s pověřeným úřadem", "akceptováno",
            "Město Rudník nad Mlýnicí", "Menší města poradnu nezaplatí.", "Dostupnost má přednost.", "neakceptováno",
            "Obnovovat čtvrtletně nezvládneme, pololetně ano.", "akceptováno částečně", "Kraj vede jen seznam, ne úřední dny.", "vysvětleno", "Předá se odboru financí.", "vzato na vědomí",
        ];
        var docx = Reading.Flat(TextOfDocx(await DownloadAsync(secretary, "DOCX")));
        var xlsx = Reading.Flat(TextOfXlsx(await DownloadAsync(secretary, "XLSX")));
        Assert.All(told, text => Assert.Contains(text, docx));
        Assert.All(told, text => Assert.Contains(text, xlsx));
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>As it stands in the file: printed, the narrow columns break the sentences.</summary>
    private static string TextOfDocx(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    private static string TextOfXlsx(byte[] file)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = workbook.WorkbookPart!;
        return string.Join(" ", book.WorksheetParts.Select(sheet => sheet.Worksheet!.InnerText).Prepend(book.SharedStringTablePart?.SharedStringTable?.InnerText ?? ""));
    }
}
