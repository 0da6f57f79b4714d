namespace Workspace.Web.Rounds.Settling;

/// <summary>What came of a comment (R32).</summary>
public enum SettlementOutcome { Accepted, PartlyAccepted, NotAccepted, Explained, Noted }

/// <summary>What the author says to it (C6).</summary>
public enum SettlementAnswer { Settled, Insists }

/// <summary>How a comment was settled (vypořádání), by whom and when; what it was before is kept as <see cref="SettlementChange"/>.</summary>
public sealed class Settlement
{
    public const int ReasonLength = 20_000;

    private Settlement()
    {
    }

    public Settlement(long commentId, long roundId) => (CommentId, RoundId) = (commentId, roundId);

    public long CommentId { get; private set; }

    public long RoundId { get; private set; }

    public SettlementOutcome Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The item's wording as it was decided, where the outcome changed it.</summary>
    public string? Wording { get; private set; }

    public long By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The version of the item's text that carries it; null where the text was not changed.</summary>
    public long? TextVersion { get; private set; }

    /// <summary>When the author was told; nothing is changed after that unless the author insists.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public SettlementAnswer? Answer { get; private set; }

    public string? AnswerWords { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The agenda item that decides on what is insisted on.</summary>
    public long? AgendaItemId { get; private set; }

    public void Decide(SettlementOutcome outcome, string reason, string? wording, long? textVersion, long by, DateTimeOffset at)
    {
        (Outcome, Reason, Wording, TextVersion, By, At) = (outcome, reason.Trim(), wording, textVersion, by, at);
        (ToldAt, Answer, AnswerWords, AnsweredAt) = (null, null, null, null);
    }

    public void MarkTold(DateTimeOffset at) => ToldAt = at;

    public void Take(SettlementAnswer answer, string? words, DateTimeOffset at) =>
        (Answer, AnswerWords, AnsweredAt) = (answer, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), at);

    public void PutOnAgenda(long itemId) => AgendaItemId = itemId;

    /// <summary>An essential comment that is not accepted (rozpor), as long as its author does not take it as settled (R33).</summary>
    public bool IsDispute(bool isEssential) => isEssential && Answer != SettlementAnswer.Settled
        && (Outcome == SettlementOutcome.NotAccepted || Answer == SettlementAnswer.Insists);
}

/// <summary>A settlement that was replaced by another.</summary>
public sealed class SettlementChange
{
    private SettlementChange()
    {
    }

    public SettlementChange(Settlement before, DateTimeOffset replacedAt)
    {
        (CommentId, RoundId, Outcome, Reason, Wording) = (before.CommentId, before.RoundId, before.Outcome, before.Reason, before.Wording);
        (By, At, Answer, AnswerWords, ReplacedAt) = (before.By, before.At, before.Answer, before.AnswerWords, replacedAt);
    }

    public long Id { get; private set; }

    public long CommentId { get; private set; }

    public long RoundId { get; private set; }

    public SettlementOutcome Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    public string? Wording { get; private set; }

    public long By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public SettlementAnswer? Answer { get; private set; }

    public string? AnswerWords { get; private set; }

    public DateTimeOffset ReplacedAt { get; private set; }
}
