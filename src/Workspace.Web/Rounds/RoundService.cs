using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds;

/// <summary>Reading rounds: one of them, those of a plan, and those in which somebody is asked.</summary>
public sealed class RoundService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, RoundRooms rooms, TimeProvider time)
{
    /// <summary>The round for who may read the group's matters; while it is only prepared, for who prepares it.</summary>
    public async Task<Outcome<RoundView>> ReadAsync(long by, long roundId, CancellationToken cancellationToken = default)
    {
        if (await rooms.FindAsync(roundId, cancellationToken) is not { } room)
            return Refusal.NotFound;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var day = time.GetUtcNow().DayIn(room.Info.TimeZone);
        var standing = await access.FindAsync(db, room.Info.Round.GroupId, by, day, cancellationToken);
        if (!standing.CanRead || (room.Info.Round.State == RoundState.Prepared && !standing.CanManage))
            return Refusal.NotFound;
        var organisations = await RoundRights.OrganisationsAsync(db, standing, cancellationToken);
        var refusal = room.Info.Round.RefusalToComment ?? await RoundRights.RefusalToCommentAsync(db, room.Info.Round, standing, organisations, day, cancellationToken);
        var drafts = await db.RoundComments.AsNoTracking().Where(c => c.RoundId == roundId && c.WriterId == by && c.State == CommentState.Draft)
            .OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return new RoundView(room, standing, organisations, refusal, drafts);
    }

    /// <summary>The round that is settled jointly with it (R34), for who may read that; null where there is none.</summary>
    public async Task<RoundView?> JointAsync(long by, long roundId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await JointRounds.PartnerAsync(db, roundId, cancellationToken) is { } other ? (await ReadAsync(by, other, cancellationToken)).Value : null;
    }

    /// <summary>The rounds of a plan, the latest first; prepared ones for who prepares them.</summary>
    public async Task<Outcome<List<RoundSummary>>> ListAsync(long by, long planId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Plans.Where(p => p.Id == planId).Select(p => (long?)p.GroupId).SingleOrDefaultAsync(cancellationToken) is not { } groupId)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, groupId, by, time.Today(), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var seesPrepared = standing.CanManage;
        return await db.Rounds.Where(r => r.PlanId == planId && (seesPrepared || r.State != RoundState.Prepared)).OrderByDescending(r => r.Id)
            .Select(r => new RoundSummary(
                r.Id, r.Title, r.Audience, r.State, r.OpensAt, r.OpenedAt, r.ClosesAt, r.ClosedAt,
                db.RoundComments.Count(c => c.RoundId == r.Id && c.State == CommentState.Sent),
                db.RoundComments.Count(c => c.RoundId == r.Id && c.State == CommentState.Sent && c.IsLate),
                db.RoundComments.Count(c => c.RoundId == r.Id && c.State == CommentState.Sent && !db.Settlements.Any(s => s.CommentId == c.Id))))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Open rounds in which the person may comment, the nearest deadline first.</summary>
    public async Task<IReadOnlyList<MyRound>> MineAsync(long by, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var groups = access.Readable(db, by, time.Today()).Select(g => g.Id);
        var open = await db.Rounds.Where(r => r.State == RoundState.Open && r.Audience == RoundAudience.Members && r.ClosesAt > now && groups.Contains(r.GroupId)).OrderBy(r => r.ClosesAt).Select(r => r.Id).ToListAsync(cancellationToken);
        List<MyRound> mine = [];
        foreach (var id in open)
        {
            if ((await ReadAsync(by, id, cancellationToken)).Value is not { RefusalToComment: null } view)
                continue;
            mine.Add(new(
                id, view.Round.Title, view.Info.PlanName, view.Info.GroupShortName, view.Round.ClosesAt, view.Info.TimeZone, view.Items.Count - view.Answered, view.Items.Count));
        }
        return mine;
    }
}
