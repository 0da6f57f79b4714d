using Microsoft.EntityFrameworkCore;
using Workspace.Text;
using Workspace.Web.Data;

namespace Workspace.Web.Texts;

/// <summary>Reads many texts as they are committed.</summary>
public static class CommittedTexts
{
    /// <returns>Version and text by the id of the text.</returns>
    public static async Task<IReadOnlyDictionary<long, (long Version, string Text)>> ReadAsync(WorkspaceDb db, IQueryable<long> ids, CancellationToken cancellationToken = default)
    {
        // In one query: between two of them a snapshot could be saved that holds what the second one is asked for.
        var texts = await db.Texts.AsNoTracking().Where(t => ids.Contains(t.Id))
            .Select(t => new
            {
                t.Id,
                t.SnapshotVersion,
                t.Snapshot,
                Tail = db.Revisions.Where(r => r.TextId == t.Id && r.Version > t.SnapshotVersion).OrderBy(r => r.Version).Select(r => r.Changes).ToList(),
            })
            .AsSingleQuery().ToListAsync(cancellationToken);
        return texts.ToDictionary(t => t.Id, t => (
            t.SnapshotVersion + t.Tail.Count,
            t.Tail.Aggregate(t.Snapshot, (text, changes) => ChangeSet.Parse(changes).Apply(text))));
    }
}
