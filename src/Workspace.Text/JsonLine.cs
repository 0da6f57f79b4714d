using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Workspace.Text;

/// <summary>
/// Strings in JSON as JavaScript reads and writes them. The framework's own reader refuses lone surrogates and its
/// writers replace them, so that they could be neither named in a refusal nor compared.
/// </summary>
internal static class JsonLine
{
    /// <summary>Appends the string the reader stands at; false if it is no valid UTF-8 or holds a newline.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, ref CharBuilder text)
    {
        var line = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        if (!Utf8.IsValid(line))
            return false;
        var start = text.Length;
        if (reader.ValueIsEscaped)
            AppendUnescaped(line, ref text);
        else
            AppendPlain(line, ref text);
        return !text.Text[start..].Contains('\n');
    }

    /// <summary>Writes a comma and the line in quotes.</summary>
    public static void Write(ReadOnlySpan<char> line, ArrayBufferWriter<byte> json)
    {
        json.Write(",\""u8);
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsSurrogate(line[i]) && i + 1 < line.Length && char.IsSurrogatePair(line[i], line[i + 1]))
            {
                i++;
            }
            else if (line[i] is < ' ' or '"' or '\\' || char.IsSurrogate(line[i]))
            {
                Encoding.UTF8.GetBytes(line[start..i], json);
                WriteEscape(line[i], json);
                start = i + 1;
            }
        }
        Encoding.UTF8.GetBytes(line[start..], json);
        json.Write("\""u8);
    }

    private static void AppendPlain(ReadOnlySpan<byte> line, ref CharBuilder text) =>
        text.Advance(Encoding.UTF8.GetChars(line, text.Reserve(line.Length)));

    private static void AppendUnescaped(ReadOnlySpan<byte> line, ref CharBuilder text)
    {
        for (var escape = line.IndexOf((byte)'\\'); escape >= 0; escape = line.IndexOf((byte)'\\'))
        {
            AppendPlain(line[..escape], ref text);
            var letter = (char)line[escape + 1];
            line = line[(escape + 2)..];
            text.Append(letter switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(line[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => letter,
            });
            if (letter == 'u')
                line = line[4..];
        }
        AppendPlain(line, ref text);
    }

    private static void WriteEscape(char unit, ArrayBufferWriter<byte> json)
    {
        switch (unit)
        {
            case '\b': json.Write("\\b"u8); break;
            case '\f': json.Write("\\f"u8); break;
            case '\r': json.Write("\\r"u8); break;
            case '\t': json.Write("\\t"u8); break;
            case '"': json.Write("\\\""u8); break;
            case '\\': json.Write("\\\\"u8); break;
            default:
                json.Write("\\u"u8);
                ((ushort)unit).TryFormat(json.GetSpan(4), out var written, "x4", CultureInfo.InvariantCulture);
                json.Advance(written);
                break;
        }
    }
}
