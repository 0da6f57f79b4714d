using System.Threading.Channels;
using Workspace.Text;

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

    private const int MaxBatch = 500;

    private readonly long textId;
    private readonly RevisionLog log;
    private readonly RevisionWriter writer;
    private readonly TextBroadcast broadcast;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly Lock gate = new();
    private readonly TextHistory history;
    private readonly Task worker;
    private readonly TextSnapshot snapshot;

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
        snapshot = new(textId, loaded.SnapshotVersion, log, logger);
        worker = Task.Run(WorkAsync);
    }

    /// <summary>Set while the session is being closed; ends when it is, or when it turned out to be needed.</summary>
    public Task? Closing { get; set; }

    /// <summary>
    /// The committed text; or only the revisions above the version the browser knows, unless that lies too far back. A
    /// browser that comes from another server may know more than this one, which then looks first.
    /// </summary>
    public async Task<(long Version, string? Text, IReadOnlyList<KnownRevision>? Revisions)> ReadAsync(long? knownVersion)
    {
        if (knownVersion > history.Version)
            await CatchUpAsync();
        long version;
        IReadOnlyList<KnownRevision> newer;
        lock (gate)
        {
            version = history.Version;
            if (knownVersion is not { } since || since < Math.Max(0, version - MaxBehind) || since > version)
                return (version, history.Document.ToString(), null);
            newer = history.Since(Math.Max(since, history.FirstKnown));
        }
        var known = knownVersion.Value;
        return (version, null, [.. await ReadOlderAsync(known, version - newer.Count), .. newer]);
    }

    /// <summary>Queues changes; the answer comes after their commit. Null if the session is closed; another must be opened.</summary>
    public Task<Submitted>? Submit(Submission submission) =>
        queue.Writer.TryWrite(new(submission, null)) ? submission.Answer.Task : null;

    /// <summary>Reads revisions that another server has added, in turn with what waits here; ends when they are known.</summary>
    public Task CatchUpAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return queue.Writer.TryWrite(new(null, done)) ? done.Task : Task.CompletedTask;
    }

    /// <summary>Finishes what waits, stores a last snapshot and ends.</summary>
    public async Task CloseAsync()
    {
        queue.Writer.TryComplete();
        await worker;
        await snapshot.FinishAsync(history.Version, history.Document);
    }

    private async Task WorkAsync()
    {
        var batch = new List<Submission>();
        var catchingUp = new List<TaskCompletionSource>();
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            catchingUp.Clear();
            while (batch.Count < MaxBatch && queue.Reader.TryRead(out var work))
            {
                if (work.Submission is { } submission)
                    batch.Add(submission);
                else
                    catchingUp.Add(work.CaughtUp!);
            }
            try
            {
                if (catchingUp.Count > 0 || batch.Any(submission => submission.BaseVersion > history.Version))
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
                _ = CatchUpAsync();
            }
            foreach (var done in catchingUp)
                done.TrySetResult();
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
                : await writer.AppendAsync(textId, batch.Added);
            if (result == AppendResult.Conflict)
            {
                if (!await ReadMissedAsync())
                    throw new InvalidOperationException("A version is taken, but not by a revision that can be read.");
                continue;
            }
            if (result == AppendResult.Done)
                Publish(batch.Added, batch.Document);
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
        return batch.Take(submission, await ReadOlderAsync(Math.Max(0, submission.BaseVersion), history.FirstKnown));
    }

    /// <summary>Revisions that are no longer at hand: those above one version, up to another.</summary>
    private async Task<IReadOnlyList<KnownRevision>> ReadOlderAsync(long above, long upTo) =>
        above >= upTo ? [] : [.. (await log.ReadAsync(textId, above, (int)(upTo - above))).Select(KnownRevision.Of)];

    /// <summary>What others see is on disk: called only with what is committed.</summary>
    private void Publish(IReadOnlyList<KnownRevision> revisions, TextDocument result)
    {
        if (revisions.Count == 0)
            return;
        lock (gate)
            history.Add(revisions, result);
        broadcast(textId, revisions, null);
        snapshot.Consider(history.Version, history.Document);
    }

    private void Refuse(string code, Submitted[] answers)
    {
        for (var i = 0; i < answers.Length; i++)
            answers[i] = answers[i].Refused is null ? Submitted.Refuse(code) : answers[i];
        broadcast(textId, [], code);
    }

    /// <returns>Whether there was anything.</returns>
    private async Task<bool> ReadMissedAsync()
    {
        var before = history.Version;
        while (await log.ReadAsync(textId, history.Version, MaxBehind) is { Count: > 0 } missed)
        {
            KnownRevision[] revisions = [.. missed.Select(KnownRevision.Of)];
            Publish(revisions, revisions.Aggregate(history.Document, (document, revision) => revision.Changes.Apply(document)));
        }
        return history.Version > before;
    }

    /// <summary>Either changes to commit, or somebody who waits for what other servers have added.</summary>
    private readonly record struct Work(Submission? Submission, TaskCompletionSource? CaughtUp);
}
