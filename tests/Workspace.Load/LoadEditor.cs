using Workspace.Text;

namespace Workspace.Load;

/// <summary>
/// An editor as the browser has it: what is typed is there at once, kept until it comes back among the revisions, sent
/// one submission at a time; revisions are taken in one at a time.
/// </summary>
public sealed class LoadEditor(long textId, string clientId)
{
    private const int MostAtOnce = 500;
    private readonly Lock gate = new();
    private readonly Random random = new(clientId.GetHashCode(StringComparison.Ordinal));
    private readonly List<ChangeSet> pending = [];
    private readonly Dictionary<string, long> sequences = [];
    private HubLine? line;
    private (long Version, TaskCompletionSource Reached)? awaited;

    public string ClientId => clientId;

    public long TextId => textId;

    public long Version { get; private set; }

    public int Length { get; private set; }

    /// <summary>Number of own changes that came back.</summary>
    public long Confirmed { get; private set; }

    /// <summary>Number of own changes that the server has acknowledged.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Null where only lengths are kept, to spare the load's own processor time.</summary>
    public TextDocument? Document { get; private set; }

    /// <summary>Each revision received, with its version, where they are kept.</summary>
    public List<(long Version, HubRevision Revision)>? Received { get; init; }

    public bool KeepsText { get; init; } = true;

    /// <summary>Called with client and sequence of each revision that is taken in.</summary>
    public Action<string, long> Arrived { get; init; } = (_, _) => { };

    /// <summary>Called with the sequence of each own edit in the moment it is made.</summary>
    public Action<long> Edited { get; init; } = _ => { };

    /// <summary>Opens the text on a new line; after a lost one it goes on from where it was.</summary>
    public async Task OpenAsync(HubLine opened)
    {
        var isFirst = line is null;
        line = opened;
        line.Heard = TakeIn;
        var answer = await line.OpenAsync(textId, isFirst ? null : Version);
        if (answer.Refused is not null)
            throw new LoadFailure($"Opening text {textId} was refused: {answer.Refused}");
        if (answer.Revisions is { } revisions)
        {
            TakeIn(new HubRevisions(textId, answer.Version - revisions.Count + 1, revisions));
            return;
        }
        if (!isFirst)
            throw new LoadFailure($"Text {textId} cannot be continued from version {Version}.");
        lock (gate)
        {
            (Version, Length) = (answer.Version, answer.Text!.Length);
            Document = KeepsText ? TextDocument.From(answer.Text) : null;
        }
    }

    /// <summary>Types or deletes a character or two somewhere.</summary>
    public void Edit()
    {
        lock (gate)
        {
            var at = random.Next(Length + 1);
            var deleted = random.Next(3) == 0 ? Math.Min(2, Length - at) : 0;
            Edit(at, at + deleted, deleted > 0 ? "" : "ěščř žýáí"[random.Next(9)].ToString());
        }
    }

    public void Edit(int from, int to, string insert)
    {
        lock (gate)
        {
            var change = ChangeSet.Replace(Length, from, to, insert);
            pending.Add(change);
            Length = change.NewLength;
            Document = Document is null ? null : change.Apply(Document);
            Edited(Confirmed + pending.Count);
        }
    }

    /// <summary>Sends until everything is confirmed.</summary>
    /// <exception cref="LoadFailure">Something was refused.</exception>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The line was lost.</exception>
    public async Task SendAsync()
    {
        while (true)
        {
            ChangeSet[] own;
            long baseVersion, first;
            lock (gate)
            {
                if (pending.Count == 0)
                    return;
                own = [.. pending.Take(MostAtOnce)];
                (baseVersion, first) = (Version, Confirmed + 1);
            }
            var answer = await line!.SubmitAsync(textId, baseVersion, clientId, first, own);
            if (answer.Refused is not null)
                throw new LoadFailure($"{clientId} was refused: {answer.Refused}");
            Acknowledged = Math.Max(Acknowledged, first + own.Length - 1);
            await ReachAsync(answer.Version);
        }
    }

    /// <summary>Waits until all revisions up to one are taken in.</summary>
    public async Task ReachAsync(long version)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (Version >= version)
                return;
            awaited = (version, reached);
        }
        if (await Task.WhenAny(reached.Task, line!.Closed) != reached.Task)
            throw new System.Net.WebSockets.WebSocketException("The line is closed.");
    }

    private void TakeIn(HubRevisions message)
    {
        lock (gate)
        {
            for (var i = 0; i < message.Revisions.Count; i++)
            {
                var version = message.FirstVersion + i;
                if (message.TextId != textId || version <= Version)
                    continue;
                if (version > Version + 1)
                    throw new LoadFailure($"After version {Version} came {version}.");
                Version = version;
                TakeIn(message.Revisions[i]);
            }
            if (awaited is { } wait && Version >= wait.Version)
            {
                awaited = null;
                wait.Reached.SetResult();
            }
        }
    }

    private void TakeIn(HubRevision revision)
    {
        Received?.Add((Version, revision));
        var sequence = sequences[revision.ClientId] = sequences.GetValueOrDefault(revision.ClientId) + 1;
        Arrived(revision.ClientId, sequence);
        if (revision.ClientId == clientId)
        {
            pending.RemoveAt(0);
            Confirmed++;
            return;
        }
        var changes = revision.Changes;
        for (var i = 0; i < pending.Count; i++)
        {
            var own = pending[i];
            pending[i] = own.Map(changes);
            changes = changes.Map(own, before: true);
        }
        Length = changes.NewLength;
        Document = Document is null ? null : changes.Apply(Document);
    }
}

/// <summary>Something is not as it must be; the load ends with a code other than zero.</summary>
public sealed class LoadFailure(string message) : Exception(message);
