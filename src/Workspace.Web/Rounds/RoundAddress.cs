namespace Workspace.Web.Rounds;

/// <summary>Addresses of rounds, without the host. What belongs to no item is seen where the whole document is.</summary>
public static class RoundAddress
{
    /// <summary>Where the public comments, without an account.</summary>
    public static string OfPublic(long roundId) => $"/public/rounds/{roundId}";

    public static string OfItem(long roundId, long? itemId) => $"/rounds/{roundId}?item={itemId ?? 0}";

    public static string OfComment(long roundId, long? itemId, long commentId) => $"{OfItem(roundId, itemId)}#comment-{commentId}";

    public static string OfDraft(long roundId, long? itemId, string draftId) => $"{OfItem(roundId, itemId)}#draft-{draftId}";
}
