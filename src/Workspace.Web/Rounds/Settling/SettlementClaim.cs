using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Rounds.Settling;

/// <summary>
/// A decision on a comment is being brought into the item's text, which is written apart from it. Until it is noted nobody
/// decides otherwise, so that no decision is called saved and then replaced unseen.
/// </summary>
public sealed class SettlementClaim
{
    /// <summary>What a server that was killed meanwhile has claimed is free after that.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private SettlementClaim()
    {
    }

    public SettlementClaim(long commentId) => CommentId = commentId;

    public long CommentId { get; private set; }

    /// <summary>Stands for all of the decision: the same one may be asked for twice at once.</summary>
    public string Decision { get; private set; } = "";

    public long By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void Take(string decision, long by, DateTimeOffset at) => (Decision, By, At) = (decision, by, at);
}

internal static class SettlementClaims
{
    /// <summary>Who is just deciding otherwise on one of the comments.</summary>
    public static async Task<Refusal?> RefuseAsync(RoundChange change, IReadOnlyCollection<long> ids, Decision decision, CancellationToken cancellationToken)
    {
        var (mark, since) = (MarkOf(decision), change.Now - SettlementClaim.Lifetime);
        var other = await change.Db.SettlementClaims.Where(c => ids.Contains(c.CommentId) && c.Decision != mark && c.At > since)
            .Join(change.Db.People, c => c.By, p => p.Id, (_, p) => p.Name).FirstOrDefaultAsync(cancellationToken);
        return other is null ? null : new("RoundSettlementUnderway", other);
    }

    public static async Task TakeAsync(RoundChange change, long by, IReadOnlyCollection<long> ids, Decision decision, CancellationToken cancellationToken)
    {
        var mark = MarkOf(decision);
        var before = await change.Db.SettlementClaims.Where(c => ids.Contains(c.CommentId)).ToDictionaryAsync(c => c.CommentId, cancellationToken);
        foreach (var id in ids)
        {
            if (!before.TryGetValue(id, out var claim))
                change.Db.Add(claim = new(id));
            claim.Take(mark, by, change.Now);
        }
    }

    public static async Task LeaveAsync(WorkspaceDb db, IReadOnlyCollection<long> ids, Decision decision)
    {
        var mark = MarkOf(decision);
        db.RemoveRange(await db.SettlementClaims.Where(c => ids.Contains(c.CommentId) && c.Decision == mark).ToListAsync());
    }

    private static string MarkOf(Decision decision) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{decision.Outcome}\0{decision.Reason.Trim()}\0{decision.Wording is null}\0{decision.Wording}")));
}
