using System.Text;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Turns bytes into text: by their mark of order, else UTF-8, else Windows-1250, in which Excel saves a Czech CSV.</summary>
internal static class TextDecoding
{
    private static readonly Encoding Central = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;

    public static string Decode(byte[] bytes)
    {
        var text = Read(bytes);
        if (text.AsSpan().ContainsAnyInRange('\0', '\b') || text.AsSpan().ContainsAnyInRange('\u000e', '\u001f'))
            throw new ImportRefusedException(new("ImportUnknownType"));
        return text;
    }

    private static string Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Central.GetString(bytes);
        }
    }
}
