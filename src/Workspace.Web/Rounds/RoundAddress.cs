namespace Workspace.Web.Rounds;

/// <summary>Where something of a round is seen: on the page of its item, or on that of the whole document where it is of none.</summary>
public static class RoundAddress
{
    public static string OfItem(long roundId, long? itemId) => $"/rounds/{roundId}?item={itemId ?? 0}";

    public static string OfComment(long roundId, long? itemId, long commentId) => $"{OfItem(roundId, itemId)}#comment-{commentId}";

    public static string OfDraft(long roundId, long? itemId, string draftId) => $"{OfItem(roundId, itemId)}#draft-{draftId}";
}
