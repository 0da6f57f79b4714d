using Workspace.Text;

namespace Workspace.Web.Texts;

/// <summary>One revision as a session keeps it: parsed for mapping, and as JSON for sending.</summary>
public sealed record KnownRevision(long Version, long AuthorId, string ClientId, long Sequence, DateTimeOffset At, ChangeSet Changes, string Json)
{
    public static KnownRevision Of(TextRevision stored) =>
        new(stored.Version, stored.AuthorId, stored.ClientId, stored.Sequence, stored.At, ChangeSet.Parse(stored.Changes), stored.Changes);

    public RevisionMessage ToMessage() => new(ClientId, AuthorId, At, Json);
}

/// <summary>How far an editor has come: its last stored sequence, and who it belongs to. Zeros if it has sent nothing.</summary>
public readonly record struct ClientProgress(long Sequence, long Version, long AuthorId);

/// <summary>The committed text at its newest version, its last revisions, and the progress of each editor asked about.</summary>
public sealed class TextHistory(long version, TextDocument document)
{
    private const int Kept = 2_000;
    private readonly List<KnownRevision> revisions = [];
    private readonly Dictionary<string, ClientProgress> clients = [];

    public long Version { get; private set; } = version;

    public TextDocument Document { get; private set; } = document;

    /// <summary>The oldest version whose following revisions are all kept here.</summary>
    public long FirstKnown => Version - revisions.Count;

    public bool IsKnown(string clientId) => clients.ContainsKey(clientId);

    public ClientProgress ProgressOf(string clientId) => clients.GetValueOrDefault(clientId);

    public void Learn(string clientId, TextRevision? last) =>
        clients[clientId] = last is null ? default : new(last.Sequence, last.Version, last.AuthorId);

    public IReadOnlyList<KnownRevision> Since(long version) => revisions[(int)(version - FirstKnown)..];

    /// <param name="added">Committed revisions, the first following the newest known.</param>
    /// <param name="result">The text after the last of them.</param>
    public void Add(IReadOnlyList<KnownRevision> added, TextDocument result)
    {
        foreach (var revision in added)
            clients[revision.ClientId] = new(revision.Sequence, revision.Version, revision.AuthorId);
        revisions.AddRange(added);
        Version = added[^1].Version;
        Document = result;
        if (revisions.Count > 2 * Kept)
            revisions.RemoveRange(0, revisions.Count - Kept);
    }
}
