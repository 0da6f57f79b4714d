using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workspace.Text;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Texts;

public enum AppendResult { Done, Conflict, Locked, Gone }

/// <summary>What is committed of a text.</summary>
public sealed record CommittedText(long Version, TextDocument Document, long SnapshotVersion, bool IsLocked);

/// <summary>The log of revisions in the database: reading it, and adding to it.</summary>
public sealed class RevisionLog(IDbContextFactory<WorkspaceDb> factory)
{
    /// <summary>Heard by other servers only: the text has revisions that they do not know yet.</summary>
    public const string TopicKind = "revisions";

    /// <returns>Snapshot and tail put together; null if there is no such text.</returns>
    public async Task<CommittedText?> LoadAsync(long textId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await LoadAsync(db, textId, cancellationToken);
    }

    public static async Task<CommittedText?> LoadAsync(WorkspaceDb db, long textId, CancellationToken cancellationToken = default)
    {
        var text = await db.Texts.AsNoTracking().SingleOrDefaultAsync(t => t.Id == textId, cancellationToken);
        if (text is null)
            return null;
        var tail = await db.Revisions.AsNoTracking()
            .Where(r => r.TextId == textId && r.Version > text.SnapshotVersion)
            .OrderBy(r => r.Version)
            .Select(r => new { r.Version, r.Changes })
            .ToListAsync(cancellationToken);
        var document = TextDocument.From(text.Snapshot);
        if (tail.Count > 0)
            document = Join([.. tail.Select(revision => ChangeSet.Parse(revision.Changes))]).Apply(document);
        return new(tail.Count > 0 ? tail[^1].Version : text.SnapshotVersion, document, text.SnapshotVersion, text.LockedAt is not null);
    }

    /// <summary>All as one change; by halves, because adding one after the other to an ever longer change would take the square of their number.</summary>
    private static ChangeSet Join(ReadOnlySpan<ChangeSet> changes) => changes.Length == 1
        ? changes[0]
        : Join(changes[..(changes.Length / 2)]).Compose(Join(changes[(changes.Length / 2)..]));

    /// <returns>The revisions above a version in order, at most <paramref name="most"/>.</returns>
    public async Task<IReadOnlyList<TextRevision>> ReadAsync(long textId, long above, int most, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Revisions.AsNoTracking()
            .Where(r => r.TextId == textId && r.Version > above)
            .OrderBy(r => r.Version).Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <returns>The last revision stored of a client's; null if there is none.</returns>
    public async Task<TextRevision?> LastOfClientAsync(long textId, string clientId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Revisions.AsNoTracking()
            .Where(r => r.TextId == textId && r.ClientId == clientId)
            .OrderByDescending(r => r.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// Adds revisions on PostgreSQL, if the text is there and open, in one transaction: the lock is read under a shared
    /// row lock, so that none can come in between, and other servers hear of it with the commit.
    /// </summary>
    /// <exception cref="DbException">Nothing is committed. See <see cref="IsTaken"/>.</exception>
    public static async Task<AppendResult> AppendAsync(IDbContextFactory<WorkspaceDb> factory, long textId, IReadOnlyList<KnownRevision> revisions)
    {
        await using var db = await factory.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var text = await db.Texts.FromSql($"SELECT * FROM \"Texts\" WHERE \"Id\" = {textId} FOR SHARE").AsNoTracking()
            .Select(t => new { t.LockedAt })
            .SingleOrDefaultAsync();
        if (text is null or { LockedAt: not null })
            return text is null ? AppendResult.Gone : AppendResult.Locked;
        var versions = revisions.Select(r => r.Version).ToArray();
        var authors = revisions.Select(r => r.AuthorId).ToArray();
        var clients = revisions.Select(r => r.ClientId).ToArray();
        var sequences = revisions.Select(r => r.Sequence).ToArray();
        var moments = revisions.Select(r => r.At.UtcDateTime).ToArray();
        var changes = revisions.Select(r => r.Json).ToArray();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "TextRevisions" ("TextId", "Version", "AuthorId", "ClientId", "Sequence", "At", "Changes")
            SELECT {textId}, * FROM unnest({versions}, {authors}, {clients}, {sequences}, {moments}, {changes})
            """);
        await db.TellOtherServersAsync([new LiveTopic(TopicKind, textId)]);
        await transaction.CommitAsync();
        return AppendResult.Done;
    }

    /// <summary>Stores a snapshot if it is newer than the one there. Losing it loses nothing but time.</summary>
    public async Task SaveSnapshotAsync(long textId, long version, string text)
    {
        await using var db = await factory.CreateDbContextAsync();
        await db.Texts.Where(t => t.Id == textId && t.SnapshotVersion < version).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.Snapshot, text)
            .SetProperty(t => t.SnapshotVersion, version));
    }

    /// <summary>Whether an append failed because a key was taken, and not because the database is out of order.</summary>
    public static bool IsTaken(DbException fault) => fault switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY,
        _ => false,
    };
}
