using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workspace.Web.Exports;

/// <summary>
/// Writes one Word document, A4 with margins of 2.5 cm, block after block. Any text may be given to it:
/// what no XML can hold is left out.
/// </summary>
public sealed partial class DocxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Width between the margins, in twips.</summary>
    public const int TextWidth = ShortSide - 2 * Margin;

    /// <summary>The same on a page that lies on its side.</summary>
    public const int LandscapeWidth = LongSide - 2 * Margin;

    private const int ShortSide = 11906, LongSide = 16838;

    private const int Margin = 1417;

    private readonly DocxSettings settings;
    private readonly Body body = new();
    private readonly Dictionary<string, string> links = [];

    public DocxWriter(DocxSettings settings) => this.settings = settings;

    internal DocxLists Lists { get; } = new();

    public void Add(OpenXmlElement block) => body.Append(block);

    public void Add(Table table)
    {
        body.Append(table);
        // Without it two tables would grow into one, and text would stick to the lower border.
        body.Append(DocxText.Paragraph(DocxStyle.TableGap));
    }

    public void Paragraph(string style, string text, DocxFormat format = DocxFormat.None) =>
        Add(DocxText.Paragraph(style, DocxText.Run(text, format)));

    /// <summary>The lines at the top of a document; the first is its title.</summary>
    public void Head(IEnumerable<string> lines)
    {
        foreach (var (at, line) in lines.Index())
            Paragraph(at == 0 ? DocxStyle.Title : DocxStyle.Subtitle, PrintableText.CleanLine(line));
    }

    /// <summary>A link to an address that <see cref="LinkRule"/> has let through.</summary>
    internal Hyperlink Link(string address, List<OpenXmlElement> label)
    {
        if (!links.TryGetValue(address, out var id)) links[address] = id = $"link{links.Count + 1}";
        var link = new Hyperlink { Id = id, History = true };
        link.Append(label);
        return link;
    }

    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            Feed(main.AddNewPart<StyleDefinitionsPart>(), DocxStyle.Xml(settings.Culture));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Lists.Build();
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings();
            foreach (var (address, id) in links) main.AddHyperlinkRelationship(new Uri(address), isExternal: true, id);
            body.Append(Section(main));
            main.Document = new Document(body);
            var properties = package.PackageProperties;
            properties.Title = PrintableText.CleanLine(settings.Title);
            properties.Creator = PrintableText.CleanLine(settings.Author);
            properties.Language = settings.Culture.Name;
        }
        return stream.ToArray();
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(content);
    }

    /// <summary>The compatibility mode of Word 2013 and later; without it Word opens the file as an old one.</summary>
    private static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 709 },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    private SectionProperties Section(MainDocumentPart main) => new(
        HeaderOf(main, HeaderFooterValues.First, settings.FirstHeader),
        HeaderOf(main, HeaderFooterValues.Default, settings.Header),
        FooterOf(main, HeaderFooterValues.First),
        FooterOf(main, HeaderFooterValues.Default),
        settings.IsLandscape ? new PageSize { Width = LongSide, Height = ShortSide, Orient = PageOrientationValues.Landscape } : new PageSize { Width = ShortSide, Height = LongSide },
        new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = 709, Footer = 567, Gutter = 0 },
        new TitlePage());

    private static HeaderReference HeaderOf(MainDocumentPart main, HeaderFooterValues pages, string? text)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(DocxText.Paragraph(DocxStyle.Header, DocxText.Run(PrintableText.CleanLine(text))));
        return new HeaderReference { Type = pages, Id = main.GetIdOfPart(part) };
    }

    private FooterReference FooterOf(MainDocumentPart main, HeaderFooterValues pages)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer();
        if (!string.IsNullOrWhiteSpace(settings.Footer))
            part.Footer.Append(DocxText.Paragraph(DocxStyle.Footer, DocxText.Run(settings.Footer)));
        part.Footer.Append(DocxText.Paragraph(DocxStyle.Footer, PageNumber()));
        return new FooterReference { Type = pages, Id = main.GetIdOfPart(part) };
    }

    private OpenXmlElement[] PageNumber() => [.. Placeholders().Split(settings.PageOf).Select(piece => piece switch
    {
        "{0}" => (OpenXmlElement)DocxText.Field("PAGE"),
        "{1}" => DocxText.Field("NUMPAGES"),
        _ => DocxText.Run(piece),
    })];

    [GeneratedRegex(@"(\{[01]\})")]
    private static partial Regex Placeholders();
}
