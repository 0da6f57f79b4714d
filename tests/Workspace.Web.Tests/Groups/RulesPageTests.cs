using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Groups;

namespace Workspace.Web.Tests.Groups;

public sealed class RulesPageTests
{
    [Fact]
    public async Task NewVersion_IsPrefilledFromTheLast_AndShownAsSentences()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await scene.Get<RulesService>().AddVersionAsync(scene.Secretary, scene.GroupId, new(2024, 1, 1), new() { NoticeDays = 7, Quorum = new(3, 5, false), Majority = new(4, 7, false), Note = "první" });
        await using var pages = new GroupPages(scene, scene.Secretary);
        var form = pages.Render<RulesNewPage>(p => p.Add(r => r.GroupId, scene.GroupId));
        form.WaitForElement("#notice");
        Assert.Equal("7", form.Find("#notice").GetAttribute("value"));
        Assert.Equal("2026-06-11", form.Find("#valid-from").GetAttribute("value"));
        Assert.Equal(("4", "7"), (form.Find("#majority-numerator").GetAttribute("value"), form.Find("#majority-denominator").GetAttribute("value")));
        Assert.Equal("", form.Find("#note").GetAttribute("value") ?? "");

        form.Find("#notice").Change("");
        form.Find("form").Submit();
        form.WaitForText("Lhůta pro pozvánku může být 0 až 90 dnů");
        form.Find("#notice").Change("3");
        form.Find("#working").Change(true);
        form.Find("#valid-from").Change("2026-07-01");
        form.Find("form").Submit();
        form.WaitForState(() => pages.Navigation.Uri.EndsWith($"/groups/{scene.GroupId}/rules", StringComparison.Ordinal), TimeSpan.FromSeconds(20));

        var page = pages.Render<RulesPage>(p => p.Add(r => r.GroupId, scene.GroupId));
        page.WaitForText("Nové znění je uloženo");
        Assert.Contains("K usnášeníschopnosti je třeba účasti alespoň tří pětin všech členů.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("K přijetí návrhu je třeba souhlasu alespoň 4/7 přítomných členů.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Pozvánka se odesílá nejméně 7 dnů před jednáním.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Pozvánka se odesílá nejméně 3 pracovní dny před jednáním.", page.Markup, StringComparison.Ordinal);

        page.FindAll("button").Single(b => b.TextContent == "Smazat toto znění").Click();
        page.Find(".ask .btn.danger").Click();
        page.WaitForText("Znění je smazáno");
        Assert.Single((await scene.Get<RulesService>().ReadAsync(scene.Member, scene.GroupId)).Value!.Versions);
    }

    [Fact]
    public async Task WrongFormat_IsRefusedInWords_WithSingleBraces()
    {
        await using var scene = await GroupScene.CreateAsync(DatabaseKind.Sqlite);
        await using var pages = new GroupPages(scene, scene.Secretary);
        var form = pages.Render<RulesNewPage>(p => p.Add(r => r.GroupId, scene.GroupId));
        form.WaitForElement("#format");
        form.Find("#format").Change("{cislo}");
        form.Find("form").Submit();
        form.WaitForText("musí obsahovat {number}, {number:00} nebo {number:000} a smí obsahovat {year}");
        Assert.Equal("{cislo}", form.Find("#format").GetAttribute("value"));
    }

    public static TheoryData<string, RulesValues> AllKinds()
    {
        var data = new TheoryData<string, RulesValues>();
        foreach (var culture in new[] { "cs", "en" })
        {
            foreach (var basis in Enum.GetValues<MajorityBasis>())
            {
                data.Add(culture, new() { MajorityBasis = basis, NoticeDays = 0, MinutesCommentDays = 0, ConnectionGraceMinutes = 0, IsVerifierNeeded = false });
                data.Add(culture, new() { MajorityBasis = basis, Majority = new(1, 1, false), Quorum = new(1, 1, false), NoticeDays = 1, NoticeInWorkingDays = true, MayGuestsComment = true });
            }
            foreach (var silence in Enum.GetValues<Silence>())
                data.Add(culture, new() { IsPerRollamAllowed = true, PerRollamSilence = silence, PerRollamShortestHours = 1 + (int)silence, Quorum = new(5, 9, true) });
            foreach (var tie in Enum.GetValues<TieRule>())
                data.Add(culture, new() { Tie = tie, IsPerRollamAllowed = true, PerRollamObjection = new(2, 5, true) });
            foreach (var share in new Share[] { new(1, 2, false), new(1, 3, false), new(2, 3, false), new(3, 5, false) })
                data.Add(culture, new() { Majority = share, NoticeDays = 3, MinutesCommentDays = 2 });
        }
        return data;
    }

    [Theory, MemberData(nameof(AllKinds))]
    public void EveryRule_HasItsSentenceInBothLanguages(string culture, RulesValues values)
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture = new(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var sentences = RulesSentences.Of(services.GetRequiredService<IStringLocalizer<GroupStrings>>(), new(1, 1, new(2026, 1, 1), values));
        Assert.Equal(13, sentences.Count);
        Assert.All(sentences, s => Assert.EndsWith(".", s, StringComparison.Ordinal));
        Assert.All(sentences, s => Assert.DoesNotContain("_", s, StringComparison.Ordinal));
    }
}
