using System.Globalization;
using System.Security;

namespace Workspace.Web.Exports;

/// <summary>The names of the paragraph styles, and the styles themselves. Lengths are twentieths of a point.</summary>
public static class DocxStyle
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string List = "ListParagraph";
    public const string Quote = "Quote";
    public const string Code = "Code";
    public const string Rule = "Rule";
    public const string Table = "TableText";
    public const string TableHead = "TableHead";
    public const string TableGap = "TableGap";
    public const string Fact = "Fact";
    public const string Note = "Note";
    public const string Signature = "SignatureBlock";
    public const string SignatureLine = "SignatureLine";
    public const string Header = "Header";
    public const string Footer = "Footer";

    /// <summary>Where the value of a <see cref="Fact"/> begins, and how far it hangs.</summary>
    public const int FactIndent = 1701;

    /// <summary>How far the text of an outermost list, or of a numbered heading, hangs.</summary>
    public const int Hang = 425;

    /// <summary>A tab in a <see cref="SignatureLine"/> draws dots this far.</summary>
    public const int SignatureLineLength = 3700;

    private const string Ink = "12263F";
    private const string Muted = "5B6068";

    public static string Heading(int level) => "Heading" + Math.Clamp(level, 1, 6).ToString(CultureInfo.InvariantCulture);

    internal static string Xml(CultureInfo culture) => $"""
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:docDefaults>
        <w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="{SecurityElement.Escape(culture.Name)}" w:eastAsia="cs-CZ" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
        </w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
        {Paragraph(Title, "Title", """<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>""", $"""<w:b/><w:color w:val="{Ink}"/><w:spacing w:val="10"/><w:sz w:val="36"/><w:szCs w:val="36"/>""")}
        {Paragraph(Subtitle, "Subtitle", """<w:keepNext/><w:keepLines/><w:spacing w:after="0" w:line="264" w:lineRule="auto"/><w:jc w:val="center"/>""", """<w:sz w:val="25"/><w:szCs w:val="25"/>""")}
        {HeadingStyle(1, 400, 120, 28)}
        {HeadingStyle(2, 300, 80, 25)}
        {HeadingStyle(3, 240, 80, 23)}
        {HeadingStyle(4, 200, 60, 23, "<w:i/>")}
        {HeadingStyle(5, 200, 60, 22)}
        {HeadingStyle(6, 200, 60, 22, "<w:i/>")}
        {Paragraph(List, "List Paragraph", """<w:spacing w:after="120"/><w:contextualSpacing/>""", "")}
        {Paragraph(Quote, "Quote", """<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="BFC4CC"/></w:pBdr><w:ind w:left="425"/>""", "<w:i/>")}
        {Paragraph(Code, "Code", """<w:spacing w:line="240" w:lineRule="auto"/>""", """<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/><w:sz w:val="19"/><w:szCs w:val="19"/>""")}
        {Paragraph(Rule, "Rule", """<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="BFC4CC"/></w:pBdr><w:spacing w:after="200"/>""", """<w:sz w:val="8"/><w:szCs w:val="8"/>""")}
        {Paragraph(Table, "Table Text", """<w:spacing w:after="0" w:line="252" w:lineRule="auto"/>""", """<w:sz w:val="21"/><w:szCs w:val="21"/>""")}
        {Paragraph(TableHead, "Table Head", """<w:keepNext/><w:spacing w:after="0" w:line="252" w:lineRule="auto"/>""", """<w:b/><w:sz w:val="21"/><w:szCs w:val="21"/>""")}
        {Paragraph(TableGap, "Table Gap", """<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>""", """<w:sz w:val="8"/><w:szCs w:val="8"/>""")}
        {Paragraph(Fact, "Fact", $"""<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="BFC4CC"/><w:bottom w:val="single" w:sz="4" w:space="6" w:color="BFC4CC"/></w:pBdr><w:tabs><w:tab w:val="left" w:pos="{FactIndent}"/></w:tabs><w:spacing w:after="60" w:line="264" w:lineRule="auto"/><w:ind w:left="{FactIndent}" w:hanging="{FactIndent}"/>""", "")}
        {Paragraph(Note, "Note", """<w:spacing w:after="80"/>""", $"""<w:i/><w:color w:val="{Muted}"/><w:sz w:val="21"/><w:szCs w:val="21"/>""")}
        {Paragraph(Signature, "Signature Block", """<w:keepNext/><w:spacing w:after="0" w:line="264" w:lineRule="auto"/>""", "")}
        {Paragraph(SignatureLine, "Signature Line", $"""<w:keepNext/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{SignatureLineLength}"/></w:tabs><w:spacing w:after="0" w:line="264" w:lineRule="auto"/>""", "")}
        {Paragraph(Header, "header", """<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>""", $"""<w:color w:val="{Muted}"/><w:sz w:val="19"/><w:szCs w:val="19"/>""")}
        {Paragraph(Footer, "footer", """<w:spacing w:before="40" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>""", $"""<w:color w:val="{Muted}"/><w:sz w:val="18"/><w:szCs w:val="18"/>""")}
        <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="1D3A5F"/><w:u w:val="single"/></w:rPr></w:style>
        <w:style w:type="table" w:styleId="TablePlain"><w:name w:val="Table Plain"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{Borders("top", "left", "bottom", "right", "insideH", "insideV")}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        </w:styles>
        """;

    private static string HeadingStyle(int level, int before, int after, int size, string extra = "") => Paragraph(
        Heading(level),
        $"heading {level}",
        $"""<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="{after}" w:line="252" w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>""",
        $"""<w:b/>{extra}<w:color w:val="{Ink}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>""");

    private static string Paragraph(string id, string name, string paragraph, string run) =>
        $"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>""";

    private static string Borders(params string[] sides) =>
        string.Concat(sides.Select(side => $"""<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A8F98"/>"""));
}
