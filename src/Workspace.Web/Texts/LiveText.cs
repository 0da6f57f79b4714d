using Workspace.Web.Live;

namespace Workspace.Web.Texts;

/// <summary>What a text belongs to, and so who may read and write it.</summary>
public enum TextOwner { AgendaItem, PlanItem }

/// <summary>
/// A text that several people write at once: an append-only log of revisions, and from time to time a snapshot so that
/// opening it does not depend on the length of its history.
/// </summary>
public sealed class LiveText : IAnnounced
{
    private LiveText()
    {
    }

    public LiveText(TextOwner owner) => Owner = owner;

    public long Id { get; private set; }

    public TextOwner Owner { get; private set; }

    /// <summary>The version that <see cref="Snapshot"/> shows; revisions above it are the tail.</summary>
    public long SnapshotVersion { get; private set; }

    public string Snapshot { get; private set; } = "";

    /// <summary>Since when nothing may be added; null while the text is open.</summary>
    public DateTimeOffset? LockedAt { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Text(Id)];

    /// <summary>For a text that is not yet stored; of one that people write, <see cref="RevisionLog"/> keeps the snapshots.</summary>
    public void Begin(long version, string snapshot) => (SnapshotVersion, Snapshot) = (version, snapshot);

    public void Lock(DateTimeOffset at) => LockedAt ??= at;

    public void Unlock() => LockedAt = null;
}
