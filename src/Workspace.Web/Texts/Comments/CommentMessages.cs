namespace Workspace.Web.Texts.Comments;

/// <summary>A passage of a version.</summary>
public sealed record AnchorMessage(long Version, int From, int To);

public sealed record SuggestionMessage(string Wording, SuggestionOutcome? Outcome, TextPerson? DecidedBy, DateTimeOffset? DecidedAt, string? Reason);

public sealed record ReplyMessage(long Id, string Key, TextPerson Author, DateTimeOffset At, DateTimeOffset? EditedAt, string Body);

/// <summary>A comment with everything that belongs to it, the same for everybody; what one may do with it depends on who one is.</summary>
public sealed record CommentThread(
    long Id,
    string Key,
    int Changes,
    bool IsWithdrawn,
    TextPerson Author,
    DateTimeOffset At,
    DateTimeOffset? EditedAt,
    string Body,
    long CreatedVersion,
    string Quotation,
    bool IsQuotationCut,
    AnchorMessage Anchor,
    TextPerson? ResolvedBy,
    DateTimeOffset? ResolvedAt,
    SuggestionMessage? Suggestion,
    IReadOnlyList<ReplyMessage> Replies);

/// <summary>All comments on a text. Refused where the person may not read it; then nothing is said of it.</summary>
public sealed record CommentsRead(string? Refused, bool CanComment, bool CanSuggest, IReadOnlyList<CommentThread> Threads)
{
    public static CommentsRead Refuse(string code) => new(code, false, false, []);
}

/// <summary>The thread as it is now; with it, where nothing was done, the reason as a code and in words.</summary>
public sealed record CommentAnswer(string? Refused, string? Message, CommentThread? Thread);
