using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Localization;
using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Sheet;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Tests.Exports;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Attendance;

public sealed class AttendanceSheetTests
{
    [Fact]
    public async Task Sheet_NamesEverybodyWithHowAndWhenTheyTookPart()
    {
        await using var scene = await HeldAsync();
        var sheet = AttendanceSheet.Of(await scene.World.RoomAsync(scene.MeetingId), isFull: true, StringsIn(scene, "cs"));
        Assert.Equal(["Prezenční listina", "Pracovní skupina Bydlení – Jednání o bydlení", "jednání č. 01/2026 · 11.\u00a06.\u00a02026, 10:00–11:00 · radnice", "Přítomen 1 z 3 členů"], sheet.Lines);
        Assert.Equal(["Č.", "Jméno", "Organizace", "Funkce", "Účast", "Příchod", "Odchod", "Podpis"], sheet.Columns);
        Assert.Equal(
            [
                "1|Petr První|Město Horní||v sále|10:00|10:20|",
                "2|Nina Zástupná|Město Horní||online (v\u00A0zastoupení: Petr První)|10:20||",
                "3|Dana Druhá|Město Dolní||omluven/omluvena|||",
                "4|Tereza Třetí|Charita Střední||v sále|10:00, 10:50|10:20, 10:55|",
                "5|Alena Vrbová||předseda/předsedkyně|v sále|10:00||",
                "6|Tomáš Kubát||tajemník/tajemnice||||",
                "7|Hana Lišková||host|online|10:20||",
                "8|zástupci obcí||host|v sále|||",
            ],
            sheet.Rows.Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task Sheet_OfAGuest_HasNamesAndOrganisationsOnly()
    {
        await using var scene = await HeldAsync();
        var sheet = AttendanceSheet.Of(await scene.World.RoomAsync(scene.MeetingId), isFull: false, StringsIn(scene, "en"));
        Assert.Equal(["No.", "Name", "Organisation", "Signature"], sheet.Columns);
        Assert.Equal(["1", "Petr První", "Město Horní", ""], sheet.Rows[0]);
        Assert.All(sheet.Rows, row => Assert.Equal(4, row.Count));
    }

    [Fact]
    public async Task Workbook_IsValid_AndOpensInLibreOffice()
    {
        await using var scene = await HeldAsync();
        var sheet = AttendanceSheet.Of(await scene.World.RoomAsync(scene.MeetingId), isFull: true, StringsIn(scene, "cs"));
        var xlsx = AttendanceEndpoints.Workbook(sheet);
        AssertValid(xlsx);
        using (var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false))
        {
            var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c => c.InnerText);
            Assert.Equal(("Prezenční listina", "Jméno", "1", "Petr První", "10:20"), (cells["A1"], cells["B6"], cells["A7"], cells["B7"], cells["G7"]));
        }
        var text = await Tool.TextOfXlsxAsync(xlsx);
        Assert.Contains("Nina Zástupná", text);
        Assert.Contains("Podpis", text);
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("a\u0001b", "ab")]
    [InlineData("  <b>&amp;  ", "  <b>&amp;  ")]
    public void Workbook_TakesAnyText_AsText(string text, string kept)
    {
        var xlsx = XlsxWriter.Write(new("[a]/b: '" + new string('x', 40), [], [new("=x", 10), new("y", 10)]), [[1, text], [2, null]]);
        AssertValid(xlsx);
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var cell = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Single(c => c.CellReference == "B2");
        Assert.Equal((kept, CellValues.InlineString, null), (cell.InnerText, cell.DataType!.Value, cell.CellFormula));
    }

    [Theory]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", 30)]
    [InlineData("123456789012345678901234567890'x", 30)]
    public void Workbook_WhoseTabIsCut_EndsItsNameWithAWholeCharacterThatItMayEndWith(string name, int length)
    {
        var xlsx = XlsxWriter.Write(new(name, [], [new("x", 10)]), [[1]]);
        AssertValid(xlsx);
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        Assert.Equal(name[..Math.Min(length, name.Length)], document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single().Name!.Value);
    }

    [Fact]
    public async Task Html_HasATableWithASignatureColumn_AndNoScript()
    {
        await using var scene = await HeldAsync();
        var sheet = AttendanceSheet.Of(await scene.World.RoomAsync(scene.MeetingId), isFull: true, StringsIn(scene, "cs"));
        var html = AttendanceHtml.Write(sheet with { Lines = ["<Listina>", "b"] }, "nonce");
        Assert.Contains("<h1>&lt;Listina&gt;</h1>", html);
        Assert.Contains("<th scope=\"col\">Podpis</th>", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain(" style=", html);
    }

    /// <summary>An alternate takes over, somebody comes back, one is excused, one not marked; the meeting is over after an hour.</summary>
    private static async Task<RollScene> HeldAsync()
    {
        var scene = await RollScene.StartAsync(DatabaseKind.Sqlite);
        var (world, roll, id, by) = (scene.World, scene.Roll, scene.MeetingId, scene.By);
        Done(await roll.MarkSeatAsync(by, id, world.Seats[0].Id, RollState.Present));
        Done(await roll.MarkSeatAsync(by, id, world.Seats[1].Id, RollState.Excused));
        Done(await roll.MarkSeatAsync(by, id, world.Seats[2].Id, RollState.Present));
        Done(await roll.MarkPersonAsync(by, id, world.Chair.Id, RollState.Present));
        scene.Wait(minutes: 20);
        Done(await roll.MarkSeatAsync(by, id, world.Seats[0].Id, RollState.Online, world.Alternate.Id));
        Done(await roll.MarkSeatAsync(by, id, world.Seats[2].Id, RollState.Absent));
        Done(await roll.MarkPersonAsync(by, id, world.Guest.Id, RollState.Online));
        Done(await roll.AddGuestAsync(by, id, "zástupci obcí", null));
        scene.Wait(minutes: 30);
        Done(await roll.MarkSeatAsync(by, id, world.Seats[2].Id, RollState.Present));
        scene.Wait(minutes: 5);
        Done(await roll.MarkSeatAsync(by, id, world.Seats[2].Id, RollState.Absent));
        scene.Wait(minutes: 5);
        Done(await world.Lead.CloseAsync(by, id));
        return scene;
    }

    private static IStringLocalizer<RollStrings> StringsIn(RollScene scene, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return scene.World.World.Get<IStringLocalizer<RollStrings>>();
    }

    private static void AssertValid(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }
}
