using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Texts;

/// <summary>
/// Adds revisions to SQLite by prepared statements on a connection that stays open: this is what every keystroke waits
/// for. Not for two threads at a time.
/// </summary>
public sealed class SqliteAppender : IAsyncDisposable
{
    private readonly WorkspaceDb db;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteCommand insert;

    private SqliteAppender(WorkspaceDb db)
    {
        this.db = db;
        connection = (SqliteConnection)db.Database.GetDbConnection();
        find = connection.CreateCommand();
        find.CommandText = """SELECT "LockedAt" IS NOT NULL FROM "Texts" WHERE "Id" = $text""";
        find.Parameters.Add("$text", SqliteType.Integer);
        insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO "TextRevisions" ("TextId", "Version", "AuthorId", "ClientId", "Sequence", "At", "Changes")
            VALUES ($text, $version, $author, $client, $sequence, $at, $changes)
            """;
        foreach (var name in new[] { "$text", "$version", "$author", "$client", "$sequence", "$at", "$changes" })
            insert.Parameters.Add(new() { ParameterName = name });
    }

    public static async Task<SqliteAppender> OpenAsync(IDbContextFactory<WorkspaceDb> factory)
    {
        var db = await factory.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        return new(db);
    }

    /// <summary>Commits the revisions of several texts in one transaction. Those of a text that is locked or gone are left out.</summary>
    /// <exception cref="SqliteException">Nothing is committed. See <see cref="RevisionLog.IsTaken"/>.</exception>
    public AppendResult[] Append(IReadOnlyList<(long TextId, IReadOnlyList<KnownRevision> Revisions)> appends)
    {
        var results = new AppendResult[appends.Count];
        // Immediate, so that no lock can come between looking for one and the commit.
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
        find.Transaction = insert.Transaction = transaction;
        for (var i = 0; i < results.Length; i++)
        {
            var (textId, revisions) = appends[i];
            find.Parameters[0].Value = textId;
            results[i] = find.ExecuteScalar() switch
            {
                0L => AppendResult.Done,
                1L => AppendResult.Locked,
                _ => AppendResult.Gone,
            };
            if (results[i] == AppendResult.Done)
                Insert(textId, revisions);
        }
        transaction.Commit();
        return results;
    }

    public async ValueTask DisposeAsync()
    {
        await find.DisposeAsync();
        await insert.DisposeAsync();
        await db.DisposeAsync();
    }

    private void Insert(long textId, IReadOnlyList<KnownRevision> revisions)
    {
        var parameters = insert.Parameters;
        parameters[0].Value = textId;
        foreach (var revision in revisions)
        {
            parameters[1].Value = revision.Version;
            parameters[2].Value = revision.AuthorId;
            parameters[3].Value = revision.ClientId;
            parameters[4].Value = revision.Sequence;
            parameters[5].Value = revision.At.UtcDateTime;
            parameters[6].Value = revision.Json;
            insert.ExecuteNonQuery();
        }
    }
}
