namespace Workspace.Web.Rounds.Comments;

/// <summary>'Without comments' on an item: an answer like any other, which silence is not (R35).</summary>
public sealed class NoComments
{
    private NoComments()
    {
    }

    public NoComments(long roundId, long itemId, long personId, DateTimeOffset at) => (RoundId, ItemId, PersonId, At) = (roundId, itemId, personId, at);

    public long RoundId { get; private set; }

    public long ItemId { get; private set; }

    public long PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>A colleague of the author's organisation agrees with a sent comment; that is the colleague's answer too.</summary>
public sealed class CommentSupport
{
    private CommentSupport()
    {
    }

    public CommentSupport(long roundId, long commentId, long personId, DateTimeOffset at) => (RoundId, CommentId, PersonId, At) = (roundId, commentId, personId, at);

    public long RoundId { get; private set; }

    public long CommentId { get; private set; }

    public long PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
