using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Workspace.Web.Exports;

namespace Workspace.Web.Tests.Exports;

/// <summary>Reads a Word document as the tests need it.</summary>
internal sealed class Docx : IDisposable
{
    private readonly WordprocessingDocument package;

    public Docx(byte[] bytes) => package = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    public static Docx OfMarkdown(string markdown)
    {
        var writer = new DocxWriter(new DocxSettings("Zkouška", new CultureInfo("cs-CZ"), "Strana {0} z {1}"));
        new MarkdownToDocx(writer).Write(markdown);
        return new Docx(writer.ToArray());
    }

    public MainDocumentPart Main => package.MainDocumentPart!;

    public Body Body => Main.Document.Body!;

    public System.IO.Packaging.PackageProperties Properties => package.PackageProperties;

    public IEnumerable<string> Faults => new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package)
        .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");

    public IReadOnlyList<Paragraph> Paragraphs => [.. Body.Elements<Paragraph>()];

    /// <summary>The marker that Word shows before a list paragraph: its kind and where it starts.</summary>
    public string ListOf(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.NumberingProperties is not { } list) return "";
        var numbering = Main.NumberingDefinitionsPart!.Numbering;
        var instance = numbering.Elements<NumberingInstance>().Single(one => one.NumberID! == list.NumberingId!.Val!);
        var level = numbering.Elements<AbstractNum>().Single(one => one.AbstractNumberId! == instance.AbstractNumId!.Val!)
            .Elements<Level>().Single(one => one.LevelIndex! == list.NumberingLevelReference!.Val!);
        var start = instance.GetFirstChild<LevelOverride>()?.StartOverrideNumberingValue?.Val;
        return $"{level.LevelText!.Val} {start} level {level.LevelIndex} list {instance.NumberID}".Replace("  ", " ");
    }

    public void Dispose() => package.Dispose();
}
