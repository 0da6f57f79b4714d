using System.Xml;
using Workspace.Web.Data;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Reads a plan's file of any format into one grid of tables and texts.</summary>
public static class SourceFile
{
    /// <summary>
    /// Reads DOCX, XLSX, CSV, text with tabs or HTML, told apart by content. What is not one of them, is too large, broken or
    /// means harm is refused; of a stream that is too long no more is read than the limit.
    /// </summary>
    /// <param name="content">Read from where it stands to its end; not closed.</param>
    /// <param name="progress">Told the number of rows read so far, now and then and at the end.</param>
    /// <param name="cancellation">Ends the reading with the usual exception.</param>
    public static async Task<Outcome<SourceDocument>> ReadAsync(Stream content, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        if (await TakeAsync(content, cancellation) is not { } bytes)
            return new Refusal("ImportTooLarge", ImportLimits.Bytes / (1024 * 1024));
        return FileKind.Refuse(bytes) ?? await Task.Run(() => Guarded(budget => Read(bytes, budget), progress, cancellation), cancellation);
    }

    /// <summary>Reads what was pasted in the browser: the HTML that Word or Excel put on the clipboard.</summary>
    public static Outcome<SourceDocument> ReadHtml(string html, IProgress<int>? progress = null, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(html) ? new Refusal("ImportEmpty") : Guarded(budget => HtmlReader.Read(html, budget), progress, cancellation);

    /// <summary>Reads what was pasted as plain text: cells by tabs.</summary>
    public static Outcome<SourceDocument> ReadText(string text, IProgress<int>? progress = null, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("ImportEmpty") : Guarded(budget => TextReading.Read(text, budget), progress, cancellation);

    private static Outcome<SourceDocument> Guarded(Func<ReadingBudget, SourceDocument> read, IProgress<int>? progress, CancellationToken cancellation)
    {
        var budget = new ReadingBudget(progress, cancellation);
        try
        {
            var document = read(budget);
            budget.Finish();
            return document;
        }
        catch (ImportRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException)
        {
            return new Refusal("ImportBroken");
        }
    }

    private static SourceDocument Read(byte[] bytes, ReadingBudget budget)
    {
        if (!FileKind.IsZip(bytes))
            return TextReading.Read(TextDecoding.Decode(bytes), budget);
        using var package = new OfficePackage(bytes, budget.Cancellation);
        return package.IsDocument ? DocxReader.Read(package, budget) : XlsxReader.Read(package, budget);
    }

    private static async Task<byte[]?> TakeAsync(Stream content, CancellationToken cancellation)
    {
        if (content.CanSeek && content.Length - content.Position > ImportLimits.Bytes)
            return null;
        using var taken = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            if (taken.Length + count > ImportLimits.Bytes)
                return null;
            taken.Write(buffer, 0, count);
        }
        return taken.ToArray();
    }
}
