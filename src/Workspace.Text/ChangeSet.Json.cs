using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Workspace.Text;

public sealed partial class ChangeSet
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a change: an array in which a number keeps that many units, and an array of a number and lines replaces
    /// that many units by the lines (by nothing if there are none): <c>[5,[2,"ab","c"],7]</c>.
    /// </summary>
    /// <returns>
    /// False if it is anything else: numbers that are negative or no integers, sections that do nothing, a line that
    /// holds a newline, invalid UTF-8, lengths beyond an integer. Nothing is thrown, whatever comes. What the lines may
    /// hold beyond that, and how much, is for <see cref="TextRules.Check(ChangeSet, TextDocument)"/>.
    /// </returns>
    /// <param name="reader">
    /// Before or at the first token; afterwards at the last token of the value, also of a wrong one. Only where the
    /// JSON itself breaks off or is none, it stays where that shows.
    /// </param>
    public static bool TryRead(ref Utf8JsonReader reader, [NotNullWhen(true)] out ChangeSet? changes)
    {
        changes = null;
        try
        {
            if (reader.TokenType == JsonTokenType.None && !reader.Read())
                return false;
            return ChangeSetJson.TryReadValue(ref reader, out changes);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads a change from its JSON as <see cref="TryRead"/> does.</summary>
    /// <exception cref="FormatException">It is no change, or more than one value.</exception>
    public static ChangeSet Parse(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(StrictUtf8.GetBytes(json));
            if (TryRead(ref reader, out var changes) && !reader.Read())
                return changes;
        }
        catch (Exception e) when (e is JsonException or EncoderFallbackException)
        {
            throw new FormatException("This is not the JSON of a change.", e);
        }
        throw new FormatException("This is not the JSON of a change.");
    }

    /// <summary>
    /// Writes the change as CodeMirror does, letter for letter: nothing is escaped that need not be, whatever the
    /// writer's encoder, so the JSON must not be put into a page unescaped.
    /// </summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        var json = new ArrayBufferWriter<byte>(64 + (_inserted.Length * 2));
        ChangeSetJson.Write(this, json);
        writer.WriteRawValue(json.WrittenSpan, skipInputValidation: true);
    }

    /// <summary>The JSON of the change, without a space, equal to CodeMirror's.</summary>
    public string ToJson()
    {
        var json = new ArrayBufferWriter<byte>(64 + (_inserted.Length * 2));
        ChangeSetJson.Write(this, json);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    /// <inheritdoc cref="ToJson"/>
    public override string ToString() => ToJson();

    /// <summary>Makes a change of sections as they were read; null if they are longer than an integer can say.</summary>
    internal static ChangeSet? FromRead(int[] pairs, string inserted)
    {
        long length = 0, newLength = 0;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            length += pairs[i];
            newLength += pairs[i + 1] == Sections.Kept ? pairs[i] : pairs[i + 1];
        }
        return Math.Max(length, newLength) > int.MaxValue ? null : new ChangeSet(new Sections(pairs), inserted);
    }
}
