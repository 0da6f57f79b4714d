namespace Workspace.Web.Rounds.Settling;

/// <summary>The comment that is being settled, and where to go from it.</summary>
/// <param name="Alike">Other comments that ask for the same, by the order of sending.</param>
/// <param name="Previous">In the order of the list; null at its beginning.</param>
/// <param name="Next">In the order of the list; null at its end.</param>
/// <param name="NextUnsettled">After this one, else from the beginning; null where all others that are found are settled.</param>
/// <param name="AgendaMeetingId">The meeting that decides on it, where it is a dispute on an agenda.</param>
public sealed record SettlementCurrent(
    RoomComment Comment, RoundItem? Item, IReadOnlyList<RoomComment> Alike, long? Previous, long? Next, long? NextUnsettled, long? AgendaMeetingId);

/// <summary>A page of the list, with one comment taken up.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Current">Null where nothing is found.</param>
/// <param name="ForAgenda">Comments that are insisted on and not yet on an agenda.</param>
public sealed record SettlementDesk(SettlementView View, int Page, SettlementCurrent? Current, int ForAgenda)
{
    public const int PageSize = 50;

    public int PageCount => Math.Max(1, (View.Found + PageSize - 1) / PageSize);

    /// <summary>The comment with that id, else the first that waits, else the first.</summary>
    internal static SettlementCurrent? Take(RoundRoom room, IReadOnlyList<RoomComment> found, long? commentId, IComparer<RoomComment> order)
    {
        var named = commentId is { } id ? room.Comments.FirstOrDefault(c => c.Comment.Id == id) : null;
        if ((named ?? found.FirstOrDefault(c => c.Settlement is null) ?? found.FirstOrDefault()) is not { } current)
            return null;
        // One that the filter does not let through has its place in the order all the same.
        var before = PlaceOf(current, found, order);
        var after = before < found.Count && found[before].Comment.Id == current.Comment.Id ? before + 1 : before;
        var alike = room.Alike(current).ToHashSet();
        return new(
            current, ItemOf(room, current), [.. room.CommentsOf(current.Comment.ItemId).Where(c => alike.Contains(c.Comment.Id))],
            before > 0 ? found[before - 1].Comment.Id : null, after < found.Count ? found[after].Comment.Id : null,
            found.Skip(after).Concat(found.Take(before)).FirstOrDefault(c => c.Settlement is null)?.Comment.Id, null);
    }

    /// <summary>How many come before it.</summary>
    internal static int PlaceOf(RoomComment comment, IReadOnlyList<RoomComment> found, IComparer<RoomComment> order) =>
        found.TakeWhile(c => order.Compare(c, comment) < 0).Count();

    internal static RoundItem? ItemOf(RoundRoom room, RoomComment comment) => comment.Comment.ItemId is { } item ? room.ItemsById[item] : null;
}
