using Workspace.Text;

namespace Workspace.Web.Texts.Comments;

/// <summary>
/// Where a passage stands. It never grows over its neighbours: what is inserted at its edges lies outside, what is
/// inserted inside or put in place of a part of it belongs to it. Once all of it was deleted it stays gone.
/// </summary>
/// <remarks>
/// Mapped over one revision at a time: over several joined into one, a deletion and a later insertion in the same
/// place would look like a replacement. The browser keeps the same rule (comments/anchor.ts).
/// </remarks>
public readonly record struct TextAnchor(int From, int To)
{
    public bool IsGone => From >= To;

    public int Length => To - From;

    public TextAnchor Map(ChangeSet change)
    {
        var to = change.MapPosition(To, -1);
        return new(IsGone ? to : Math.Min(change.MapPosition(From, 1), to), to);
    }

    public TextAnchor Map(IEnumerable<KnownRevision> revisions) => revisions.Aggregate(this, (anchor, revision) => anchor.Map(revision.Changes));
}
