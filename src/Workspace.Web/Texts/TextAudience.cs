using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

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
    public ConcurrentDictionary<long, bool> Texts { get; } = new();

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
            TellPeople(textId);
    }

    public bool IsWatched(long textId) => connections.Values.Any(connection => connection.Texts.ContainsKey(textId));

    public IReadOnlyList<TextPerson> PeopleAt(long textId) =>
        [.. connections.Values.Where(c => c.Texts.ContainsKey(textId)).Select(c => c.Person).DistinctBy(p => p.Id).OrderBy(p => p.Id)];

    public void TellPeople(long textId) => Send(hub.Clients.Group(GroupOf(textId)).People(textId, PeopleAt(textId)));

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

    /// <summary>Takes a text away from a browser that may no longer read it.</summary>
    public async Task ExpelAsync(TextConnection connection, long textId, string code)
    {
        await hub.Groups.RemoveFromGroupAsync(connection.Id, GroupOf(textId));
        if (!connection.Texts.TryRemove(textId, out _))
            return;
        TellRefused(connection, textId, code);
        TellPeople(textId);
    }

    public void TellRefused(TextConnection connection, long textId, string code) =>
        Send(hub.Clients.Client(connection.Id).Refused(textId, code));

    private void Send(Task sending) => _ = sending.ContinueWith(
        task => log.LogWarning(task.Exception, "A message to browsers was not sent"),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);
}
