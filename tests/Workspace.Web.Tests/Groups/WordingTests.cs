using Workspace.Web.Data;
using Workspace.Web.Groups.Wording;
using Workspace.Web.Tests.Hosting;

namespace Workspace.Web.Tests.Groups;

public sealed class WordingTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Sentences_KeepTheirOrder_AndAreReadByEverybodyOfTheGroup(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var service = scene.Get<WordingService>();
        var first = await service.AddSentenceAsync(scene.Secretary, scene.GroupId, new() { Text = " Přítomno {počet} členů. " });
        var second = await service.AddSentenceAsync(scene.Secretary, scene.GroupId, new() { Text = "Program byl schválen." });
        var third = await service.AddSentenceAsync(scene.Secretary, scene.GroupId, new() { Text = "Bez diskuse." });
        Assert.Equal(["Přítomno {počet} členů.", "Program byl schválen.", "Bez diskuse."], await TextsAsync(scene.Guest));

        Assert.True((await service.MoveSentenceAsync(scene.Secretary, scene.GroupId, third.Value, up: true)).IsDone);
        Assert.True((await service.MoveSentenceAsync(scene.Secretary, scene.GroupId, first.Value, up: true)).IsDone);
        Assert.True((await service.WriteSentenceAsync(scene.Secretary, scene.GroupId, second.Value, new() { Text = "Program byl schválen {jak}." })).IsDone);
        Assert.Equal(["Přítomno {počet} členů.", "Bez diskuse.", "Program byl schválen {jak}."], await TextsAsync(scene.Member));
        Assert.True((await service.RemoveSentenceAsync(scene.Secretary, scene.GroupId, first.Value)).IsDone);
        Assert.Equal(["Bez diskuse.", "Program byl schválen {jak}."], await TextsAsync(scene.Member));

        async Task<IEnumerable<string>> TextsAsync(long by) => (await service.ReadAsync(by, scene.GroupId)).Value!.Sentences.Select(s => s.Text);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Abbreviations_AreExplainedOnce_InCzechOrder(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var service = scene.Get<WordingService>();
        async Task<Outcome<long>> Add(string form, string meaning) =>
            await service.AddAbbreviationAsync(scene.Secretary, scene.GroupId, new() { Short = form, Meaning = meaning });
        var shelter = await Add(" AB ", "azylový byt");
        await Add("TB", "tréninkové bydlení");
        Assert.Equal("AbbreviationKnown", (await Add("AB", "akční balíček")).Refusal?.Code);
        Assert.Equal("AbbreviationKnown", (await service.ExplainAbbreviationAsync(
            scene.Secretary, scene.GroupId, shelter.Value, new() { Short = "TB", Meaning = "jiný" })).Refusal?.Code);
        Assert.True((await service.ExplainAbbreviationAsync(scene.Secretary, scene.GroupId, shelter.Value, new() { Short = "AB", Meaning = "azylové bydlení" })).IsDone);
        var all = (await service.ReadAsync(scene.Member, scene.GroupId)).Value!.Abbreviations;
        Assert.Equal([("AB", "azylové bydlení"), ("TB", "tréninkové bydlení")], all.Select(a => (a.Short, a.Meaning)));
        Assert.True((await service.RemoveAbbreviationAsync(scene.Secretary, scene.GroupId, shelter.Value)).IsDone);
        Assert.Equal("NotFound", (await service.RemoveAbbreviationAsync(scene.Secretary, scene.GroupId, shelter.Value)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task SameAbbreviation_AddedByTwoAtOnce_IsThereOnce(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var service = scene.Get<WordingService>();
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            service.AddAbbreviationAsync(scene.Secretary, scene.GroupId, new() { Short = "AB", Meaning = $"význam {i}" }))));
        Assert.Single(added, outcome => outcome.IsDone);
        Assert.All(added.Where(outcome => !outcome.IsDone), outcome => Assert.Equal("AbbreviationKnown", outcome.Refusal!.Code));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task WhatDoesNotFit_IsRefused(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var service = scene.Get<WordingService>();
        async Task<string?> Sentence(string text) => (await service.AddSentenceAsync(scene.Secretary, scene.GroupId, new() { Text = text })).Refusal?.Code;
        async Task<string?> Short(string form, string meaning) =>
            (await service.AddAbbreviationAsync(scene.Secretary, scene.GroupId, new() { Short = form, Meaning = meaning })).Refusal?.Code;
        Assert.Equal("SentenceMissing", await Sentence("  "));
        Assert.Equal("SentenceTooLong", await Sentence(new('a', 1_001)));
        Assert.Equal("SentenceUnsuitable", await Sentence("a\0b"));
        foreach (var form in new[] { "", "+AB", new string('A', 21), "A|B", "A\nB" })
            Assert.Equal("AbbreviationInvalid", await Short(form, "význam"));
        Assert.Equal("MeaningMissing", await Short("AB", " "));
        Assert.Equal("MeaningTooLong", await Short("AB", new('a', 301)));
        Assert.Equal("NotFound", (await service.WriteSentenceAsync(scene.Secretary, scene.GroupId, 987654, new() { Text = "Věta." })).Refusal?.Code);
        Assert.Equal("NotFound", (await service.ExplainAbbreviationAsync(scene.Secretary, scene.GroupId, 987654, new() { Short = "AB", Meaning = "a" })).Refusal?.Code);
        for (var i = 0; i < WordingService.MostSentences; i++)
            Assert.Null(await Sentence("Věta."));
        Assert.Equal("SentencesTooMany", await Sentence("Věta."));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task OnlyWhoManagesTheGroup_ChangesItsWording(DatabaseKind kind)
    {
        await using var scene = await GroupScene.CreateAsync(kind);
        var service = scene.Get<WordingService>();
        var sentence = (await service.AddSentenceAsync(scene.Secretary, scene.GroupId, new() { Text = "Věta." })).Value;
        var form = (await service.AddAbbreviationAsync(scene.Secretary, scene.GroupId, new() { Short = "AB", Meaning = "azylový byt" })).Value;
        foreach (var (person, code) in new[] { (scene.Member, "NotAllowed"), (scene.Guest, "NotAllowed"), (scene.Stranger, "NotFound") })
        {
            Assert.Equal(code, (await service.AddSentenceAsync(person, scene.GroupId, new() { Text = "Věta." })).Refusal?.Code);
            Assert.Equal(code, (await service.WriteSentenceAsync(person, scene.GroupId, sentence, new() { Text = "Jiná." })).Refusal?.Code);
            Assert.Equal(code, (await service.MoveSentenceAsync(person, scene.GroupId, sentence, true)).Refusal?.Code);
            Assert.Equal(code, (await service.RemoveSentenceAsync(person, scene.GroupId, sentence)).Refusal?.Code);
            Assert.Equal(code, (await service.AddAbbreviationAsync(person, scene.GroupId, new() { Short = "CD", Meaning = "c" })).Refusal?.Code);
            Assert.Equal(code, (await service.ExplainAbbreviationAsync(person, scene.GroupId, form, new() { Short = "CD", Meaning = "c" })).Refusal?.Code);
            Assert.Equal(code, (await service.RemoveAbbreviationAsync(person, scene.GroupId, form)).Refusal?.Code);
        }
        Assert.Equal("NotFound", (await service.ReadAsync(scene.Stranger, scene.GroupId)).Refusal?.Code);
    }

    [Fact]
    public void CommonAbbreviations_ArePlain()
    {
        Assert.All(CommonAbbreviations.All, a => Assert.Null(new AbbreviationInput { Short = a.Key, Meaning = a.Value }.Check()));
    }
}
