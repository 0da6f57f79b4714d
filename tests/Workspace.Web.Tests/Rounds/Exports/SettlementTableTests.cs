using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Exports;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tests.Exports;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Rounds.Exports;

public sealed class SettlementTableTests
{
    [Fact]
    public async Task C7_Table_HasTheRegionalColumns_WithLateOnesApart_DisputesMarked_AndEnteredForStated()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var table = await TableAsync(world, await SettledWorld.FillAsync(world));
        Assert.Equal(["Č.", "Instituce", "Kapitola", "Znění připomínky", "Vypořádání", "Výsledek"], table.Columns);
        Assert.Equal("Vypořádání připomínek – První kolo", table.Lines[0]);
        Assert.Contains("do úterý 30. 6. 2026 (včetně)", Plain(table.Lines[2]), StringComparison.Ordinal);
        Assert.EndsWith(
            "7 připomínek, akceptováno 1, akceptováno částečně 1, neakceptováno 1, vysvětleno 1, vzato na vědomí 2, dosud nevypořádáno 1, 1 rozpor, 1 po termínu", table.Lines[3], StringComparison.Ordinal);
        Assert.Equal(["", "Připomínky podané po termínu"], table.Parts.Select(p => p.Heading));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], table.Parts.SelectMany(p => p.Rows).Select(r => r.Number));
        var rows = table.Parts.SelectMany(p => p.Rows).Select(r => r.Cells.Select(c => Plain(string.Join('\n', c))).ToArray()).ToArray();
        Assert.Equal(["celý dokument", "III/4\nDluhová problematika", "III/4\nDluhová problematika", "III/5\nDluhová problematika", "III/5\nDluhová problematika", "IV/1\nBydlení", "IV/1\nBydlení"], rows.Select(r => r[1]));
        Assert.Equal("Město Horní\nPetr První\nspolečně s: Nina Zástupná", rows[1][0]);
        Assert.Equal($"Doporučující připomínka\nNavrhované znění: {SettledWorld.Nearer}\nOdůvodnění: Půl hodiny je daleko.", rows[1][2]);
        Assert.Equal("Navrhované znění bylo převzato do textu.\nVypořádáno: Tomáš Kubát, 1. 7. 2026", rows[1][3]);
        Assert.Equal("Zásadní připomínka\nK textu: „rozšíření sítě“\nOdůvodnění: Bez peněz to nepůjde.", rows[2][2]);
        Assert.Equal("neakceptováno\nROZPOR – autor na připomínce trvá", rows[2][4]);
        Assert.Contains("Autor na připomínce trvá. Bez rozpočtu je bod prázdný.", rows[2][3], StringComparison.Ordinal);
        Assert.StartsWith("Lektory zajistí kraj.\nUpravené znění: vzdělávání pracovníků obcí a krajských lektorů;", rows[3][3], StringComparison.Ordinal);
        Assert.Equal(("Spolek Nová naděje\nzaneseno za autora: Tomáš Kubát", "", "dosud nevypořádáno"), (rows[4][0], rows[4][3], rows[4][4]));
        Assert.StartsWith("Zásadní připomínka, podána po termínu (1. 7. 2026, 0.00 hodin)", rows[6][2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cs")]
    [InlineData("en")]
    public async Task C7_BothFiles_SayWhatTheScreenSays(string culture)
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await SettledWorld.FillAsync(world);
        var table = await TableAsync(world, round, culture);
        var told = table.Parts.SelectMany(p => p.Rows).Select(r => string.Join(" | ", r.Cells.Select(c => string.Join(" ¶ ", c)).Prepend($"{r.Number}"))).ToArray();
        Assert.Equal(told, XlsxRows(world.World.Get<SettlementXlsx>().Write(table)));
        using var docx = new Docx(world.World.Get<SettlementDocx>().Write(table));
        Assert.Empty(docx.Faults);
        Assert.Equal(told, docx.Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().SelectMany(t => t.Elements<TableRow>().Skip(1))
            .Select(r => string.Join(" | ", r.Elements<TableCell>().Select(c => string.Join(" ¶ ", c.Elements<Paragraph>().Select(p => p.InnerText))))));
        Assert.All(docx.Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>(), t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>()));

        // The screen of who settles: the same comments with the same outcomes, in the same order but for the late ones.
        var screen = await world.TableAsync(round, new() { Take = null });
        var words = world.World.Get<IStringLocalizer<RoundStrings>>();
        Assert.Equal(
            screen.Rows.OrderBy(r => r.Comment.Comment.IsLate).Select(r => (r.Item?.Citation ?? words["WholeDocument"].Value, r.Comment.Settlement is { } s ? words[$"Outcome_{s.Outcome}"].Value : null)),
            table.Parts.SelectMany(p => p.Rows).Select(r => (r.Cells[1][0].Text, r.Cells[4][0].Text is var outcome && outcome == world.World.Get<IStringLocalizer<RoundExportStrings>>()["Unsettled"] ? null : outcome)));
    }

    [Fact]
    public async Task C7_WhatIsLongerThanACell_GoesOnBelow_AndNothingIsLost()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var round = await world.OpenAsync();
        var wording = string.Concat(Enumerable.Repeat("dlouhé znění se smajlíkem 😀 ", 1_500)).TrimEnd();
        await world.SendAsync(world.First, round, "III/4", world.Comment("proto", wording));
        var table = await TableAsync(world, round);
        var xlsx = world.World.Get<SettlementXlsx>().Write(table);
        Assert.Empty(Faults(xlsx));
        var cells = XlsxRows(xlsx).Select(r => r.Split(" | ")).ToArray();
        Assert.Equal(2, cells.Length);
        Assert.All(cells, row => Assert.True(row[3].Replace(" ¶ ", "\n").Length <= 32_767));
        Assert.Equal(string.Join(" ¶ ", table.Parts[0].Rows[0].Cells[2]), cells[0][3] + cells[1][3]);
        using var docx = new Docx(world.World.Get<SettlementDocx>().Write(table));
        Assert.Contains(wording, docx.Body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C7_RoundWithoutComments_SaysSo()
    {
        await using var world = await RoundWorld.CreateAsync(DatabaseKind.Sqlite);
        var table = await TableAsync(world, await world.OpenAsync());
        Assert.EndsWith("Žádné připomínky", table.Lines[3], StringComparison.Ordinal);
        Assert.Empty(table.Parts);
        using var docx = new Docx(world.World.Get<SettlementDocx>().Write(table));
        Assert.Empty(docx.Faults);
        Assert.Empty(Faults(world.World.Get<SettlementXlsx>().Write(table)));
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task C7_Table_IsOfWhoManages_AndOfEveryReaderOnceTheRoundIsSettled(DatabaseKind kind)
    {
        await using var world = await RoundWorld.CreateAsync(kind);
        var service = world.World.Get<SettlementTableService>();
        var prepared = Value(await world.Prepare.PrepareAsync(world.Secretary, world.PlanId, world.Input()));
        world.Refused("RoundNotOpen", (await service.ReadAsync(world.Secretary, prepared)).Refusal);
        var round = await world.OpenAsync();
        var comment = await world.SendAsync(world.First, round, "III/4", world.Comment("daleko"));
        await world.CloseAsync(round);
        Done(await world.Settling.SettleAsync(world.Secretary, [comment], new(SettlementOutcome.Noted, "děkujeme")));
        foreach (var person in new[] { world.Secretary, world.Chair, world.Group.Administrator.Id })
            Assert.Single(Value(await service.ReadAsync(person, round)).Parts);
        foreach (var person in new[] { world.First, world.Group.Guest.Id, world.Colleague })
            world.Refused("NotAllowed", (await service.ReadAsync(person, round)).Refusal);
        world.Refused("NotFound", (await service.ReadAsync(world.Group.Stranger.Id, round)).Refusal);
        world.Refused("NotFound", (await service.ReadAsync(world.First, prepared)).Refusal);
        Done(await world.Settling.FinishAsync(world.Secretary, round));
        foreach (var person in new[] { world.First, world.Group.Guest.Id, world.Colleague })
            Assert.Contains("děkujeme", string.Join('\n', Value(await service.ReadAsync(person, round)).Parts[0].Rows[0].Cells[3]), StringComparison.Ordinal);
        world.Refused("NotFound", (await service.ReadAsync(world.Group.Stranger.Id, round)).Refusal);
    }

    private static Task<SettlementTable> TableAsync(RoundWorld world, long round, string culture = "cs")
    {
        // Not within an async method, which would take the language back.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return ReadAsync();

        async Task<SettlementTable> ReadAsync() => Value(await world.World.Get<SettlementTableService>().ReadAsync(world.Secretary, round));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private static IEnumerable<string> Faults(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(f => f.Description)];
    }

    /// <summary>Rows below the head, without headings of parts.</summary>
    private static string[] XlsxRows(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var merged = sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value!.Split(':')[0]).ToHashSet();
        return
        [
            .. sheet.Descendants<Row>().Where(r => r.Elements<Cell>().Count() == 6 && !merged.Contains(r.Elements<Cell>().First().CellReference!)).Skip(1)
                .Select(r => string.Join(" | ", r.Elements<Cell>().Select(c => c.InnerText.Replace("\n", " ¶ ")))),
        ];
    }
}
