using System.Buffers;
using System.Text.Json;

namespace Workspace.Text;

/// <summary>The JSON form of a change, without a detour through objects.</summary>
internal static class ChangeSetJson
{
    /// <summary>Reads the value the reader stands at and leaves it at the value's end.</summary>
    /// <exception cref="JsonException">The input is no JSON.</exception>
    public static bool TryReadValue(ref Utf8JsonReader reader, out ChangeSet? changes)
    {
        changes = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.TrySkip();
            return false;
        }
        var depth = reader.CurrentDepth;
        var sections = new SectionBuilder(8);
        var text = new CharBuilder(0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                changes = ChangeSet.FromRead(sections.TakeArray(), text.ToString());
                return changes is not null;
            }
            var isRead = reader.TokenType == JsonTokenType.StartArray
                ? TryReadReplacement(ref reader, ref sections, ref text)
                : TryReadKept(ref reader, ref sections);
            if (!isRead)
                break;
        }
        while ((reader.TokenType != JsonTokenType.EndArray || reader.CurrentDepth != depth) && reader.Read())
            continue;
        return false;
    }

    public static void Write(ChangeSet change, ArrayBufferWriter<byte> json)
    {
        var inserted = change.Inserted;
        var pairs = change.Sections.Pairs;
        json.Write("["u8);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (i > 0)
                json.Write(","u8);
            if (pairs[i + 1] == Sections.Kept)
            {
                WriteNumber(pairs[i], json);
                continue;
            }
            json.Write("["u8);
            WriteNumber(pairs[i], json);
            if (pairs[i + 1] > 0)
            {
                var lines = inserted[..pairs[i + 1]];
                foreach (var line in lines.Split('\n'))
                    JsonLine.Write(lines[line], json);
                inserted = inserted[pairs[i + 1]..];
            }
            json.Write("]"u8);
        }
        json.Write("]"u8);
    }

    /// <summary>A kept stretch: a number that is more than nothing.</summary>
    private static bool TryReadKept(ref Utf8JsonReader reader, ref SectionBuilder sections)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var length) || length <= 0)
            return false;
        sections.AddApart(length, Sections.Kept);
        return true;
    }

    /// <summary>A number and then lines; both nothing is refused.</summary>
    private static bool TryReadReplacement(ref Utf8JsonReader reader, ref SectionBuilder sections, ref CharBuilder text)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var length) || length < 0)
            return false;
        var start = text.Length;
        for (var isFirst = true; reader.Read() && reader.TokenType == JsonTokenType.String; isFirst = false)
        {
            if (!isFirst)
                text.Append('\n');
            if (!JsonLine.TryRead(ref reader, ref text))
                return false;
        }
        if (reader.TokenType != JsonTokenType.EndArray || (length == 0 && text.Length == start))
            return false;
        sections.AddApart(length, text.Length - start);
        return true;
    }

    private static void WriteNumber(int number, ArrayBufferWriter<byte> json)
    {
        number.TryFormat(json.GetSpan(11), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        json.Advance(written);
    }
}
