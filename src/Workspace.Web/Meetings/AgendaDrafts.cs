using Workspace.Web.Data;

namespace Workspace.Web.Meetings;

/// <summary>Turns proposed items into items of a meeting.</summary>
internal static class AgendaDrafts
{
    public static Refusal? Refuse(IReadOnlyList<AgendaDraft> drafts, int already) =>
        already + drafts.Count > AgendaRules.MostItems
            ? new("AgendaTooManyItems", AgendaRules.MostItems)
            : drafts.Select(draft => DetailsCheck.Of(draft.Details)).FirstOrDefault(refusal => refusal is not null);

    /// <param name="db">The context that will save them.</param>
    /// <param name="meeting">Tracked by it.</param>
    /// <param name="drafts">A sub-item follows its item; one without an item before it becomes an item.</param>
    /// <param name="position">Of the first of them.</param>
    public static IReadOnlyList<AgendaItem> Add(WorkspaceDb db, Meeting meeting, IReadOnlyList<AgendaDraft> drafts, int position)
    {
        var added = new List<AgendaItem>(drafts.Count);
        AgendaItem? parent = null;
        var inner = 0;
        foreach (var draft in drafts)
        {
            var isInner = draft.Level > 0 && parent is not null;
            var item = new AgendaItem(meeting, isInner ? parent : null, isInner ? inner++ : position++, draft.Details);
            if (!isInner)
                (parent, inner) = (item, 0);
            added.Add(item);
        }
        db.AddRange(added);
        return added;
    }
}
