using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;

namespace Workspace.Web.Texts.History;

/// <summary>
/// The histories that were looked at lately, woven once per server and text and carried on with what has been committed
/// since. The log is streamed, and only the most recently used are kept, up to a total length.
/// </summary>
public sealed class TextWeaves(IDbContextFactory<WorkspaceDb> factory, TimeProvider time)
{
    /// <summary>Stands for what nobody knows any more: written before the first revision that is kept, and gone since.</summary>
    private const char Unknown = '\uFFFD';

    private const int MostTexts = 40;

    /// <summary>In UTF-16 units; what the pieces take is in proportion to it.</summary>
    private const long MostUnits = 16_000_000;

    private readonly ConcurrentDictionary<long, Entry> entries = new();

    /// <summary>Reads something of a text's history as it is now.</summary>
    /// <returns>Default if there is no such text.</returns>
    public async Task<T?> ReadAsync<T>(long textId, Func<WovenText, T> read, CancellationToken cancellationToken = default)
    {
        var entry = entries.GetOrAdd(textId, _ => new());
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            entry.UsedAt = time.GetTimestamp();
            await CatchUpAsync(textId, entry, cancellationToken);
            if (entry.Woven is null)
            {
                entries.TryRemove(new(textId, entry));
                return default;
            }
            return read(entry.Woven);
        }
        catch (ArgumentException)
        {
            // A log that does not fit together is woven anew, should it have been read in an unlucky moment.
            entries.TryRemove(new(textId, entry));
            throw;
        }
        finally
        {
            entry.Gate.Release();
            DropOldest(textId);
        }
    }

    private async Task CatchUpAsync(long textId, Entry entry, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var known = entry.Woven?.Version ?? 0;
        var news = db.Revisions.AsNoTracking()
            .Where(r => r.TextId == textId && r.Version > known)
            .OrderBy(r => r.Version)
            .Select(r => new { r.Version, r.AuthorId, r.At, r.Changes });
        Snapshot? snapshot = null;
        await foreach (var revision in news.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var changes = ChangeSet.Parse(revision.Changes);
            if (entry.Woven is null)
            {
                snapshot = changes.Length == 0 && revision.Version == 1 ? null : await SnapshotAsync(textId, cancellationToken);
                entry.Woven = Begin(revision.Version, changes.Length, snapshot);
            }
            entry.Woven.Add(new(revision.Version, revision.AuthorId, revision.At), changes);
        }
        if (entry.Woven is null && await SnapshotAsync(textId, cancellationToken) is { } only)
            entry.Woven = new(only.Text);
        else if (snapshot is not null && entry.Woven is { } woven && woven.Weave.TextAfter(0).Contains(Unknown))
            entry.Woven = await WeaveAgainAsync(db, textId, Recovered(woven, snapshot), cancellationToken);
    }

    private async Task<Snapshot?> SnapshotAsync(long textId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Texts.AsNoTracking().Where(t => t.Id == textId)
            .Select(t => new Snapshot(t.SnapshotVersion, t.Snapshot)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What stood there before the first revision is kept nowhere by itself.</summary>
    private static WovenText Begin(long firstVersion, int length, Snapshot? snapshot) =>
        new(length == 0 ? "" : snapshot is not null && snapshot.Version < firstVersion && snapshot.Text.Length == length ? snapshot.Text : new(Unknown, length));

    /// <summary>The first text, as far as it is still there in a snapshot of a later one.</summary>
    private static string Recovered(WovenText woven, Snapshot snapshot)
    {
        var change = woven.ChangeOf(snapshot.Version);
        var first = woven.Weave.TextAfter(0).ToCharArray();
        var (position, target) = (0, 0);
        foreach (var piece in woven.Weave.Pieces)
        {
            var isThere = piece.IsThereAfter(change);
            if (piece.Born == 0 && isThere)
                snapshot.Text.AsSpan(position, piece.Length).CopyTo(first.AsSpan(target));
            position += isThere ? piece.Length : 0;
            target += piece.Born == 0 ? piece.Length : 0;
        }
        return new(first);
    }

    private static async Task<WovenText> WeaveAgainAsync(WorkspaceDb db, long textId, string start, CancellationToken cancellationToken)
    {
        var woven = new WovenText(start);
        var all = db.Revisions.AsNoTracking().Where(r => r.TextId == textId).OrderBy(r => r.Version);
        await foreach (var revision in all.AsAsyncEnumerable().WithCancellation(cancellationToken))
            woven.Add(new(revision.Version, revision.AuthorId, revision.At), ChangeSet.Parse(revision.Changes));
        return woven;
    }

    private void DropOldest(long current)
    {
        while (entries.Count > MostTexts || entries.Values.Sum(entry => entry.Units) > MostUnits)
        {
            var oldest = entries.Where(entry => entry.Key != current).OrderBy(entry => entry.Value.UsedAt).FirstOrDefault();
            if (oldest.Value is null || !entries.TryRemove(oldest))
                return;
        }
    }

    private sealed record Snapshot(long Version, string Text);

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public WovenText? Woven { get; set; }

        public long UsedAt { get; set; }

        public long Units => Woven?.Weave.WovenLength ?? 0;
    }
}
