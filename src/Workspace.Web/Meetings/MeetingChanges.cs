using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings;

/// <summary>One change of one meeting: its transaction's context, the meeting, and what the acting person is in its group.</summary>
public sealed record MeetingChange(WorkspaceDb Db, Meeting Meeting, GroupStanding Standing, DateTimeOffset Now)
{
    public void Record(MeetingEventKind kind, long? itemId = null, string? detail = null) =>
        Db.Add(new MeetingEvent(Meeting.Id, kind, Now, Standing.PersonId, itemId, detail));
}

/// <summary>
/// Lets changes of a meeting happen one after another: each in a transaction that holds the meeting's row, so that what
/// was checked is still so when it is saved. A refusal saves nothing.
/// </summary>
public sealed class MeetingChanges(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    public Task<Outcome<T>> ChangeAsync<T>(
        long by, long meetingId, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        RunAsync(by, _ => Task.FromResult<long?>(meetingId), may, change, cancellationToken);

    public Task<Outcome<T>> ChangeByItemAsync<T>(
        long by, long itemId, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        RunAsync(
            by,
            db => db.AgendaItems.Where(i => i.Id == itemId).Select(i => (long?)i.MeetingId).SingleOrDefaultAsync(cancellationToken),
            may,
            change,
            cancellationToken);

    public Task<Outcome<T>> ChangeByVoteAsync<T>(
        long by, long voteId, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        RunAsync(
            by,
            db => db.Votes.Where(v => v.Id == voteId).Select(v => (long?)v.MeetingId).SingleOrDefaultAsync(cancellationToken),
            may,
            change,
            cancellationToken);

    private async Task<Outcome<T>> RunAsync<T>(
        long by, Func<WorkspaceDb, Task<long?>> meetingId, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Outcome<T>>> change, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await meetingId(db) is not { } id || await db.HoldMeetingAsync(id, cancellationToken) is not { } meeting)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, meeting.GroupId, by, now.DayIn(meeting.TimeZone), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        if (!may(standing))
            return Refusal.NotAllowed;
        var outcome = await change(new(db, meeting, standing, now));
        if (!outcome.IsDone)
            return outcome;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }
}

internal static class HeldRows
{
    /// <summary>The meeting, held until the transaction ends. SQLite's transactions hold the whole database from their start.</summary>
    public static Task<Meeting?> HoldMeetingAsync(this WorkspaceDb db, long id, CancellationToken cancellationToken) => db is PostgreSqlWorkspaceDb
        ? FirstAsync(db.Meetings.FromSql($"""SELECT * FROM "Meetings" WHERE "Id" = {id} FOR NO KEY UPDATE"""), cancellationToken)
        : db.Meetings.SingleOrDefaultAsync(m => m.Id == id, cancellationToken);

    /// <summary>The group, held until the transaction ends.</summary>
    public static Task<Group?> HoldGroupAsync(this WorkspaceDb db, long id, CancellationToken cancellationToken) => db is PostgreSqlWorkspaceDb
        ? FirstAsync(db.Groups.FromSql($"""SELECT * FROM "Groups" WHERE "Id" = {id} FOR NO KEY UPDATE"""), cancellationToken)
        : db.Groups.SingleOrDefaultAsync(g => g.Id == id, cancellationToken);

    // Without composing: a lock belongs to the outermost query.
    private static async Task<T?> FirstAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class => (await rows.ToListAsync(cancellationToken)).SingleOrDefault();
}
