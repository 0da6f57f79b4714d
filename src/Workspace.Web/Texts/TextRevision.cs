namespace Workspace.Web.Texts;

/// <summary>
/// One change of a text. The keys (text, version) and (text, client, sequence) are the whole concurrency control: the
/// first lets one server only append a version, the second lets a change that is sent twice be stored once.
/// </summary>
public sealed class TextRevision
{
    public const int ClientIdLength = 32;

    private TextRevision()
    {
    }

    public TextRevision(long textId, long version, long authorId, string clientId, long sequence, DateTimeOffset at, string changes)
    {
        TextId = textId;
        Version = version;
        AuthorId = authorId;
        ClientId = clientId;
        Sequence = sequence;
        At = at;
        Changes = changes;
    }

    public long TextId { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public long Version { get; private set; }

    public long AuthorId { get; private set; }

    /// <summary>The editor that made the change; 1 to 32 letters and digits.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>The change's number among those of its client, from 1, without gaps.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>A change set in JSON, as it applies to the version before.</summary>
    public string Changes { get; private set; } = "";
}
