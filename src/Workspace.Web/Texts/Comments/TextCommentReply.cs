namespace Workspace.Web.Texts.Comments;

/// <summary>An answer within the thread of a comment; announced by the comment, which is touched with it.</summary>
public sealed class TextCommentReply
{
    private TextCommentReply()
    {
    }

    public TextCommentReply(long commentId, long authorId, string key, DateTimeOffset at, string body)
    {
        CommentId = commentId;
        AuthorId = authorId;
        Key = key;
        At = at;
        Body = body;
    }

    public long Id { get; private set; }

    public long CommentId { get; private set; }

    public long AuthorId { get; private set; }

    /// <summary>Made by the sender, so that a reply that is sent twice is stored once.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string Body { get; private set; } = "";

    public DateTimeOffset? EditedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Rewrite(string body, DateTimeOffset at) => (Body, EditedAt) = (body, at);

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;
}
