using System.Text.Json;
using System.Text.Json.Serialization;
using Workspace.Text;

namespace Workspace.Web.Texts;

/// <summary>Somebody who has a text open.</summary>
public sealed record TextPerson(long Id, string Name);

/// <summary>One committed change as browsers receive it. <see cref="Author"/> and <see cref="At"/> are the server's.</summary>
public sealed record RevisionMessage(
    string ClientId,
    long Author,
    DateTimeOffset At,
    [property: JsonConverter(typeof(RawJsonConverter))] string Changes);

/// <summary>
/// What opening yields: the whole text, or the revisions since the version that the browser knows.
/// <see cref="Refused"/> is set, and the rest empty, where the person may not read it.
/// </summary>
public sealed record OpenedText(
    string? Refused,
    long Version,
    string? Text,
    IReadOnlyList<RevisionMessage>? Revisions,
    bool CanEdit,
    IReadOnlyList<TextPerson> People)
{
    public static OpenedText Refuse(string code) => new(code, 0, null, null, false, []);
}

/// <summary>The version of the last change sent, once committed; or why nothing of what was sent was taken.</summary>
public sealed record Submitted(long Version, string? Refused, string? Message)
{
    public static Submitted At(long version) => new(version, null, null);

    public static Submitted Refuse(string code) => new(0, code, null);
}

/// <summary>A change as it came in: null where it is none, so that the rest of the message is still understood.</summary>
[JsonConverter(typeof(SubmittedChangeConverter))]
public readonly record struct SubmittedChange(ChangeSet? Changes, long Bytes);

internal sealed class SubmittedChangeConverter : JsonConverter<SubmittedChange>
{
    public override SubmittedChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader.TokenStartIndex;
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.Skip();
            return default;
        }
        var rest = reader;
        rest.Skip();
        var isRead = ChangeSet.TryRead(ref reader, out var changes);
        reader = rest;
        return isRead ? new(changes, reader.BytesConsumed - start) : default;
    }

    public override void Write(Utf8JsonWriter writer, SubmittedChange value, JsonSerializerOptions options) =>
        value.Changes!.WriteTo(writer);
}

/// <summary>Writes stored JSON as it is.</summary>
internal sealed class RawJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value, skipInputValidation: true);
}
