using System.Text.Json.Serialization;
using Workspace.Web.Live;

namespace Workspace.Web.Texts.Comments;

[JsonConverter(typeof(JsonStringEnumConverter<SuggestionOutcome>))]
public enum SuggestionOutcome { Accepted, Rejected }

/// <summary>What a comment is written to: a passage of one version, and its words.</summary>
public sealed record CommentedPassage(long Version, TextAnchor Anchor, string Quotation);

/// <summary>
/// A comment on a passage of a text, with the wording that its author would rather have there, if any. The passage as
/// it was is kept for good; where it is now is kept as last worked out, so that reading does not cost the whole history.
/// </summary>
public sealed class TextComment : IAnnounced
{
    /// <summary>Heard by every server, which tells those who have the text open.</summary>
    public const string TopicKind = "comment";

    public const int MaxBody = 4_000;
    public const int MaxPassage = 10_000;
    public const int MaxQuotation = 1_000;
    public const int MaxReason = 1_000;

    private TextComment()
    {
    }

    public TextComment(long textId, long authorId, string key, DateTimeOffset at, CommentedPassage passage, string body, string? suggestedWording)
    {
        TextId = textId;
        AuthorId = authorId;
        Key = key;
        At = at;
        CreatedVersion = passage.Version;
        (From, To) = (passage.Anchor.From, passage.Anchor.To);
        IsQuotationCut = passage.Quotation.Length > MaxQuotation;
        Quotation = IsQuotationCut ? CutAt(passage.Quotation, MaxQuotation) : passage.Quotation;
        Body = body;
        SuggestedWording = suggestedWording;
        if (suggestedWording is not null)
            SuggestionClientId = Guid.NewGuid().ToString("N");
        MoveTo(passage.Version, passage.Anchor);
    }

    public long Id { get; private set; }

    public long TextId { get; private set; }

    public long AuthorId { get; private set; }

    /// <summary>Made by the sender, so that a comment that is sent twice is stored once.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Rises with every change of the thread; what comes late must not replace what is newer.</summary>
    public int Changes { get; private set; } = 1;

    public long CreatedVersion { get; private set; }

    public int From { get; private set; }

    public int To { get; private set; }

    public string Quotation { get; private set; } = "";

    public bool IsQuotationCut { get; private set; }

    public string Body { get; private set; } = "";

    public DateTimeOffset? EditedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public long AnchorVersion { get; private set; }

    public int AnchorFrom { get; private set; }

    public int AnchorTo { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public long? ResolvedBy { get; private set; }

    public string? SuggestedWording { get; private set; }

    /// <summary>
    /// The client under which the suggestion enters the text, with sequence 1: that is how it enters but once. Told to
    /// nobody, for whoever knows it could use it first.
    /// </summary>
    public string? SuggestionClientId { get; private set; }

    public SuggestionOutcome? Outcome { get; private set; }

    public long? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? RejectionReason { get; private set; }

    public TextAnchor Anchor => new(AnchorFrom, AnchorTo);

    public IEnumerable<LiveTopic> Topics => [new(TopicKind, Id)];

    public void MoveTo(long version, TextAnchor anchor) => (AnchorVersion, AnchorFrom, AnchorTo) = (version, anchor.From, anchor.To);

    /// <summary>Something of the thread has changed, for instance a reply was added.</summary>
    public void Touch() => Changes++;

    public void Rewrite(string body, DateTimeOffset at)
    {
        (Body, EditedAt) = (body, at);
        Touch();
    }

    public void Withdraw(DateTimeOffset at)
    {
        WithdrawnAt = at;
        Touch();
    }

    public void Resolve(long by, DateTimeOffset at)
    {
        (ResolvedBy, ResolvedAt) = (by, at);
        Touch();
    }

    public void Reopen()
    {
        (ResolvedBy, ResolvedAt) = (null, null);
        Touch();
    }

    /// <summary>The suggestion stands in the text; with that nothing is left to be resolved.</summary>
    public void Accept(long by, DateTimeOffset at)
    {
        (Outcome, DecidedBy, DecidedAt, RejectionReason) = (SuggestionOutcome.Accepted, by, at, null);
        (ResolvedBy, ResolvedAt) = (by, at);
        Touch();
    }

    public void Reject(long by, string reason, DateTimeOffset at)
    {
        (Outcome, DecidedBy, DecidedAt, RejectionReason) = (SuggestionOutcome.Rejected, by, at, reason);
        Touch();
    }

    private static string CutAt(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
