using System.Text.Json;
using Workspace.Text;

namespace Workspace.Load;

/// <summary>A committed change as it was received.</summary>
public readonly record struct HubRevision(string ClientId, ChangeSet Changes);

public sealed record HubRevisions(long TextId, long FirstVersion, IReadOnlyList<HubRevision> Revisions);

/// <summary>The answer to a call. <see cref="Refused"/> is a code, or the words of an error.</summary>
public sealed record HubAnswer(string? Refused, long Version, string? Text, IReadOnlyList<HubRevision>? Revisions);

/// <summary>One message from the server; those that load does not care about have neither revisions nor an answer.</summary>
public readonly record struct HubMessage(HubRevisions? Revisions, string? InvocationId, HubAnswer? Answer)
{
    public static HubMessage Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? target = null, id = null;
        var answer = new HubAnswer(null, 0, null, null);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "target":
                    target = reader.GetString();
                    break;
                case "invocationId":
                    id = reader.GetString();
                    break;
                case "error":
                    answer = answer with { Refused = reader.GetString() };
                    break;
                case "result" when reader.TokenType == JsonTokenType.StartObject:
                    answer = ReadAnswer(ref reader);
                    break;
                case "arguments" when target == "Revisions":
                    return new(ReadArguments(ref reader), null, null);
                default:
                    reader.Skip();
                    break;
            }
        }
        return new(null, id, answer);
    }

    private static HubAnswer ReadAnswer(ref Utf8JsonReader reader)
    {
        var answer = new HubAnswer(null, 0, null, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "refused":
                    answer = answer with { Refused = reader.GetString() };
                    break;
                case "version":
                    answer = answer with { Version = reader.GetInt64() };
                    break;
                case "text":
                    answer = answer with { Text = reader.GetString() };
                    break;
                case "revisions" when reader.TokenType == JsonTokenType.StartArray:
                    answer = answer with { Revisions = ReadRevisions(ref reader) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        return answer;
    }

    private static HubRevisions ReadArguments(ref Utf8JsonReader reader)
    {
        reader.Read();
        var textId = reader.GetInt64();
        reader.Read();
        var firstVersion = reader.GetInt64();
        reader.Read();
        return new(textId, firstVersion, ReadRevisions(ref reader));
    }

    private static List<HubRevision> ReadRevisions(ref Utf8JsonReader reader)
    {
        var revisions = new List<HubRevision>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            string? clientId = null;
            ChangeSet? changes = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isClient = reader.ValueTextEquals("clientId"u8);
                var isChanges = reader.ValueTextEquals("changes"u8);
                reader.Read();
                if (isClient)
                    clientId = reader.GetString();
                else if (!isChanges)
                    reader.Skip();
                else if (!ChangeSet.TryRead(ref reader, out changes))
                    throw new InvalidDataException("The server sent something that is no change.");
            }
            revisions.Add(new(clientId!, changes!));
        }
        return revisions;
    }
}
