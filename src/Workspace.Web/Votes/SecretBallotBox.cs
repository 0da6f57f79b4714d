using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Votes;

/// <summary>Keeps secret choices apart from who has voted (V3).</summary>
internal static class SecretBallotBox
{
    /// <returns>The receipt.</returns>
    public static async Task<Outcome<string>> CastAsync(WorkspaceDb db, Vote vote, long seatId, Mark mark, string? receipt, CancellationToken cancellationToken)
    {
        var hasVoted = await db.VoteParticipations.AnyAsync(p => p.VoteId == vote.Id && p.SeatId == seatId, cancellationToken);
        if (!hasVoted)
        {
            var code = Receipt.New();
            db.Add(new VoteParticipation(vote.Id, seatId));
            db.Add(new SecretBallot(vote.Id, code, mark));
            return code;
        }
        // Only the code leads to the ballot: without it not even its voter can change it.
        if (receipt is null || await db.SecretBallots.SingleOrDefaultAsync(b => b.VoteId == vote.Id && b.Receipt == receipt, cancellationToken) is not { } ballot)
            return new Refusal("SeatHasVotedSecretly");
        ballot.Change(mark);
        return receipt;
    }

    /// <summary>
    /// PostgreSQL keeps rows as they came, each with the number of the transaction that wrote it, which two rows of one ballot
    /// would share. All rows of the vote are written anew in the order of their keys; SQLite's tables have no other order.
    /// </summary>
    public static async Task ForgetOrderAsync(WorkspaceDb db, long voteId, CancellationToken cancellationToken)
    {
        if (db is not PostgreSqlWorkspaceDb)
            return;
        await db.Database.ExecuteSqlAsync($"""
            WITH old AS (DELETE FROM "SecretBallots" WHERE "VoteId" = {voteId} RETURNING *)
            INSERT INTO "SecretBallots" SELECT * FROM old ORDER BY "Receipt"
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            WITH old AS (DELETE FROM "VoteParticipations" WHERE "VoteId" = {voteId} RETURNING *)
            INSERT INTO "VoteParticipations" SELECT * FROM old ORDER BY "SeatId"
            """, cancellationToken);
    }
}
