using System.Threading.Channels;

namespace Workspace.Web.Texts;

/// <summary>Who is to hear of a text: the browsers that have it open.</summary>
public delegate void TextBroadcast(long textId, IReadOnlyList<KnownRevision> revisions, string? refused);

/// <summary>
/// One open text on this server: a queue with one worker. It takes everything that waits, maps each change over what
/// came before it, commits all in one transaction, and only then answers the senders and tells everybody (T6). Where
/// another server was faster, it reads what it missed and works the batch out again.
/// </summary>
public sealed class TextSession
{
    /// <summary>How many revisions an editor may be behind, for instance after days without a connection.</summary>
    public const int MaxBehind = 20_000;

    /// <summary>Most changes in one call; more are sent in several.</summary>
    public const int MaxChanges = 1_000;

    private const int MaxResent = 2_000;
    private const int MaxBatch = 500;
    private const int SnapshotEvery = 500;

    private readonly long textId;
    private readonly RevisionLog log;
    private readonly RevisionWriter writer;
    private readonly TextBroadcast broadcast;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Channel<Submission?> queue = Channel.CreateUnbounded<Submission?>(new() { SingleReader = true });
    private readonly Lock gate = new();
    private readonly TextHistory history;
    private readonly Task worker;
    private Task snapshot = Task.CompletedTask;
    private long snapshotVersion;

    public TextSession(
        long textId, CommittedText loaded, RevisionLog log, RevisionWriter writer, TextBroadcast broadcast, TimeProvider time, ILogger logger)
    {
        this.textId = textId;
        this.log = log;
        this.writer = writer;
        this.broadcast = broadcast;
        this.time = time;
        this.logger = logger;
        history = new(loaded.Version, loaded.Document);
        snapshotVersion = loaded.SnapshotVersion;
        worker = Task.Run(WorkAsync);
    }

    /// <summary>The committed text; or only the revisions above the version the browser knows, where it is not far behind.</summary>
    public async Task<(long Version, string? Text, IReadOnlyList<RevisionMessage>? Revisions)> ReadAsync(long? knownVersion)
    {
        long version;
        lock (gate)
        {
            version = history.Version;
            if (knownVersion is not { } known || known > version || known < version - MaxResent)
                return (version, history.Document.ToString(), null);
            if (known >= history.FirstKnown)
                return (version, null, [.. history.Since(known).Select(r => r.ToMessage())]);
        }
        // This server may have opened the text later than the browser.
        var missed = await log.ReadAsync(textId, knownVersion.Value, (int)(version - knownVersion.Value));
        return (version, null, [.. missed.Select(r => KnownRevision.Of(r).ToMessage())]);
    }

    /// <summary>Queues changes; the answer comes after their commit.</summary>
    /// <exception cref="ObjectDisposedException">The session is closed; another must be opened.</exception>
    public Task<Submitted> SubmitAsync(Submission submission)
    {
        if (!queue.Writer.TryWrite(submission))
            throw new ObjectDisposedException(nameof(TextSession));
        return submission.Answer.Task;
    }

    /// <summary>Another server has added revisions; they are read in turn with what waits here.</summary>
    public void CatchUp() => queue.Writer.TryWrite(null);

    /// <summary>Finishes what waits, stores a last snapshot and ends.</summary>
    public async Task CloseAsync()
    {
        queue.Writer.TryComplete();
        await worker;
        await snapshot;
        if (history.Version > snapshotVersion)
            await SaveSnapshotAsync(history.Version, history.Document.ToString());
    }

    private async Task WorkAsync()
    {
        var batch = new List<Submission>();
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            var mustCatchUp = false;
            while (batch.Count < MaxBatch && queue.Reader.TryRead(out var work))
            {
                if (work is null)
                    mustCatchUp = true;
                else
                    batch.Add(work);
            }
            try
            {
                if (mustCatchUp)
                    await ReadMissedAsync();
                if (batch.Count > 0)
                    await CommitAsync(batch);
            }
            catch (Exception fault)
            {
                logger.LogError(fault, "Text {TextId} could not be written", textId);
                foreach (var submission in batch)
                    submission.Answer.TrySetException(fault);
                // Nobody knows whether the commit went through; the log does.
                CatchUp();
            }
        }
    }

    private async Task CommitAsync(List<Submission> submissions)
    {
        while (true)
        {
            var batch = new TextBatch(history, time.GetUtcNow());
            var answers = new Submitted[submissions.Count];
            for (var i = 0; i < answers.Length; i++)
                answers[i] = await TakeAsync(batch, submissions[i]);

            var result = batch.Added.Count == 0
                ? AppendResult.Done
                : await writer.AppendAsync(textId, [.. batch.Added.Select(r => r.ToStored(textId))]);
            if (result == AppendResult.Conflict)
            {
                await ReadMissedAsync();
                continue;
            }
            if (result == AppendResult.Done)
                Publish(batch.Added);
            else
                Refuse(result == AppendResult.Locked ? TextRefusals.Locked : TextRefusals.Gone, answers);
            for (var i = 0; i < answers.Length; i++)
                submissions[i].Answer.TrySetResult(answers[i]);
            return;
        }
    }

    private async Task<Submitted> TakeAsync(TextBatch batch, Submission submission)
    {
        if (!history.IsKnown(submission.ClientId))
            history.Learn(submission.ClientId, await log.LastOfClientAsync(textId, submission.ClientId));
        if (submission.BaseVersion < history.Version - MaxBehind)
            return Submitted.Refuse(TextRefusals.TooOld);
        var missing = (int)Math.Max(0, history.FirstKnown - Math.Max(0, submission.BaseVersion));
        var older = missing == 0 ? [] : await log.ReadAsync(textId, submission.BaseVersion, missing);
        return batch.Take(submission, [.. older.Select(KnownRevision.Of)]);
    }

    /// <summary>What others see is on disk: called only with what is committed.</summary>
    private void Publish(IReadOnlyList<KnownRevision> revisions)
    {
        if (revisions.Count == 0)
            return;
        lock (gate)
            history.Add(revisions);
        broadcast(textId, revisions, null);
        if (history.Version - snapshotVersion >= SnapshotEvery && snapshot.IsCompleted)
        {
            var (version, document) = (history.Version, history.Document);
            snapshotVersion = version;
            snapshot = Task.Run(() => SaveSnapshotAsync(version, document.ToString()));
        }
    }

    private void Refuse(string code, Submitted[] answers)
    {
        for (var i = 0; i < answers.Length; i++)
            answers[i] = answers[i].Refused is null ? Submitted.Refuse(code) : answers[i];
        broadcast(textId, [], code);
    }

    private async Task ReadMissedAsync()
    {
        while (await log.ReadAsync(textId, history.Version, MaxBehind) is { Count: > 0 } missed)
            Publish([.. missed.Select(KnownRevision.Of)]);
    }

    private async Task SaveSnapshotAsync(long version, string text)
    {
        try
        {
            await log.SaveSnapshotAsync(textId, version, text);
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "No snapshot of text {TextId} was stored; opening it takes longer", textId);
        }
    }
}
