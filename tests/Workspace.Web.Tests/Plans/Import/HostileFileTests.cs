using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Workspace.Web.Plans.Import.Sources;

namespace Workspace.Web.Tests.Plans.Import;

public class HostileFileTests
{
    private const string DocumentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("%PDF-1.7 ...", "ImportPdf")]
    [InlineData("{\\rtf1\\ansi Plán}", "ImportRtf")]
    [InlineData("GIF89a...", "ImportUnknownType")]
    [InlineData("MZ\0\u0003\0\0", "ImportUnknownType")]
    [InlineData("číslo;\0opatření", "ImportUnknownType")]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", "ImportUnknownType")]
    [InlineData("", "ImportEmpty")]
    [InlineData(" \r\n ", "ImportEmpty")]
    [InlineData("Milá kolegyně, plán pošlu zítra.", "ImportNoHeader")]
    [InlineData("PK\u0003\u0004 and then nothing", "ImportBroken")]
    public Task Read_WhatIsNoPlan_IsRefused(string content, string code) => RefusedAsync(Encoding.UTF8.GetBytes(content), code);

    [Theory]
    [InlineData("", "ImportOldOffice")]
    [InlineData("EncryptedPackage", "ImportPassword")]
    public Task Read_AnOldContainer_IsRefusedWithAdvice(string stream, string code) =>
        RefusedAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(stream)], code);

    [Fact]
    public Task Read_APicture_IsRefused() => RefusedAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "ImportUnknownType");

    [Fact]
    public async Task Read_AStreamThatIsTooLong_IsNotReadToItsEnd()
    {
        var endless = new LongStream(200L * 1024 * 1024);
        var source = await SourceFile.ReadAsync(endless);
        Assert.Equal("ImportTooLarge", source.Refusal?.Code);
        Assert.InRange(endless.Taken, 0, ImportLimits.Bytes + 200_000);
    }

    [Fact]
    public Task Read_AnArchiveOfOtherThings_IsRefused() => RefusedAsync(RawPackage.Zip(("photo.jpg", "...")), "ImportUnknownType");

    [Fact]
    public Task Read_AnOpenDocument_IsRefusedWithAdvice() => RefusedAsync(RawPackage.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")), "ImportOpenDocument");

    [Fact]
    public Task Read_AZipCutShort_IsRefused() => RefusedAsync(SampleDocx.Of(SampleGrid.Dirty)[..^400], "ImportBroken");

    [Fact]
    public Task Read_BrokenXml_IsRefused() => RefusedAsync(RawPackage.Of("word/document.xml", DocumentType, $"<w:document xmlns:w='{Word}'><w:body><w:p>"), "ImportBroken");

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>")]
    [InlineData("<!DOCTYPE d [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>")]
    [InlineData("<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd'>")]
    public Task Read_XmlWithADocumentType_IsRefused(string type) =>
        RefusedAsync(RawPackage.Of("word/document.xml", DocumentType, $"{type}<w:document xmlns:w='{Word}'><w:body/></w:document>"), "ImportEntities");

    [Fact]
    public Task Read_EntitiesInAnotherPart_AreRefused() =>
        RefusedAsync(RawPackage.Of("xl/workbook.xml", SheetType, "<workbook/>", ("_rels/.rels", "<!DOCTYPE r [<!ENTITY a 'b'>]><r/>")), "ImportEntities");

    [Theory]
    [InlineData("word/vbaProject.bin", DocumentType)]
    [InlineData("other.txt", "application/vnd.ms-word.document.macroEnabled.main+xml")]
    public Task Read_Macros_AreRefused(string extra, string type) =>
        RefusedAsync(RawPackage.Of("word/document.xml", type, $"<w:document xmlns:w='{Word}'><w:body/></w:document>", (extra, "x")), "ImportMacros");

    [Fact]
    public async Task Read_ABombOfOnePart_IsRefusedWhileUnpacking()
    {
        var bomb = RawPackage.Of("word/document.xml", DocumentType, $"<w:document xmlns:w='{Word}'><w:body><w:p><w:r><w:t>{new string('a', 40_000_000)}</w:t></w:r></w:p></w:body></w:document>");
        Assert.True(bomb.Length < 200_000);
        await RefusedAsync(bomb, "ImportUnpacksTooLarge");
    }

    [Fact]
    public async Task Read_ABombThatLiesAboutItsSize_IsRefused()
    {
        var bomb = RawPackage.Of("word/document.xml", DocumentType, $"<w:document xmlns:w='{Word}'><w:body>{new string(' ', 30_000_000)}</w:body></w:document>");
        // The unpacked size stands in the directory at the end as well as before the part; small numbers are put in their place.
        for (var at = bomb.AsSpan().IndexOf("PK\x01\x02"u8); at >= 0 && at < bomb.Length - 46;)
        {
            bomb.AsSpan(at + 24, 4).Clear();
            bomb[at + 25] = 4;
            var next = bomb.AsSpan(at + 4).IndexOf("PK\x01\x02"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
        var refusal = (await Reading.TryAsync(bomb)).Refusal;
        Assert.True(refusal?.Code is "ImportUnpacksTooLarge" or "ImportBroken", refusal?.Code);
    }

    [Fact]
    public Task Read_ManyEntries_AreRefused() =>
        RefusedAsync(RawPackage.Of("word/document.xml", DocumentType, "<d/>", [.. Enumerable.Range(0, 4000).Select(at => ($"e{at}", ""))]), "ImportUnpacksTooLarge");

    [Fact]
    public Task Read_MillionsOfSharedStrings_AreRefused() => RefusedAsync(
        RawPackage.Of("xl/workbook.xml", SheetType, "<workbook/>",
            ("xl/_rels/workbook.xml.rels", RawPackage.Rels(("s", "sharedStrings.xml", "sharedStrings"))), ("xl/sharedStrings.xml", "<sst>" + string.Concat(Enumerable.Repeat("<si/>", 8_000_000)) + "</sst>")),
        "ImportUnpacksTooLarge");

    [Fact]
    public Task Read_TooManyRows_AreRefused() =>
        RefusedAsync(Encoding.UTF8.GetBytes("číslo;opatření;termín\n" + string.Concat(Enumerable.Range(1, ImportLimits.Rows + 1).Select(at => $"{at};a;12/2025\n"))), "ImportTooManyRows");

    [Fact]
    public Task Read_TooManyColumns_AreRefused() =>
        RefusedAsync(Encoding.UTF8.GetBytes("číslo;opatření;termín\n" + string.Join(';', Enumerable.Repeat("a", ImportLimits.Columns + 1))), "ImportTooManyColumns");

    [Fact]
    public async Task Read_AMergeOverTheWholeSheet_CostsNoMoreThanItsRows()
    {
        var rows = new List<Row> { SampleXlsx.RowOf("číslo", "opatření", "termín"), SampleXlsx.RowOf("1", "něco", "12/2025") };
        var merges = Enumerable.Range(1, 2000).Select(_ => "A2:XFD1048576").ToList();
        Assert.Single((await Reading.PlanAsync(SampleXlsx.Of([("List1", rows, merges)]))).Items);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    public Task Read_HtmlThatOnlyOpens_IsRefused(string open) => RefusedAsync(Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat(open, 100_000))), "ImportBroken");

    [Fact]
    public async Task Read_AMillionAccentsOverOneLetter_AreCutShort()
    {
        var accents = string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000));
        var item = Assert.Single((await Reading.PlanAsync($"číslo;opatření;termín\n1;a{accents}b;12/2025\n")).Items);
        Assert.EndsWith("b", item.Wording);
        Assert.InRange(item.Wording.Length, 3, 40);
    }

    [Fact]
    public async Task Read_ALongTextOfSeparators_IsOneUnclearName()
    {
        var item = Assert.Single((await Reading.PlanAsync($"číslo;opatření;gestor\n1;a;{string.Concat(Enumerable.Repeat("a - (b/+", 200_000))}\n")).Items);
        Assert.True(Assert.Single(item.Owners).IsUnclear);
    }

    [Fact]
    public async Task Read_DeepXml_IsRefused()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:sdt>", 50_000));
        await RefusedAsync(RawPackage.Of("word/document.xml", DocumentType, $"<w:document xmlns:w='{Word}'><w:body>{nested}"), "ImportBroken");
    }

    [Fact]
    public async Task Read_WhatIsGivenUp_EndsAtOnce()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SourceFile.ReadAsync(new MemoryStream(SampleDocx.Of(SampleGrid.Dirty)), null, cancelled.Token));
    }

    [Fact]
    public async Task Read_AMacroFreeCopy_IsRead()
    {
        using var stream = new MemoryStream();
        await stream.WriteAsync(SampleDocx.Of(SampleGrid.Dirty));
        using (var document = WordprocessingDocument.Open(stream, true))
            Assert.Null(document.MainDocumentPart!.VbaProjectPart);
        Assert.Equal(8, (await Reading.PlanAsync(stream.ToArray())).Items.Count);
    }

    private static async Task RefusedAsync(byte[] file, string code) => Assert.Equal(code, (await Reading.TryAsync(file)).Refusal?.Code);
}
