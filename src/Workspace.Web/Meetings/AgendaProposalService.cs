using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings;

/// <summary>What an agenda can begin with: the group's standing items, or its last meeting (M2). Proposes and saves nothing.</summary>
public sealed class AgendaProposalService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time)
{
    /// <summary>The group's standing items, those of the beginning first.</summary>
    public async Task<Outcome<IReadOnlyList<AgendaDraft>>> StandingAsync(long by, long groupId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!await MayPrepareAsync(db, by, groupId, cancellationToken))
            return Refusal.NotAllowed;
        var standing = await StandingItemsAsync(db, groupId, cancellationToken);
        return new([.. standing.OrderBy(i => i.IsAtEnd).Select(Draft)], null);
    }

    /// <summary>
    /// Around what the last meeting had: standing items, review of tasks, items whose turn did not come, then its other
    /// items. Only the standing items where the group has not met yet.
    /// </summary>
    /// <param name="by">The person who asks.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="taskReview">What the review of tasks ('kontrola úkolů') is called.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Outcome<IReadOnlyList<AgendaDraft>>> FromLastAsync(long by, long groupId, string taskReview, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!await MayPrepareAsync(db, by, groupId, cancellationToken))
            return Refusal.NotAllowed;
        var standing = await StandingItemsAsync(db, groupId, cancellationToken);
        var last = await db.Meetings.AsNoTracking().Where(m => m.GroupId == groupId && m.State != MeetingState.Cancelled)
            .OrderByDescending(m => m.StartedAt != null).ThenByDescending(m => m.StartsAt).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return new([.. standing.OrderBy(i => i.IsAtEnd).Select(Draft)], null);

        var items = await db.AgendaItems.AsNoTracking().Where(i => i.MeetingId == last.Id && i.State != AgendaItemState.Removed).ToListAsync(cancellationToken);
        var byId = items.ToDictionary(i => i.Id);
        var taken = standing.Select(i => SearchText.Fold(i.Title)).ToHashSet();
        var hasReview = !taken.Add(SearchText.Fold(taskReview));
        var families = Families(AgendaNumbering.Number(items.Select(i => new AgendaPlace(i.Id, i.ParentId, i.Position))).Select(n => (byId[n.Id], n.Level)))
            .Where(family => !taken.Contains(SearchText.Fold(family[0].Title)))
            .Select(family => family.Select(item => Draft(item, last.State == MeetingState.Closed)).ToList())
            .ToLookup(family => family.Any(draft => draft.IsUnfinished));
        return new(
            [
                .. standing.Where(i => !i.IsAtEnd).Select(Draft),
                .. hasReview ? [] : new[] { new AgendaDraft(taskReview, Kind: AgendaItemKind.Information) },
                .. families[true].SelectMany(Unfinished),
                .. families[false].SelectMany(family => family),
                .. standing.Where(i => i.IsAtEnd).Select(Draft),
            ],
            null);
    }

    /// <summary>Of an item that was done in part, only what is left of it.</summary>
    private static IEnumerable<AgendaDraft> Unfinished(List<AgendaDraft> family) => family.Where((draft, at) => at == 0 || draft.IsUnfinished);

    private static List<List<AgendaItem>> Families(IEnumerable<(AgendaItem Item, int Level)> items)
    {
        var families = new List<List<AgendaItem>>();
        foreach (var (item, level) in items)
        {
            if (level == 0)
                families.Add([item]);
            else
                families[^1].Add(item);
        }
        return families;
    }

    private static AgendaDraft Draft(StandingItem item) => new(item.Title, 0, item.Kind, item.PlannedMinutes);

    private static AgendaDraft Draft(AgendaItem item, bool isPast) => new(
        item.Title, item.ParentId is null ? 0 : 1, item.Kind, item.PlannedMinutes, item.Presenter, item.Background, isPast && item.State == AgendaItemState.Pending);

    private static Task<List<StandingItem>> StandingItemsAsync(WorkspaceDb db, long groupId, CancellationToken cancellationToken) =>
        db.StandingItems.AsNoTracking().Where(i => i.GroupId == groupId).OrderBy(i => i.Position).ToListAsync(cancellationToken);

    private async Task<bool> MayPrepareAsync(WorkspaceDb db, long by, long groupId, CancellationToken cancellationToken) =>
        (await access.FindAsync(db, groupId, by, time.Today(), cancellationToken)).CanManage;
}
