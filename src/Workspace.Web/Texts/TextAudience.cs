using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Texts;

/// <summary>What the server calls in browsers.</summary>
public interface ITextClient
{
    /// <summary>Committed changes in order, one's own included.</summary>
    Task Revisions(long textId, long firstVersion, IReadOnlyList<RevisionMessage> revisions);

    Task Pointed(long textId, TextPerson person, long version, int anchor, int head);

    Task People(long textId, IReadOnlyList<TextPerson> people);

    /// <summary>The text can no longer be written by this browser, and why.</summary>
    Task Refused(long textId, string code);

    /// <summary>A thread of comments as it is now; null where threads may have changed unheard and are to be read again.</summary>
    Task Commented(long textId, CommentThread? thread);

    /// <summary>The person's right to write has changed, for instance because the meeting began.</summary>
    Task Access(long textId, bool canEdit);
}

/// <summary>One browser page connected to the text hub.</summary>
public sealed class TextConnection(string id, TextPerson person, ClaimsPrincipal user, Action cut)
{
    public string Id => id;

    public TextPerson Person => person;

    /// <summary>The sign-in with which it came, which may have ended since.</summary>
    public ClaimsPrincipal User => user;

    /// <summary>The texts it has open, with whether it may write them.</summary>
    public ConcurrentDictionary<long, bool> Texts { get; } = new(concurrencyLevel: 1, capacity: 3);

    public long LastPointedAt { get; set; }

    public void Cut() => cut();
}

/// <summary>
/// Who has which text open on this server, and telling them. Nothing waits for a slow browser: messages to one keep
/// their order in its own queue, it notices a gap by the version, and one that stops answering is cut by SignalR.
/// </summary>
public sealed class TextAudience(IHubContext<TextHub, ITextClient> hub, ILogger<TextAudience> log)
{
    private readonly ConcurrentDictionary<string, TextConnection> connections = new();
    private readonly Lock gate = new();

    /// <summary>Who is at each text, with the number of pages in which they have it open.</summary>
    private readonly Dictionary<long, Dictionary<TextPerson, int>> readers = [];

    public IEnumerable<TextConnection> Connections => connections.Values;

    public static string GroupOf(long textId) => $"text-{textId}";

    public void Connect(TextConnection connection) => connections[connection.Id] = connection;

    public TextConnection? Find(string connectionId) => connections.GetValueOrDefault(connectionId);

    /// <summary>Takes a lost connection out, and tells the others who is still there.</summary>
    public void Disconnect(string connectionId)
    {
        if (!connections.TryRemove(connectionId, out var gone))
            return;
        foreach (var textId in gone.Texts.Keys)
            Leave(gone, textId);
    }

    public async Task EnterAsync(TextConnection connection, long textId)
    {
        await hub.Groups.AddToGroupAsync(connection.Id, GroupOf(textId));
        if (connection.Texts.TryAdd(textId, false))
            Count(connection.Person, textId, 1);
        // The line may have been lost meanwhile, and nobody else would count it out.
        if (Find(connection.Id) is null)
            Leave(connection, textId);
    }

    public async Task LeaveAsync(TextConnection connection, long textId)
    {
        await hub.Groups.RemoveFromGroupAsync(connection.Id, GroupOf(textId));
        Leave(connection, textId);
    }

    public bool IsWatched(long textId)
    {
        lock (gate)
            return readers.ContainsKey(textId);
    }

    public IReadOnlyList<long> Watched()
    {
        lock (gate)
            return [.. readers.Keys];
    }

    public IReadOnlyList<TextPerson> PeopleAt(long textId)
    {
        lock (gate)
            return readers.TryGetValue(textId, out var people) ? [.. people.Keys.OrderBy(person => person.Id)] : [];
    }

    public void Tell(long textId, IReadOnlyList<KnownRevision> revisions, string? refused)
    {
        var everybody = hub.Clients.Group(GroupOf(textId));
        if (revisions.Count > 0)
            Send(everybody.Revisions(textId, revisions[0].Version, [.. revisions.Select(r => r.ToMessage())]));
        if (refused is not null)
            Send(everybody.Refused(textId, refused));
    }

    public void TellAccess(TextConnection connection, long textId, bool canEdit) =>
        Send(hub.Clients.Client(connection.Id).Access(textId, canEdit));

    public void TellRefused(TextConnection connection, long textId, string code) =>
        Send(hub.Clients.Client(connection.Id).Refused(textId, code));

    public void TellComment(long textId, CommentThread? thread) => Send(hub.Clients.Group(GroupOf(textId)).Commented(textId, thread));

    private void Leave(TextConnection connection, long textId)
    {
        if (connection.Texts.TryRemove(textId, out _))
            Count(connection.Person, textId, -1);
    }

    /// <summary>Counts pages in and out; only somebody's first and last is news to the others.</summary>
    private void Count(TextPerson person, long textId, int change)
    {
        lock (gate)
        {
            if (!readers.TryGetValue(textId, out var people))
                readers[textId] = people = [];
            var pages = people.GetValueOrDefault(person) + change;
            if (pages > 0)
                people[person] = pages;
            else
                people.Remove(person);
            if (people.Count == 0)
                readers.Remove(textId);
            // Within the lock, so that the last message is the one that holds; sending does not wait.
            if (pages == 0 || (pages == 1 && change > 0))
                Send(hub.Clients.Group(GroupOf(textId)).People(textId, PeopleAt(textId)));
        }
    }

    private void Send(Task sending) => _ = sending.ContinueWith(
        task => log.LogWarning(task.Exception, "A message to browsers was not sent"),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);
}
