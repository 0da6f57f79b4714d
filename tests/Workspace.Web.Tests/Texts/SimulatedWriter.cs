using Workspace.Text;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>
/// What an editor in a browser does, without the browser: types into its own text at once, keeps what is not yet
/// confirmed, and takes in revisions one at a time. It notes what it typed and deleted, to be compared at the end.
/// </summary>
public sealed class SimulatedWriter(long personId, string clientId, string text = "", long version = 0)
{
    private readonly List<ChangeSet> pending = [];
    private long confirmed;

    public long PersonId => personId;

    public string ClientId => clientId;

    public string Text { get; private set; } = text;

    public long Version { get; private set; } = version;

    public bool IsClean => pending.Count == 0;

    /// <summary>Characters that no other writer ever types, by code point.</summary>
    public HashSet<int> Typed { get; } = [];

    public HashSet<int> Deleted { get; } = [];

    public void Insert(int at, string words)
    {
        foreach (var rune in words.EnumerateRunes().Where(rune => rune.Value != '\n'))
            Typed.Add(rune.Value);
        Do(ChangeSet.Replace(Text.Length, at, at, words));
    }

    public void Delete(int from, int to)
    {
        foreach (var rune in Text[from..to].EnumerateRunes())
            Deleted.Add(rune.Value);
        Do(ChangeSet.Replace(Text.Length, from, to, ""));
    }

    /// <summary>All that is not confirmed, as it is sent; the same again after an answer was lost.</summary>
    public Submission ToSubmission() => new(personId, clientId, confirmed + 1, Version, [.. pending]);

    /// <summary>Takes in committed revisions in whatever portions they come.</summary>
    /// <returns>False where one is missing before them.</returns>
    public bool TakeIn(IReadOnlyList<KnownRevision> revisions)
    {
        foreach (var revision in revisions)
        {
            if (revision.Version <= Version)
                continue;
            if (revision.Version > Version + 1)
                return false;
            TakeIn(revision.ClientId, revision.Changes);
        }
        return true;
    }

    public void TakeIn(string author, ChangeSet changes)
    {
        Version++;
        if (author == clientId)
        {
            pending.RemoveAt(0);
            confirmed++;
            return;
        }
        for (var i = 0; i < pending.Count; i++)
        {
            var own = pending[i];
            pending[i] = own.Map(changes);
            changes = changes.Map(own, before: true);
        }
        Text = changes.Apply(Text);
    }

    private void Do(ChangeSet change)
    {
        pending.Add(change);
        Text = change.Apply(Text);
    }
}
