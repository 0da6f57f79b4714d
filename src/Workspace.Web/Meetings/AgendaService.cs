using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Meetings;

/// <summary>The agenda of a meeting: its items and their order. While the meeting is on, each change is recorded.</summary>
public sealed class AgendaService(MeetingChanges changes)
{
    /// <summary>Adds an item at the end of the agenda, or of the sub-items of <paramref name="parentId"/>.</summary>
    /// <returns>Id of the item.</returns>
    public Task<Outcome<long>> AddAsync(long by, long meetingId, long? parentId, AgendaItemDetails details, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, meetingId, change => AddAsync(change, parentId, details, cancellationToken), cancellationToken);

    /// <inheritdoc cref="AddAsync(long, long, long?, AgendaItemDetails, CancellationToken)"/>
    internal async Task<Outcome<long>> AddAsync(MeetingChange change, long? parentId, AgendaItemDetails details, CancellationToken cancellationToken)
    {
        if (DetailsCheck.Of(details) is { } refusal)
            return refusal;
        var all = await ItemsAsync(change, cancellationToken);
        if (all.Count >= AgendaRules.MostItems)
            return new Refusal("AgendaTooManyItems", AgendaRules.MostItems);
        var parent = all.Find(i => i.Id == parentId && i.State != AgendaItemState.Removed);
        if (parentId is not null && parent is null)
            return Refusal.NotFound;
        if (parent?.ParentId is not null)
            return new Refusal("AgendaTooDeep");
        var item = new AgendaItem(change.Meeting, parent, new AgendaOrder(all).Siblings(parentId).Count, details);
        change.Db.Add(item);
        await change.Db.SaveChangesAsync(cancellationToken);
        Record(change, MeetingEventKind.ItemAdded, item, item.Title);
        return item.Id;
    }

    /// <summary>Adds proposed items at the end of the agenda; all of them or, where one is refused, none.</summary>
    public async Task<Outcome> AddAllAsync(long by, long meetingId, IReadOnlyList<AgendaDraft> drafts, CancellationToken cancellationToken = default) =>
        Plain(await ChangeAsync<bool>(by, meetingId, async change =>
        {
            var all = await ItemsAsync(change, cancellationToken);
            if (AgendaDrafts.Refuse(drafts, all.Count) is { } refusal)
                return refusal;
            var added = AgendaDrafts.Add(change.Db, change.Meeting, drafts, new AgendaOrder(all).Siblings(null).Count);
            await change.Db.SaveChangesAsync(cancellationToken);
            foreach (var item in added)
                Record(change, MeetingEventKind.ItemAdded, item, item.Title);
            return true;
        }, cancellationToken));

    /// <param name="seen">What the change was made from: refused if somebody else has changed that meanwhile.</param>
    public async Task<Outcome> EditAsync(
        long by, long itemId, AgendaItemDetails details, AgendaItemDetails? seen = null, CancellationToken cancellationToken = default) =>
        Plain(await ChangeItemAsync(by, itemId, (change, item, _) =>
        {
            if (DetailsCheck.Of(details) is { } refusal)
                return refusal;
            if (item.State == AgendaItemState.Removed)
                return new Refusal("AgendaItemRemoved");
            if (seen is not null && seen != AgendaItemDetails.Of(item))
                return Refusal.Conflict;
            var before = item.Title;
            item.Describe(details);
            Record(change, MeetingEventKind.ItemChanged, item, before == item.Title ? before : $"{before} → {item.Title}");
            return true;
        }, cancellationToken));

    /// <summary>Takes an item with its sub-items off the agenda. What was written under it is kept and locked.</summary>
    public async Task<Outcome> RemoveAsync(long by, long itemId, CancellationToken cancellationToken = default) =>
        Plain(await ChangeItemAsync(by, itemId, (change, item, all) =>
        {
            if (item.State == AgendaItemState.Removed)
                return true;
            var order = new AgendaOrder(all);
            List<AgendaItem> family = [item, .. order.Siblings(item.Id)];
            if (family.Any(i => i.Id == change.Meeting.CurrentItemId))
                return new Refusal("AgendaItemCurrent");
            foreach (var removed in family)
            {
                removed.Remove();
                removed.Text.Lock(change.Now);
            }
            order.Take(item);
            Record(change, MeetingEventKind.ItemRemoved, item, item.Title);
            return true;
        }, cancellationToken));

