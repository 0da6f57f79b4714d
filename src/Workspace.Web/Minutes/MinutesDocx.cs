using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;

namespace Workspace.Web.Minutes;

/// <summary>Writes minutes as a Word document that looks like the paper the group signs.</summary>
public sealed class MinutesDocx(IStringLocalizer<MinutesStrings> strings)
{
    public byte[] Write(MinutesDocument minutes)
    {
        var words = new MinutesWording(minutes, strings);
        var writer = new DocxWriter(new DocxSettings(words.FileTitle, minutes.Culture, words.PageOf)
        {
            Author = minutes.Author,
            FirstHeader = minutes.HeaderLine,
            Header = words.FileTitle,
            Footer = minutes.Publicity,
        });
        WriteHeading(writer, words);
        WriteFacts(writer, words);
        WriteItems(writer, words, minutes.Items);
        writer.Paragraph(DocxStyle.Heading(1), words.NextMeetingLabel);
        // Signatures never stand alone on the last page.
        writer.Add(DocxText.Paragraph(DocxStyle.Normal, DocxText.Run(words.Print(words.NextMeeting))).KeptWithNext());
        WriteSignatures(writer, words, minutes.Signatures);
        return writer.ToArray();
    }

    private static void WriteHeading(DocxWriter writer, MinutesWording words)
    {
        writer.Paragraph(DocxStyle.Title, words.Title);
        foreach (var line in words.Subtitle) writer.Paragraph(DocxStyle.Subtitle, words.Print(line));
        if (words.Draft is { } draft) writer.Paragraph(DocxStyle.Subtitle, draft, DocxFormat.Italic);
    }

    private static void WriteFacts(DocxWriter writer, MinutesWording words)
    {
        var isFirst = true;
        foreach (var fact in words.Facts)
        {
            for (var i = 0; i < fact.Values.Count; i++)
            {
                var paragraph = DocxText.Paragraph(
                    DocxStyle.Fact,
                    DocxText.Run(i == 0 ? fact.Label + ":" : "", DocxFormat.Bold),
                    DocxText.Run("\t" + words.Print(fact.Values[i])));
                writer.Add(isFirst ? paragraph.Spaced(before: 360) : paragraph);
                isFirst = false;
            }
        }
    }

    private static void WriteItems(DocxWriter writer, MinutesWording words, IReadOnlyList<MinutesItem> items)
    {
        if (items.Count > 0) writer.Paragraph(DocxStyle.Heading(1), words.Proceedings);
        if (words.AgendaChanges is { } changes) writer.Paragraph(DocxStyle.Normal, words.Print(changes));
        var text = new MarkdownToDocx(writer);
        foreach (var item in items)
        {
            var level = MinutesWording.ItemLevel(item);
            writer.Add(ItemHeading(words, item, DocxStyle.Heading(level + 1)));
            if (words.ItemNote(item) is { } note)
                writer.Add(DocxText.Paragraph(DocxStyle.Note, DocxText.Run(words.Print(note))).KeptWithNext());
            text.Write(item.Markdown, level + 1, words.TiesShortWords);
        }
    }

    private static Paragraph ItemHeading(MinutesWording words, MinutesItem item, string style)
    {
        var number = MinutesWording.ItemNumber(item);
        var title = words.Print(MinutesWording.Line(item.Title));
        if (number.Length == 0) return DocxText.Paragraph(style, DocxText.Run(title));
        var hang = number.Length <= 3 ? DocxStyle.Hang : DocxStyle.Hang * 2;
        return DocxText.Paragraph(style, DocxText.Run(number + "\t" + title)).Indented(hang, hang);
    }

    private static void WriteSignatures(DocxWriter writer, MinutesWording words, IReadOnlyList<MinutesSignature> signatures)
    {
        if (words.Written is { } written)
            writer.Add(DocxText.Paragraph(DocxStyle.Normal, DocxText.Run(words.Print(written))).Spaced(before: 480).KeptWithNext());
        if (signatures.Count == 0) return;
        DocxColumn[] columns = [new(DocxWriter.TextWidth - DocxStyle.SignatureLineLength), new(DocxStyle.SignatureLineLength)];
        writer.Add(DocxTable.Plain(columns, signatures.Select(signature => new[] { Signatory(words, signature), Line(words, signature) })));
    }

    private static IEnumerable<Paragraph> Signatory(MinutesWording words, MinutesSignature signature)
    {
        yield return DocxText.Paragraph(DocxStyle.Signature, DocxText.Run(MinutesWording.Line(signature.Role) + ":")).Spaced(before: 440);
        yield return DocxText.Paragraph(DocxStyle.Signature, DocxText.Run(words.Signatory(signature), DocxFormat.Bold));
        if (MinutesWording.Line(signature.Function) is { Length: > 0 } function)
            yield return DocxText.Paragraph(DocxStyle.Signature, DocxText.Run(words.Print(function)));
    }

    private static IEnumerable<Paragraph> Line(MinutesWording words, MinutesSignature signature)
    {
        if (signature.IsSigned) yield break;
        yield return DocxText.Paragraph(DocxStyle.SignatureLine).Spaced(before: 440);
        yield return DocxText.Paragraph(DocxStyle.SignatureLine, DocxText.Run("\t"));
        var caption = DocxText.Paragraph(DocxStyle.Signature, DocxText.Run(words.SignatureLine));
        caption.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
        yield return caption;
    }
}
