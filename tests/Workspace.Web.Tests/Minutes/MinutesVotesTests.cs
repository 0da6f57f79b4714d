using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Minutes;
using Workspace.Web.People;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using Workspace.Web.Tests.Votes;
using Workspace.Web.Texts;
using Workspace.Web.Votes;
using static Workspace.Web.Tests.Votes.VoteScene;

namespace Workspace.Web.Tests.Minutes;

/// <summary>R23: what the minutes print of votes is made from the record of the votes.</summary>
public sealed class MinutesVotesTests
{
    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task R23_ClosedVote_IsPrintedInEveryFormat_InTheDocumentsLanguage(DatabaseKind kind)
    {
        await using var scene = await VoteScene.CreateAsync(kind);
        var vote = await scene.OpenAsync(new(scene.ItemId, "Schvaluje skupina *návrh*?") { Wording = "Pracovní skupina bere na vědomí zprávu.\n1. Ukládá ji rozeslat." });
        await scene.CastAllAsync(vote, [.. Enumerable.Repeat(Mark.For, 14), Mark.Against, Mark.Abstain, Mark.Abstain, Mark.Abstain]);
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, vote));
        await using var db = scene.World.Db();
        var number = (await db.Resolutions.SingleAsync(r => r.VoteId == vote)).NumberText;
        var no = (await scene.FindAsync(vote)).Number;

        var czech = await ComposeAsync(scene, "cs");
        string[] said =
        [
            $"Hlasování č. {no}: PRO 14, PROTI 1, ZDRŽEL SE 3 – přijato", "Schvaluje skupina *návrh*?", $"Usnesení č. {number}:",
            "Pracovní skupina bere na vědomí zprávu.", "1. Ukládá ji rozeslat.", "Pro 14 z 18 přítomných",
        ];
        var text = await Tool.TextOfDocxAsync(SampleMinutes.Writer<MinutesDocx>().Write(czech));
        Assert.All(said, sentence => Assert.Contains(sentence, text.Replace('\u00A0', ' ')));
        using (var docx = new Docx(SampleMinutes.Writer<MinutesDocx>().Write(czech)))
            Assert.Empty(docx.Faults);
        var html = SampleMinutes.Writer<MinutesHtml>().Write(czech).Replace('\u00A0', ' ');
        Assert.All(said, sentence => Assert.Contains(sentence, html));
        var markdown = SampleMinutes.Writer<MinutesMarkdown>().Write(czech);
        Assert.Contains($"> **{said[0]}**", markdown);
        Assert.Contains(@"> Schvaluje skupina \*návrh\*?", markdown);
        Assert.DoesNotContain("[[", html + markdown + text);

        var english = SampleMinutes.Writer<MinutesMarkdown>().Write(await ComposeAsync(scene, "en"));
        Assert.Contains($"Vote no. {no}: FOR 14, AGAINST 1, ABSTAINED 3 – adopted", english);
        Assert.Contains($"Resolution no. {number}", english);
    }

    [Fact]
    public async Task R23_BlockLine_StandsWhereItWasMoved_AndPartsWhatWasTypedAroundIt()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var vote = await ClosedAsync(scene);
        await WriteAsync(scene, $"První odstavec\n[[vote:{vote}]]\nDruhý odstavec\n\n[[vote:{vote}]]\n\n[[vote:987654]]\n\nText [[vote:{vote}]] v řádku\n\n[[attendance:{scene.ItemId}]]");

        var item = await ItemAsync(scene);

        var paragraphs = item.Split("\n\n");
        Assert.Equal("První odstavec", paragraphs[0]);
        Assert.StartsWith("> **Hlasování č.", paragraphs[1]);
        Assert.Equal("Druhý odstavec", paragraphs[2]);
        // Repeated, of another meeting, or not a line of its own.
        Assert.Equal($"Text [[vote:{vote}]] v řádku", paragraphs[3]);
        Assert.Contains("Odchod: MUDr. Stanislav Řeháček", paragraphs[4], StringComparison.Ordinal);
        Assert.Equal(5, paragraphs.Length);
    }

    [Fact]
    public async Task R23_VoteWhoseLineWasDeleted_IsPrintedAtTheEndOfItsItem_PreparedOnesAreNot()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var vote = await ClosedAsync(scene);
        await scene.PrepareAsync(new(scene.ItemId, "Jen připravená otázka?"));
        await WriteAsync(scene, "Jen text\n```\nneukončený");

        var item = await ItemAsync(scene);

        Assert.StartsWith("Jen text\n```\nneukončený\n```\n\n> **Hlasování č.", item);
        Assert.Equal((await scene.FindAsync(vote)).Question, item.Split("\n>\n")[1][2..]);
        Assert.DoesNotContain("připravená", item);
    }

    [Fact]
    public async Task V9_CorrectedAnnulledAndRepeatedVotes_SayWhatHappened()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var first = await scene.OpenAsync(new(scene.ItemId, "Poprvé?") { Way = VoteWay.HandsCounted, Wording = "Znění" });
        Done(await scene.Lead.CloseAsync(scene.Chair, first, new(14, 2, 2)));
        Done(await scene.Lead.AnnounceAsync(scene.Chair, first));
        Done(await scene.Records.CorrectAsync(scene.Chair, first, new HandCount(13, 3, 2), "přehlédnutá ruka"));
        var second = await scene.OpenAsync(new(scene.ItemId, "Podruhé?") { Way = VoteWay.HandsCounted, RepeatsId = first });
        Done(await scene.Lead.CloseAsync(scene.Chair, second, new(1, 17, 0)));
        Done(await scene.Records.AnnulAsync(scene.Chair, first, "hlasovalo se o *jiném* znění"));

        var item = await ItemAsync(scene);

        var no = (await scene.FindAsync(first)).Number;
        Assert.Contains("PRO 13, PROTI 3, ZDRŽEL SE 2 – prohlášeno za zmatečné", item);
        Assert.Contains("(zrušeno):** Znění", item);
        Assert.Contains(@"Prohlášeno za zmatečné: hlasovalo se o \*jiném\* znění", item);
        Assert.Contains("Původně zapsáno: PRO 14, PROTI 2, ZDRŽEL SE 2; opraveno: přehlédnutá ruka", item);
        Assert.Contains($"Opakované hlasování k hlasování č. {no} po opětovné diskusi.", item);
        Assert.Contains("PRO 1, PROTI 17, ZDRŽEL SE 0 – nepřijato", item);
    }

    [Fact]
    public async Task RollCall_IsPrintedByName_SecretVotesNeverAre()
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        var byName = await scene.OpenAsync(new(scene.ItemId, "Jmenovitě?") { Way = VoteWay.HandsByName });
        Done(await scene.Ballots.EnterAsync(scene.Chair, byName, scene.Present.ToDictionary(p => p.SeatId, p => (Mark?)(p == scene.Present[0] ? Mark.Against : Mark.For))));
        Done(await scene.Lead.CloseAsync(scene.Chair, byName));
        var secret = await scene.OpenAsync(new(scene.ItemId, "Tajně?") { IsSecret = true });
        await scene.CastAllAsync(secret, [.. scene.Present.Select(_ => Mark.For)]);
        Done(await scene.Lead.CloseAsync(scene.Chair, secret));

        var item = await ItemAsync(scene);

        await using var db = scene.World.Db();
        var against = (await db.People.SingleAsync(p => p.Id == scene.Present[0].PersonId)).Name;
        Assert.Contains($"> PROTI: {against}", item);
        Assert.Contains("> PRO: ", item);
        var told = item[item.IndexOf("(tajné)", StringComparison.Ordinal)..];
        Assert.Contains("PRO 18, PROTI 0", told);
        Assert.DoesNotContain("PRO:", told);
        Assert.DoesNotContain(against, told);
    }

    [Theory, InlineData(Gender.Woman, "Ověřovatelkou zápisu byla zvolena {0}.", "Ověřovatelka zápisu"), InlineData(Gender.Man, "Ověřovatelem zápisu byl zvolen {0}.", "Ověřovatel zápisu"),
        InlineData(null, "Ověření zápisu: {0}.", "Ověření zápisu")]
    public async Task R17_ElectedVerifier_IsNamedInTheirGender_AndSigns(Gender? gender, string sentence, string role)
    {
        await using var scene = await VoteScene.CreateAsync(DatabaseKind.Sqlite);
        await using var db = scene.World.Db();
        var verifier = await db.People.SingleAsync(p => p.Id == scene.Present[1].PersonId);
        verifier.Address(gender);
        await db.SaveChangesAsync();
        var vote = await scene.OpenAsync(new(scene.ItemId, "Kdo ověří zápis?")
        {
            Kind = VoteKind.Election,
            ElectsVerifier = true,
            Options = [new("Někdo jiný"), new(verifier.Name, verifier.Id)],
        });
        await scene.CastAllAsync(vote, [.. scene.Present.Select(_ => new Mark(Choice.For, 2))]);
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));

        var minutes = await ComposeAsync(scene, "cs");

        Assert.Contains(string.Format(CultureInfo.InvariantCulture, sentence, verifier.Name), string.Concat(minutes.Items.Select(i => i.Markdown)));
        Assert.Equal(["Zapsal(a)", role, "Předseda / předsedkyně"], minutes.Signatures.Select(s => s.Role));
        Assert.Equal(verifier.FullName, minutes.Signatures[1].Name);
        Assert.Contains(role, await Tool.TextOfDocxAsync(SampleMinutes.Writer<MinutesDocx>().Write(minutes)));

        Done(await scene.Records.AnnulAsync(scene.Chair, vote, "špatná listina"));
        Assert.Equal(2, (await ComposeAsync(scene, "cs")).Signatures.Count);
    }

    private static async Task<long> ClosedAsync(VoteScene scene)
    {
        var vote = await scene.OpenAsync();
        await scene.CastAllAsync(vote, [.. scene.Present.Select(_ => Mark.For)]);
        Done(await scene.Lead.CloseAsync(scene.Chair, vote));
        return vote;
    }

    private static async Task WriteAsync(VoteScene scene, string words)
    {
        await using var db = scene.World.Db();
        var textId = await db.AgendaItems.Where(i => i.Id == scene.ItemId).Select(i => i.TextId).SingleAsync();
        var session = (await scene.World.Get<TextSessions>().OpenAsync(textId))!;
        var (version, text, _) = await session.ReadAsync(null);
        var answer = await session.Submit(new(scene.Chair, "writer", 1, version, [ChangeSet.Replace(text!.Length, 0, text.Length, words)]))!;
        Assert.Null(answer.Refused);
    }

    private static async Task<string> ItemAsync(VoteScene scene)
    {
        await using var db = scene.World.Db();
        var title = await db.AgendaItems.Where(i => i.Id == scene.ItemId).Select(i => i.Title).SingleAsync();
        return (await ComposeAsync(scene, "cs")).Items.Single(i => i.Title == title).Markdown;
    }

    private static async Task<MinutesDocument> ComposeAsync(VoteScene scene, string culture) =>
        (await MinutesServiceTests.Service(scene.World).ComposeAsync(scene.Chair, scene.MeetingId, CultureInfo.GetCultureInfo(culture))).Value!;
}
