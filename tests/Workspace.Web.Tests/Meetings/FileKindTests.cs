using System.IO.Compression;
using System.Text;
using Workspace.Web.Meetings;

namespace Workspace.Web.Tests.Meetings;

public sealed class FileKindTests
{
    [Fact]
    public void Recognise_GoesByContent()
    {
        Assert.Equal("pdf", FileKind.Recognise("%PDF-1.7 …"u8.ToArray()));
        Assert.Equal("png", FileKind.Recognise([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]));
        Assert.Equal("jpg", FileKind.Recognise([0xFF, 0xD8, 0xFF, 0xE0, 0]));
        Assert.Equal("docx", FileKind.Recognise(Archive(("[Content_Types].xml", "x"), ("word/document.xml", "x"))));
        Assert.Equal("xlsx", FileKind.Recognise(Archive(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x"))));
        Assert.Equal("pptx", FileKind.Recognise(Archive(("[Content_Types].xml", "x"), ("ppt/presentation.xml", "x"))));
        Assert.Equal("odt", FileKind.Recognise(Archive(("mimetype", "application/vnd.oasis.opendocument.text"))));
        Assert.Equal("ods", FileKind.Recognise(Archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))));
        Assert.Equal("odp", FileKind.Recognise(Archive(("mimetype", "application/vnd.oasis.opendocument.presentation"))));
        Assert.Equal("txt", FileKind.Recognise("Příliš; žluťoučký\r\n"u8.ToArray()));
        Assert.Equal("txt", FileKind.Recognise(Encoding.Latin1.GetBytes("Smlouva é")));
        Assert.Equal("txt", FileKind.Recognise([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("žluť\r\n")]));
    }

    [Fact]
    public void Recognise_OfAnythingElse_IsNothing()
    {
        Assert.Null(FileKind.Recognise([]));
        Assert.Null(FileKind.Recognise([0x4D, 0x5A, 0x90, 0x00, 0x03]));
        Assert.Null(FileKind.Recognise([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        Assert.Null(FileKind.Recognise(Archive(("virus.exe", "x"))));
        Assert.Null(FileKind.Recognise(Archive(("[Content_Types].xml", "x"), ("word/document.xml", "x"), ("word/vbaProject.bin", "x"))));
        Assert.Null(FileKind.Recognise(Archive(("mimetype", "application/epub+zip"))));
        Assert.Null(FileKind.Recognise([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));
        Assert.Null(FileKind.Recognise("GIF89a\0"u8.ToArray()));
        Assert.Null(FileKind.Recognise([0xFF, 0xFE, 0x00, 0x00]));
    }

    [Theory]
    [InlineData("Plán.pdf", "pdf", "Plán.pdf")]
    [InlineData("Plán.PDF", "pdf", "Plán.PDF")]
    [InlineData("plan.exe", "pdf", "plan.exe.pdf")]
    [InlineData("stranka.html", "txt", "stranka.html.txt")]
    [InlineData("tabulka.csv", "txt", "tabulka.csv")]
    [InlineData("foto.jpeg", "jpg", "foto.jpeg")]
    [InlineData("../../etc/passwd", "txt", "passwd.txt")]
    [InlineData("C:\\Users\\x\\plan.docx", "docx", "plan.docx")]
    [InlineData("a\r\nb\u202Efdp.exe", "pdf", "abfdp.exe.pdf")]
    [InlineData("", "pdf", "attachment.pdf")]
    [InlineData(".pdf", "pdf", "pdf.pdf")]
    public void Name_IsBareAndTellsTheTruth(string given, string kind, string expected) => Assert.Equal(expected, FileKind.Name(given, kind));

    internal static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }
}
