using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Groups;

/// <summary>A group's versions of its rules, the latest first, and which of them is in force today.</summary>
public sealed record RulesView(GroupName Group, GroupStanding Standing, DateOnly Today, IReadOnlyList<RulesOfProcedure> Versions)
{
    public RulesOfProcedure? InForce => Versions.FirstOrDefault(v => v.ValidFrom <= Today);

    /// <summary>The first day on which a new version may begin: no day that has passed, and after all other versions.</summary>
    public DateOnly EarliestNext => Versions.Count == 0 ? Today : Versions[0].ValidFrom < Today ? Today : Versions[0].ValidFrom.AddDays(1);
}

/// <summary>The rules of procedure of a group (P3). A version is never changed; from its day on it holds until the next begins.</summary>
public sealed class RulesService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, GroupChanges changes, TimeProvider time)
{
    /// <summary>
    /// The version that held on the day. For days before the first version the first one answers, for a group's rules are
    /// entered later than they were made; null only for a group that has none.
    /// </summary>
    public async Task<RulesOfProcedure?> InForceAsync(long groupId, DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await RulesOn(db, groupId, day, cancellationToken);
    }

    /// <summary>As <see cref="InForceAsync"/>, within the caller's context and transaction.</summary>
    public static async Task<RulesOfProcedure?> RulesOn(WorkspaceDb db, long groupId, DateOnly day, CancellationToken cancellationToken = default)
    {
        var versions = db.Rules.AsNoTracking().Where(r => r.GroupId == groupId);
        return await versions.Where(r => r.ValidFrom <= day).OrderByDescending(r => r.ValidFrom).FirstOrDefaultAsync(cancellationToken)
            ?? await versions.OrderBy(r => r.ValidFrom).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The version that holds for a meeting: the one stamped on it, before its start that of its day (P3).</summary>
    public static Task<RulesOfProcedure?> RulesOf(WorkspaceDb db, Meeting meeting, CancellationToken cancellationToken = default) =>
        RulesOfMeeting(db, meeting.RulesId, meeting.GroupId, meeting.StartsAt.DayIn(meeting.TimeZone), cancellationToken);

    /// <summary>The rules of a meeting: those stamped on it when it started, before that those of its day.</summary>
    public static async Task<RulesOfProcedure?> RulesOfMeeting(WorkspaceDb db, long? rulesId, long groupId, DateOnly day, CancellationToken cancellationToken = default) =>
        rulesId is { } id
            ? await db.Rules.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken)
            : await RulesOn(db, groupId, day, cancellationToken);

    public async Task<Outcome<RulesView>> ReadAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, cancellationToken) is not { } group)
            return Refusal.NotFound;
        var today = time.GetUtcNow().DayIn(group.TimeZone);
        var standing = await access.FindAsync(db, groupId, by, today, cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var versions = await db.Rules.AsNoTracking().Where(r => r.GroupId == groupId).OrderByDescending(r => r.ValidFrom).ToListAsync(cancellationToken);
        return new RulesView(new(group.Id, group.ShortName, group.Name, group.ParentId), standing, today, versions);
    }

    /// <summary>Adds a version. The first may begin on any day; another one neither in the past nor before an existing one.</summary>
    public async Task<Outcome<long>> AddVersionAsync(long by, long groupId, DateOnly validFrom, RulesValues values, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (values.Check() is { } wrong)
            return wrong;
        var last = await change.Db.Rules.AsNoTracking().Where(r => r.GroupId == groupId).OrderByDescending(r => r.ValidFrom).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && validFrom < change.Today)
            return new Refusal("RulesDayPast");
        if (last?.ValidFrom >= validFrom)
            return new Refusal("RulesDayTaken", last.ValidFrom.Shown());
        var version = new RulesOfProcedure(groupId, (last?.Version ?? 0) + 1, validFrom, values);
        change.Db.Add(version);
        await change.SaveAsync(cancellationToken);
        return version.Id;
    }

    /// <summary>Takes back a version that has not begun and is not the group's only one.</summary>
    public async Task<Outcome> DeleteVersionAsync(long by, long groupId, long rulesId, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        var versions = await change.Db.Rules.Where(r => r.GroupId == groupId).ToListAsync(cancellationToken);
        if (versions.SingleOrDefault(r => r.Id == rulesId) is not { } version)
            return Refusal.NotFound;
        if (version.ValidFrom <= change.Today)
            return new Refusal("RulesBegun");
        // A meeting may have been stamped with it where it is the only one.
        if (versions.Count == 1)
            return new Refusal("RulesOnlyOne");
        change.Db.Remove(version);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }
}
