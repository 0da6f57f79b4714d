using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Rounds;

/// <summary>A round for members and one for the public of the same plan that are settled in one table (R34). Either names the other; together they are a pair.</summary>
internal static class JointRounds
{
    /// <summary>The other round of the pair; null for a round that is settled alone.</summary>
    public static Task<long?> PartnerAsync(WorkspaceDb db, long roundId, CancellationToken cancellationToken) => db.Rounds
        .Where(r => r.JointWithId == roundId || db.Rounds.Any(own => own.Id == roundId && own.JointWithId == r.Id))
        .OrderBy(r => r.Id).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Rounds of the plan for the other audience that are not in a pair with a third one.</summary>
    /// <param name="db">The database.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="roundId">The round that looks for another; 0 for a new one.</param>
    /// <param name="audience">Its audience.</param>
    public static IQueryable<CommentRound> Candidates(WorkspaceDb db, long planId, long roundId, RoundAudience audience) => db.Rounds.Where(
        r => r.PlanId == planId && r.Id != roundId && r.Audience != audience && (r.JointWithId == null || r.JointWithId == roundId)
            && !db.Rounds.Any(third => third.JointWithId == r.Id && third.Id != roundId));

    /// <summary>What named the round, and is not the one that it names now, is settled alone.</summary>
    public static async Task PartAsync(WorkspaceDb db, long roundId, long? but, CancellationToken cancellationToken)
    {
        foreach (var other in await db.Rounds.Where(r => r.JointWithId == roundId && r.Id != but).ToListAsync(cancellationToken))
            other.SettleAlone();
    }
}
