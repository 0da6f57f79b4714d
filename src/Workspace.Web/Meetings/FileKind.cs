using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Workspace.Web.Meetings;

/// <summary>What a file really is, judged by its content alone: its name may say anything.</summary>
public static class FileKind
{
    private static readonly (string Extension, string Part)[] OfficeParts = [("docx", "word/document.xml"), ("xlsx", "xl/workbook.xml"), ("pptx", "ppt/presentation.xml")];

    private static readonly Dictionary<string, string> OpenDocuments = new()
    {
        ["application/vnd.oasis.opendocument.text"] = "odt",
        ["application/vnd.oasis.opendocument.spreadsheet"] = "ods",
        ["application/vnd.oasis.opendocument.presentation"] = "odp",
    };

    /// <returns>The extension that fits: pdf, docx, xlsx, pptx, odt, ods, odp, png, jpg or txt; null for anything else.</returns>
    public static string? Recognise(byte[] content) => content switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "pdf",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [0x50, 0x4B, 0x03, 0x04, ..] => OfficeFile(content),
        [] => null,
        _ => IsText(content) ? "txt" : null,
    };

    /// <summary>The name without a path, and with an extension that tells the truth about the content.</summary>
    public static string Name(string name, string extension)
    {
        var bare = new string([.. PlainText.Cleaned(name).Split('/', '\\')[^1].Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format)]).Trim().Trim('.');
        string[] fitting = extension switch { "jpg" => ["jpg", "jpeg"], "txt" => ["txt", "csv"], _ => [extension] };
        var given = Path.GetExtension(bare).TrimStart('.');
        if (!fitting.Contains(given, StringComparer.OrdinalIgnoreCase))
            (bare, given) = ($"{bare}.{extension}", extension);
        var stem = bare[..^(given.Length + 1)];
        return $"{(stem.Length == 0 ? "attachment" : stem[..Math.Min(stem.Length, 180)])}.{given}";
    }

    private static string? OfficeFile(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return null;
            if (archive.GetEntry("[Content_Types].xml") is not null)
                return OfficeParts.FirstOrDefault(office => archive.GetEntry(office.Part) is not null).Extension;
            if (archive.GetEntry("mimetype") is not { Length: < 100 } type)
                return null;
            using var reader = new StreamReader(type.Open(), Encoding.ASCII);
            return OpenDocuments.GetValueOrDefault(reader.ReadToEnd().Trim());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Text of any usual encoding: no control characters but those of lines, and UTF-16 only with its mark.</summary>
    private static bool IsText(byte[] content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        ? content.Length % 2 == 0 && !new UnicodeEncoding(content[0] == 0xFE, true).GetString(content).Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f'))
        : content.All(b => b >= 0x20 || b is 0x09 or 0x0A or 0x0C or 0x0D);
}