    /// <summary>Puts a removed item back where it was, with its sub-items; their texts can be written again.</summary>
    public async Task<Outcome> RestoreAsync(long by, long itemId, CancellationToken cancellationToken = default) =>
        Plain(await ChangeItemAsync(by, itemId, (change, item, all) =>
        {
            if (item.State != AgendaItemState.Removed)
                return true;
            var order = new AgendaOrder(all);
            var parentId = all.Any(i => i.Id == item.ParentId && i.State != AgendaItemState.Removed && i.ParentId is null) ? item.ParentId : null;
            List<AgendaItem> family = [item, .. all.Where(i => i.ParentId == item.Id && parentId is null).OrderBy(i => i.Position)];
            foreach (var restored in family)
            {
                restored.MarkPending();
                restored.Text.Unlock();
                if (order.Place(restored, restored == item ? parentId : item.Id, restored == item ? item.Position : int.MaxValue) is { } refusal)
                    return refusal;
            }
            Record(change, MeetingEventKind.ItemRestored, item, item.Title);
            return true;
        }, cancellationToken));

    /// <summary>Moves an item before the one that stands at <paramref name="position"/> among its new siblings, itself left out.</summary>
    /// <returns>The item's number on the agenda now.</returns>
    public Task<Outcome<string>> MoveAsync(long by, long itemId, long? parentId, int position, CancellationToken cancellationToken = default) =>
        ReorderAsync(by, itemId, (order, item) => order.Place(item, parentId, position), cancellationToken);

    /// <summary>Moves an item by one place, or in and out of the item above it.</summary>
    /// <returns>The item's number on the agenda now.</returns>
    public Task<Outcome<string>> StepAsync(long by, long itemId, AgendaStep step, CancellationToken cancellationToken = default) =>
        ReorderAsync(by, itemId, (order, item) => order.Step(item, step), cancellationToken);

    private Task<Outcome<string>> ReorderAsync(long by, long itemId, Func<AgendaOrder, AgendaItem, Refusal?> move, CancellationToken cancellationToken) =>
        ChangeItemAsync<string>(by, itemId, (change, item, all) =>
        {
            if (item.State == AgendaItemState.Removed)
                return new Refusal("AgendaItemRemoved");
            var order = new AgendaOrder(all);
            var before = order.NumberOf(item);
            if (move(order, item) is { } refusal)
                return refusal;
            var after = order.NumberOf(item);
            if (after != before)
                Record(change, MeetingEventKind.ItemMoved, item, $"{before} → {after}");
            return after;
        }, cancellationToken);

    private Task<Outcome<T>> ChangeAsync<T>(long by, long meetingId, Func<MeetingChange, Task<Outcome<T>>> edit, CancellationToken cancellationToken) =>
        changes.ChangeAsync<T>(by, meetingId, standing => standing.CanManage, async change =>
            change.Meeting.IsEnded ? new Refusal("AgendaEnded") : await edit(change), cancellationToken);

    private Task<Outcome<bool>> ChangeItemAsync(
        long by, long itemId, Func<MeetingChange, AgendaItem, List<AgendaItem>, Outcome<bool>> edit, CancellationToken cancellationToken) =>
        ChangeItemAsync<bool>(by, itemId, edit, cancellationToken);

    private Task<Outcome<T>> ChangeItemAsync<T>(
        long by, long itemId, Func<MeetingChange, AgendaItem, List<AgendaItem>, Outcome<T>> edit, CancellationToken cancellationToken) =>
        changes.ChangeAsync<T>(by, db => db.AgendaItems.Where(i => i.Id == itemId).Select(i => i.MeetingId), standing => standing.CanManage, async change =>
        {
            if (change.Meeting.IsEnded)
                return new Refusal("AgendaEnded");
            var all = await ItemsAsync(change, cancellationToken);
            var item = all.Single(i => i.Id == itemId);
            await change.Db.Texts.Where(t => change.Db.AgendaItems.Any(i => i.TextId == t.Id && (i.Id == itemId || i.ParentId == itemId))).LoadAsync(cancellationToken);
            return edit(change, item, all);
        }, cancellationToken);

    private static Task<List<AgendaItem>> ItemsAsync(MeetingChange change, CancellationToken cancellationToken) =>
        change.Db.AgendaItems.Where(i => i.MeetingId == change.Meeting.Id).ToListAsync(cancellationToken);

    private static void Record(MeetingChange change, MeetingEventKind kind, AgendaItem item, string detail)
    {
        if (change.Meeting.IsOpen)
            change.Record(kind, item.Id, detail);
    }

    private static Outcome Plain<T>(Outcome<T> outcome) => new(outcome.Refusal);
}
