using System.Text;
using Microsoft.Playwright;
using Workspace.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Workspace.Browser.Tests.Plans;

/// <summary>A plan comes from a file, is corrected in place, seen at once by others, written together, and taken back.</summary>
public sealed class PlanImportTests(Browsers browsers, DemoServer site) : IClassFixture<Browsers>, IClassFixture<DemoServer>
{
    private const string File = """
        č.;opatření;indikátor;termín;gestor;stav;komentář
        I. Zkušební okruh;;;;;;
        1;přehled zkušebních bytů;počet bytů;průběžně do 12/2027;;plněno;
        2;zkušební fond;výše fondu;12/2026;Úřad práce;vede se zatím jen tabulka;částečně
        """;

    private static readonly LocatorAssertionsToBeVisibleOptions Visibly = new() { Timeout = PageWaiting.Patience };
    private static readonly LocatorAssertionsToHaveCountOptions Counted = new() { Timeout = PageWaiting.Patience };

    [Fact]
    public async Task File_IsCorrectedInPlace_Saved_WrittenByAnother_AndTakenBack()
    {
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/groups/{site.GroupId}/plans/new");
        await secretary.GetByLabel("Název plánu").FillAsync("Zkušební plán");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Založit plán" }).ClickAsync();
        await Expect(secretary.GetByText("Plán je prázdný")).ToBeVisibleAsync(Visibly);
        var address = secretary.Url;
        var member = await browsers.OpenAsync(site.Server, "member-1");
        await member.OpenAsync(address);

        await secretary.OpenAsync($"{address}/import");
        await secretary.ChooseFileAsync("#import-file", "plan.csv", "text/csv", Encoding.UTF8.GetBytes(File));
        await Expect(secretary.Locator(".import-rows > li")).ToHaveCountAsync(2, Counted);
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Použít návrh" }).ClickAsync();
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Opravit I/1" }).ClickAsync();
        await secretary.GetByLabel("Gestor", new() { Exact = true }).FillAsync("Úřad práce");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Použít opravu" }).ClickAsync();
        await Expect(secretary.Locator(".doubt:not(.note)")).ToHaveCountAsync(0, Counted);
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Uložit 2 položky do plánu" }).ClickAsync();
        await Expect(secretary.GetByText("Uloženy 2 položky.")).ToBeVisibleAsync(Visibly);

        await Expect(member.Locator(".plan-item")).ToHaveCountAsync(2, Counted);
        await Expect(member.Locator(".plan-item").Nth(1)).ToContainTextAsync("částečně plněno");
        await member.GetByRole(AriaRole.Link, new() { Name = "Položka I/2" }).ClickAsync();
        await member.TextsHaveComeAsync();
        await member.Locator(".cm-content").ClickAsync();
        await member.Keyboard.PressAsync("Control+End");
        await member.Keyboard.TypeAsync(" kaucí");
        await member.TextsHaveComeAsync();
        await secretary.GetByRole(AriaRole.Link, new() { Name = "Otevřít plán" }).ClickAsync();
        await Expect(secretary.Locator(".plan-item")).ToHaveCountAsync(2, Counted);
        await Expect(secretary.Locator(".plan-item").Nth(1).Locator(".wording")).ToHaveTextAsync("zkušební fond kaucí", new() { Timeout = PageWaiting.Patience });

        await secretary.GetByRole(AriaRole.Button, new() { Name = "Vzít zpět" }).ClickAsync();
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Vzít zpět" }).ClickAsync();
        await Expect(secretary.GetByText("Plán je prázdný")).ToBeVisibleAsync(Visibly);
        await Expect(member.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToContainTextAsync("I/2", new() { Timeout = PageWaiting.Patience });
    }

    [Fact]
    public async Task TablePastedFromWord_IsReadWithItsRows_AndAFileThatIsNone_IsRefusedWithASentence()
    {
        var secretary = await browsers.OpenAsync(site.Server, "secretary");
        await secretary.OpenAsync($"{site.Url}/plans/1/import");
        await secretary.ChooseFileAsync("#import-file", "plan.docx", "application/pdf", "%PDF-1.7 nic"u8.ToArray());
        await Expect(secretary.GetByRole(AriaRole.Alert)).ToBeVisibleAsync(Visibly);
        await secretary.Locator("#import-paste").EvaluateAsync("""
            field => {
              const data = new DataTransfer();
              data.setData('text/html', '<table><tr><td>č.</td><td>opatření</td><td>termín</td></tr><tr><td>1</td><td rowspan="1"><p>první</p></td><td>12/2027</td></tr><tr><td>2</td><td>druhé</td><td>31. 7. 2027</td></tr></table>');
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Všechny" }).ClickAsync();
        await Expect(secretary.Locator(".import-rows > li")).ToHaveCountAsync(2, Counted);
        await Expect(secretary.Locator(".import-rows > li").First).ToContainTextAsync("první");
    }

    [Fact]
    public async Task Member_CannotImport()
    {
        var member = await browsers.OpenAsync(site.Server, "member-1");
        await member.OpenAsync($"{site.Url}/plans/1/import");
        await Expect(member.Locator("#import-file")).ToHaveCountAsync(0, Counted);
        await Expect(member.GetByText(SitePage.NothingHere)).ToHaveCountAsync(0);
    }
}
