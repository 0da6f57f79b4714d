using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds;

/// <summary>One change of one round: its transaction's context, the round, and what the acting person is in its group.</summary>
/// <param name="Db">The transaction's context.</param>
/// <param name="Round">Held until the transaction ends.</param>
/// <param name="Standing">Of who acts.</param>
/// <param name="Zone">The group's.</param>
/// <param name="Now">Read while the round was held, so that it decides on which side of the deadline a change lies (R29).</param>
public sealed record RoundChange(WorkspaceDb Db, CommentRound Round, GroupStanding Standing, string Zone, DateTimeOffset Now)
{
    public DateOnly Today => Now.DayIn(Zone);

    public Task LoadInviteesAsync(CancellationToken cancellationToken) => Db.Entry(Round).Collection(r => r.Invitees).LoadAsync(cancellationToken);
}

/// <summary>Lets changes of a round happen one after another: each in a transaction that holds the round's row. A refusal saves nothing.</summary>
public sealed class RoundChanges(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    public static Func<WorkspaceDb, IQueryable<long>> Of(long roundId) => db => db.Rounds.Where(r => r.Id == roundId).Select(r => r.Id);

    /// <param name="by">Who acts.</param>
    /// <param name="round">The round of what is to be changed; none where there is no such thing.</param>
    /// <param name="may">What the person must be in the group.</param>
    /// <param name="change">Changes, or says why not.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome<T>> ChangeAsync<T>(
        long by, Func<WorkspaceDb, IQueryable<long>> round, Func<GroupStanding, bool> may, Func<RoundChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        HoldAsync<T>(round, async (db, held, zone, now) =>
        {
            var standing = await access.FindAsync(db, held.GroupId, by, now.DayIn(zone), cancellationToken);
            return standing.RefusalTo(may) is { } refusal ? refusal : await change(new(db, held, standing, zone, now));
        }, cancellationToken);

    /// <summary>A change that yields nothing but, where it is refused, the reason.</summary>
    public async Task<Outcome> StepAsync(
        long by, Func<WorkspaceDb, IQueryable<long>> round, Func<GroupStanding, bool> may, Func<RoundChange, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        new((await ChangeAsync(by, round, may, HeldRows.Yielding(step), cancellationToken)).Refusal);

    /// <summary>A step that nobody asks for, such as a deadline that has come; it counts as that of who made the round.</summary>
    public Task KeepAsync(long roundId, Func<RoundChange, Task> step, CancellationToken cancellationToken) =>
        HoldAsync<bool>(Of(roundId), async (db, held, zone, now) =>
        {
            await step(new(db, held, GroupAccess.Stranger(held.CreatedBy), zone, now));
            return true;
        }, cancellationToken);

    /// <summary>A change by somebody without an account, in a round for the public.</summary>
    public Task<Outcome<T>> ByPublicAsync<T>(long roundId, Func<RoundChange, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        HoldAsync<T>(
            db => db.Rounds.Where(r => r.Id == roundId && r.Audience == RoundAudience.Public).Select(r => r.Id),
            (db, held, zone, now) => change(new(db, held, GroupAccess.Stranger(0), zone, now)), cancellationToken);

    private Task<Outcome<T>> HoldAsync<T>(
        Func<WorkspaceDb, IQueryable<long>> round, Func<WorkspaceDb, CommentRound, string, DateTimeOffset, Task<Outcome<T>>> change, CancellationToken cancellationToken) =>
        factory.ChangeAsync<CommentRound, T>(
            db => round(db).SingleOrDefaultAsync(cancellationToken),
            async (db, held) => await change(db, held, await db.Groups.Where(g => g.Id == held.GroupId).Select(g => g.TimeZone).SingleAsync(cancellationToken), time.GetUtcNow()),
            cancellationToken);
}
