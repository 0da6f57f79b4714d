namespace Workspace.Text.Tests;

/// <summary>The keeper of the order: a log, and a document that follows it.</summary>
internal sealed class ServerModel(string text)
{
    public List<(string ClientId, ChangeSet Changes)> Log { get; } = [];

    public string Text { get; private set; } = text;

    public void Submit(int version, IReadOnlyList<(string ClientId, ChangeSet Changes)> own)
    {
        foreach (var changes in Rebase.InTurn(own, Log.Skip(version).ToList()))
        {
            Text = changes.Apply(Text);
            Log.Add((own[0].ClientId, changes));
        }
    }
}

/// <summary>An editor as CodeMirror's collab extension keeps it, taking in revisions one at a time.</summary>
internal sealed class ClientModel(string id, string text)
{
    private readonly List<ChangeSet> _unconfirmed = [];

    public int Version { get; private set; }

    public string Text { get; private set; } = text;

    public bool IsConfirmed => _unconfirmed.Count == 0;

    public IReadOnlyList<(string ClientId, ChangeSet Changes)> Unconfirmed => _unconfirmed.Select(c => (id, c)).ToList();

    public void Edit(ChangeSet changes)
    {
        Text = changes.Apply(Text);
        _unconfirmed.Add(changes);
    }

    /// <summary>Revisions from some version on; what is known already, or does not follow, is left.</summary>
    public void Receive(int firstVersion, IReadOnlyList<(string ClientId, ChangeSet Changes)> revisions)
    {
        if (firstVersion > Version)
            return;
        foreach (var revision in revisions.Skip(Version - firstVersion))
            Receive(revision.ClientId, revision.Changes);
    }

    private void Receive(string clientId, ChangeSet changes)
    {
        Version++;
        if (_unconfirmed.Count > 0 && clientId == id)
        {
            _unconfirmed.RemoveAt(0);
            return;
        }
        for (var i = 0; i < _unconfirmed.Count; i++)
        {
            var own = _unconfirmed[i];
            _unconfirmed[i] = own.Map(changes);
            changes = changes.Map(own, before: true);
        }
        Text = changes.Apply(Text);
    }
}
