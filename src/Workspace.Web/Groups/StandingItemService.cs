using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Groups;

/// <summary>What is entered of a standing item.</summary>
public sealed class StandingItemInput
{
    public const int TitleLength = 500;
    public const int MostMinutes = 600;

    public string Title { get; set; } = "";

    public AgendaItemKind Kind { get; set; } = AgendaItemKind.Information;

    public int? PlannedMinutes { get; set; }

    public bool IsAtEnd { get; set; }

    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Title))
            return new("StandingTitleMissing");
        if (Title.Trim().Length > TitleLength)
            return new("StandingTitleTooLong", TitleLength);
        return PlannedMinutes is < 1 or > MostMinutes || !Enum.IsDefined(Kind) ? new("StandingMinutesInvalid", MostMinutes) : null;
    }
}

public sealed record StandingItemsView(GroupName Group, GroupStanding Standing, IReadOnlyList<StandingItem> Items);

/// <summary>The items with which each meeting of a group begins and ends (M2).</summary>
public sealed class StandingItemService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, GroupChanges changes, TimeProvider time)
{
    public const int MostItems = 30;

    /// <summary>First those of the beginning, then those of the end, each in their order.</summary>
    public async Task<Outcome<StandingItemsView>> ReadAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, cancellationToken) is not { } group)
            return Refusal.NotFound;
        var standing = await access.FindAsync(db, groupId, by, time.GetUtcNow().DayIn(group.TimeZone), cancellationToken);
        if (!standing.CanRead)
            return Refusal.NotFound;
        var items = await InOrder(db.StandingItems.AsNoTracking(), groupId).ToListAsync(cancellationToken);
        return new StandingItemsView(new(group.Id, group.ShortName, group.Name, group.ParentId), standing, items);
    }

    public async Task<Outcome<long>> AddAsync(long by, long groupId, StandingItemInput input, CancellationToken cancellationToken = default)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        if (input.Check() is { } wrong)
            return wrong;
        var items = await InOrder(change.Db.StandingItems, groupId).ToListAsync(cancellationToken);
        if (items.Count >= MostItems)
            return new Refusal("StandingTooMany", MostItems);
        var item = new StandingItem(groupId, input.Title, input.Kind, input.PlannedMinutes, input.IsAtEnd, 0);
        change.Db.Add(item);
        Number([.. items, item]);
        await change.SaveAsync(cancellationToken);
        return item.Id;
    }

    public Task<Outcome> UpdateAsync(long by, long groupId, long itemId, StandingItemInput input, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, groupId, itemId, input.Check(), (_, items, item) =>
        {
            item.Describe(input.Title, input.Kind, input.PlannedMinutes);
            if (item.IsAtEnd == input.IsAtEnd)
                return;
            items.Remove(item);
            items.Insert(input.IsAtEnd ? items.Count : items.Count(i => !i.IsAtEnd), item);
            item.MoveTo(input.IsAtEnd, 0);
        }, cancellationToken);

    /// <summary>Moves an item by one among those of the beginning or of the end.</summary>
    public Task<Outcome> MoveAsync(long by, long groupId, long itemId, bool up, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, groupId, itemId, null, (_, items, item) =>
        {
            var at = items.IndexOf(item);
            var to = at + (up ? -1 : 1);
            if (items.ElementAtOrDefault(to)?.IsAtEnd == item.IsAtEnd)
                (items[at], items[to]) = (items[to], items[at]);
        }, cancellationToken);

    public Task<Outcome> RemoveAsync(long by, long groupId, long itemId, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, groupId, itemId, null, (db, items, item) =>
        {
            items.Remove(item);
            db.Remove(item);
        }, cancellationToken);

    private async Task<Outcome> ChangeAsync(
        long by, long groupId, long itemId, Refusal? wrong, Action<WorkspaceDb, List<StandingItem>, StandingItem> apply, CancellationToken cancellationToken)
    {
        await using var change = await changes.BeginAsync(by, groupId, cancellationToken);
        if (change.Standing.RefusalToManage is { } refusal)
            return refusal;
        var items = await InOrder(change.Db.StandingItems, groupId).ToListAsync(cancellationToken);
        if (items.SingleOrDefault(i => i.Id == itemId) is not { } item)
            return Refusal.NotFound;
        if (wrong is not null)
            return wrong;
        apply(change.Db, items, item);
        Number(items);
        await change.SaveAsync(cancellationToken);
        return Outcome.Done;
    }

    private static IQueryable<StandingItem> InOrder(IQueryable<StandingItem> items, long groupId) =>
        items.Where(i => i.GroupId == groupId).OrderBy(i => i.IsAtEnd).ThenBy(i => i.Position).ThenBy(i => i.Id);

    private static void Number(List<StandingItem> items)
    {
        foreach (var part in items.GroupBy(i => i.IsAtEnd))
        {
            var position = 1;
            foreach (var item in part)
                item.MoveTo(part.Key, position++);
        }
    }
}
