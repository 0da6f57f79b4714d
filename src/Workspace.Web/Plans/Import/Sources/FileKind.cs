using System.Text;
using Workspace.Web.Data;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Tells what a file is by its first bytes, never by its name.</summary>
internal static class FileKind
{
    public static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8);

    /// <summary>Why it is not read at all; null for a package, and for what may be text.</summary>
    public static Refusal? Refuse(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return new("ImportEmpty");
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return new(IsEncrypted(content) ? "ImportPassword" : "ImportOldOffice");
        if (content.StartsWith("%PDF"u8))
            return new("ImportPdf");
        if (content.StartsWith("{\\rtf"u8))
            return new("ImportRtf");
        return IsPicture(content) || IsProgram(content) || IsOtherArchive(content) ? new("ImportUnknownType") : null;
    }

    // Office wraps a file with a password in the old container; the name of the stream is in UTF-16.
    private static bool IsEncrypted(ReadOnlySpan<byte> content) => content.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static bool IsPicture(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || content.StartsWith("GIF8"u8)
        || content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8) || (content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8));

    private static bool IsProgram(ReadOnlySpan<byte> content) => content.StartsWith("MZ"u8) && content[..Math.Min(content.Length, 256)].Contains((byte)0) || content.StartsWith("\x7f"u8) && content[1..].StartsWith("ELF"u8);

    private static bool IsOtherArchive(ReadOnlySpan<byte> content) =>
        content.StartsWith("Rar!"u8) || content.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
}
