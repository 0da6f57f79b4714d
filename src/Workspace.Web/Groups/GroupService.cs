using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Groups;

public sealed record GroupName(long Id, string ShortName, string Name, long? ParentId);

public static class GroupNames
{
    public static IQueryable<GroupName> Names(this IQueryable<Group> groups) => groups.Select(g => new GroupName(g.Id, g.ShortName, g.Name, g.ParentId));
}

/// <summary>A group in the administrators' list; sub-groups stand below theirs, one level deeper.</summary>
public sealed record GroupRow(long Id, string Name, string ShortName, int Level, int Seats, IReadOnlyList<string> Chairs);

public sealed record GroupDetails(GroupName Name, GroupName? Parent, GroupStanding Standing, GroupInput Input);

/// <summary>Groups themselves: which there are, what they are called.</summary>
public sealed class GroupService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, GroupChanges changes, TimeProvider time)
{
    /// <summary>The groups that the person may read, by name.</summary>
    public async Task<IReadOnlyList<GroupName>> ReadableAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await access.Readable(db, personId, time.Today())
            .OrderBy(g => g.ParentId != null).ThenBy(g => g.ShortName)
            .Names().ToListAsync(cancellationToken);
    }

    /// <summary>All groups, each followed by its sub-groups; for administrators.</summary>
    public async Task<Outcome<IReadOnlyList<GroupRow>>> ListAsync(long by, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!await IsAdministratorAsync(db, by, cancellationToken))
            return Refusal.NotFound;
        var today = time.Today();
        var groups = await db.Groups.AsNoTracking()
            .Select(g => new
            {
                Group = g,
                Seats = db.Seats.On(today).Count(s => s.GroupId == g.Id),
                Chairs = db.Officers.On(today).Where(o => o.GroupId == g.Id && o.Office == Office.Chair)
                    .SelectMany(o => db.People.Where(p => p.Id == o.PersonId).Select(p => p.Name)).ToList(),
            })
            .ToListAsync(cancellationToken);
        var children = groups.OrderBy(g => g.Group.Name, People.CzechOrder.Names).ToLookup(g => g.Group.ParentId ?? 0);
        var rows = new List<GroupRow>();
        Append(0, 0);
        return rows;

        void Append(long parentId, int level)
        {
            foreach (var row in children[parentId])
            {
                rows.Add(new(row.Group.Id, row.Group.Name, row.Group.ShortName, level, row.Seats, row.Chairs));
                Append(row.Group.Id, level + 1);
            }
        }
    }

    public async Task<Outcome<GroupDetails>> FindAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, cancellationToken) is not { } group)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, groupId, by, time.GetUtcNow().DayIn(group.TimeZone), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var parent = await db.Groups.AsNoTracking().Where(g => g.Id == group.ParentId).Names()
            .SingleOrDefaultAsync(cancellationToken);
        return new GroupDetails(new(group.Id, group.ShortName, group.Name, group.ParentId), parent, standing, new()
        {
            Name = group.Name,
            ShortName = group.ShortName,
            ParentBody = group.ParentBody,
            HeadingLine = group.HeadingLine,
            FooterLine = group.FooterLine,
            FoundedOn = group.FoundedOn,
            TimeZone = group.TimeZone,
        });
    }

    /// <summary>Sets up a group or sub-group with its first rules and officers; for administrators.</summary>
    public async Task<Outcome<long>> AddAsync(long by, NewGroup added, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await IsAdministratorAsync(db, by, cancellationToken))
            return Refusal.NotAllowed;
        if ((added.Input.Check() ?? added.Rules.Check()) is { } wrong)
            return wrong;
        if (added.ParentId is { } parent && !await db.Groups.AnyAsync(g => g.Id == parent, cancellationToken))
            return Refusal.NotFound;
        var people = added.Officers.Values.Distinct().ToList();
        if (await db.People.CountAsync(p => people.Contains(p.Id) && p.IsActive, cancellationToken) != people.Count)
            return new Refusal("PersonInactive");

        var group = new Group(added.Input.Name, added.Input.ShortName, added.ParentId);
        added.Input.CopyTo(group);
        db.Add(group);
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new RulesOfProcedure(group.Id, 1, added.RulesFrom, added.Rules));
        db.AddRange(added.Officers.Select(o => new GroupOfficer(group.Id, o.Value, o.Key, added.OfficersFrom)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return group.Id;
    }

    public async Task<Outcome> UpdateAsync(long by, long groupId, GroupInput input, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (input.Check() is { } wrong)
            return wrong;
        input.CopyTo(change.Group);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    private static Task<bool> IsAdministratorAsync(WorkspaceDb db, long personId, CancellationToken cancellationToken) =>
        db.People.AnyAsync(p => p.Id == personId && p.IsActive && p.IsAdministrator, cancellationToken);
}
