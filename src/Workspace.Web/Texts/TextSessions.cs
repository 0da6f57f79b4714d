using System.Collections.Concurrent;
using Workspace.Web.Live;

namespace Workspace.Web.Texts;

/// <summary>The texts that are open on this server. A text is opened by whoever comes first, and closed some time after the last has left.</summary>
public sealed class TextSessions : IAsyncDisposable
{
    private readonly RevisionLog log;
    private readonly RevisionWriter writer;
    private readonly TextAudience audience;
    private readonly TimeProvider time;
    private readonly ILogger<TextSession> logger;
    private readonly LiveUpdates live;
    private readonly ConcurrentDictionary<long, Lazy<Task<TextSession?>>> open = new();

    public TextSessions(RevisionLog log, RevisionWriter writer, TextAudience audience, TimeProvider time, ILogger<TextSession> logger, LiveUpdates live)
    {
        this.log = log;
        this.writer = writer;
        this.audience = audience;
        this.time = time;
        this.logger = logger;
        this.live = live;
        live.Announced += Hear;
        live.MissedSome += CatchUpAll;
    }

    /// <summary>A text says something else than before, whichever server it was written on; called within the writing, so be quick.</summary>
    public event Action<long>? Changed;

    /// <returns>The session of a text; null if there is no such text.</returns>
    public async Task<TextSession?> OpenAsync(long textId)
    {
        while (true)
        {
            var entry = open.GetOrAdd(textId, id => new Lazy<Task<TextSession?>>(() => LoadAsync(id)));
            TextSession? session = null;
            try
            {
                session = await entry.Value;
            }
            finally
            {
                if (session is null)
                    open.TryRemove(new(textId, entry));
            }
            if (session?.Closing is not { } closing)
                return session;
            await closing;
        }
    }

    /// <summary>Submits to the text's session; a session that closed in between is opened again.</summary>
    public async Task<Submitted> SubmitAsync(long textId, Submission submission)
    {
        while (await OpenAsync(textId) is { } session)
        {
            if (session.Submit(submission) is { } answer)
                return await answer;
        }
        return Submitted.Refuse(TextRefusals.Gone);
    }

    /// <summary>Closes the sessions of texts that nobody has open any more.</summary>
    public async Task CloseUnwatchedAsync()
    {
        foreach (var (textId, entry) in open)
        {
            if (!audience.IsWatched(textId) && await entry.Value is { } session)
                await CloseAsync(textId, entry, session);
        }
    }

    public async ValueTask DisposeAsync()
    {
        live.Announced -= Hear;
        live.MissedSome -= CatchUpAll;
        foreach (var entry in open.Values)
        {
            if (entry.IsValueCreated && await entry.Value is { } session)
                await session.CloseAsync();
        }
    }

    private async Task CloseAsync(long textId, Lazy<Task<TextSession?>> entry, TextSession session)
    {
        var closing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Closing = closing.Task;
        try
        {
            // Who opens a text first says so and then asks for the session: either it is seen here, or it sees the mark.
            Interlocked.MemoryBarrier();
            if (audience.IsWatched(textId))
            {
                session.Closing = null;
                return;
            }
            await session.CloseAsync();
            open.TryRemove(new(textId, entry));
        }
        finally
        {
            closing.SetResult();
        }
    }

    private async Task<TextSession?> LoadAsync(long textId) =>
        await log.LoadAsync(textId) is { } loaded
            ? new TextSession(textId, loaded, log, writer, Tell, time, logger)
            : null;

    private void Tell(long textId, IReadOnlyList<KnownRevision> revisions, string? refused)
    {
        audience.Tell(textId, revisions, refused);
        if (revisions.Count > 0)
            Changed?.Invoke(textId);
    }

    private void Hear(LiveTopic topic)
    {
        if (topic.Kind != RevisionLog.TopicKind)
            return;
        if (open.ContainsKey(topic.Id))
            CatchUp(topic.Id);
        else
            Changed?.Invoke(topic.Id);
    }

    private void CatchUpAll()
    {
        foreach (var textId in open.Keys)
            CatchUp(textId);
    }

    private void CatchUp(long textId)
    {
        if (open.TryGetValue(textId, out var entry) && entry is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } session } })
            _ = session.CatchUpAsync();
    }
}
