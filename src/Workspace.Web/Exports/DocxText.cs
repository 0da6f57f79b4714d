using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Workspace.Web.Exports;

[Flags]
public enum DocxFormat
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,
    Link = 16,

    /// <summary>Of a comparison: put in.</summary>
    Inserted = 32,

    /// <summary>Of a comparison: taken out.</summary>
    Deleted = 64,
}

/// <summary>Paragraphs and runs.</summary>
public static class DocxText
{
    public static Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>Typed text; line ends become line breaks and tabs tabs.</summary>
    public static Run Run(string text, DocxFormat format = DocxFormat.None)
    {
        var run = new Run();
        if (format != DocxFormat.None) run.Append(Properties(format));
        var rest = PrintableText.Clean(text).AsSpan();
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOfAny('\n', '\t');
            if (length != 0) run.Append(new RunText((length < 0 ? rest : rest[..length]).ToString()) { Space = SpaceProcessingModeValues.Preserve });
            if (length < 0) break;
            run.Append(rest[length] == '\n' ? new Break() : new TabChar());
            rest = rest[(length + 1)..];
        }
        return run;
    }

    /// <summary>A field that the reader's program works out, such as PAGE.</summary>
    public static SimpleField Field(string instruction) => new(new Run(new RunText("1"))) { Instruction = $" {instruction} " };

    public static Paragraph Indented(this Paragraph paragraph, int left, int hanging = 0)
    {
        var indentation = new Indentation { Left = Twips(left) };
        if (hanging > 0) indentation.Hanging = Twips(hanging);
        paragraph.ParagraphProperties!.Indentation = indentation;
        return paragraph;
    }

    /// <summary>Keeps the paragraph on the page of the next one.</summary>
    public static Paragraph KeptWithNext(this Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }

    public static Paragraph Spaced(this Paragraph paragraph, int before)
    {
        paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Twips(before) };
        return paragraph;
    }

    internal static string Twips(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static RunProperties Properties(DocxFormat format)
    {
        var properties = new RunProperties();
        if (format.HasFlag(DocxFormat.Link)) properties.Append(new RunStyle { Val = "Hyperlink" });
        if (format.HasFlag(DocxFormat.Code)) properties.Append(new RunFonts { Ascii = "Courier New", HighAnsi = "Courier New", ComplexScript = "Courier New" });
        if (format.HasFlag(DocxFormat.Bold)) properties.Append(new Bold());
        if (format.HasFlag(DocxFormat.Italic)) properties.Append(new Italic());
        if (format.HasFlag(DocxFormat.Strike) || format.HasFlag(DocxFormat.Deleted)) properties.Append(new Strike());
        if (format.HasFlag(DocxFormat.Inserted)) properties.Append(new Color { Val = "1B6B3A" }, new Underline { Val = UnderlineValues.Single });
        if (format.HasFlag(DocxFormat.Deleted)) properties.Append(new Color { Val = "A8201A" });
        return properties;
    }
}
