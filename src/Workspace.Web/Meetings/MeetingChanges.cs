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
        RunAsync(by, _ => Task.FromResult(meetingId), may, change, cancellationToken);

    /// <param name="by">Who acts.</param>
    /// <param name="meeting">The meeting of what is to be changed; none where there is no such thing.</param>
    /// <param name="may">What the person must be in the group.</param>
    /// <param name="change">Changes, or says why not.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome<T>> ChangeAsync<T>(
        long by, Func<WorkspaceDb, IQueryable<long>> meeting, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        RunAsync(by, db => meeting(db).SingleOrDefaultAsync(cancellationToken), may, change, cancellationToken);

    /// <summary>A change that yields nothing but, where it is refused, the reason.</summary>
    public async Task<Outcome> StepAsync(
        long by, long meetingId, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        new((await ChangeAsync(by, meetingId, may, HeldRows.Yielding(step), cancellationToken)).Refusal);

    /// <inheritdoc cref="ChangeAsync{T}(long, Func{WorkspaceDb, IQueryable{long}}, Func{GroupStanding, bool}, Func{MeetingChange, Task{Outcome{T}}}, CancellationToken)"/>
    public async Task<Outcome> StepAsync(
        long by, Func<WorkspaceDb, IQueryable<long>> meeting, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        new((await ChangeAsync(by, meeting, may, HeldRows.Yielding(step), cancellationToken)).Refusal);

    /// <summary>A step that nobody asks for, such as a deadline that has come; it is recorded as that of who called the meeting's votes or items last.</summary>
    public async Task<Outcome> KeepAsync(long meetingId, Func<MeetingChange, Task> step, CancellationToken cancellationToken) =>
        new((await factory.ChangeAsync<Meeting, bool>(_ => Task.FromResult(meetingId), async (db, meeting) =>
        {
            var last = await db.MeetingEvents.Where(e => e.MeetingId == meetingId).OrderByDescending(e => e.Id).Select(e => e.PersonId).FirstOrDefaultAsync(cancellationToken);
            await step(new(db, meeting, GroupAccess.Stranger(last), time.GetUtcNow()));
            return true;
        }, cancellationToken)).Refusal);

    private Task<Outcome<T>> RunAsync<T>(
        long by, Func<WorkspaceDb, Task<long>> meetingId, Func<GroupStanding, bool> may, Func<MeetingChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        factory.ChangeAsync<Meeting, T>(meetingId, async (db, meeting) =>
        {
            var now = time.GetUtcNow();
            var standing = await access.FindAsync(db, meeting.GroupId, by, now.DayIn(meeting.TimeZone), cancellationToken);
            return standing.RefusalTo(may) is { } refusal ? refusal : await change(new(db, meeting, standing, now));
        }, cancellationToken);
}
