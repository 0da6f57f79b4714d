using Workspace.Web.Data;
using Workspace.Web.Meetings;

namespace Workspace.Web.Rounds.Comments;

/// <summary>What is refused about a comment, before anything is saved.</summary>
internal static class CommentCheck
{
    private const int DraftIdLength = 32;

    /// <summary>The input as it is stored: with plain line ends, and without a wording that proposes nothing once it is sent.</summary>
    public static CommentInput Plain(CommentInput input, RoundItem? item, bool isSending)
    {
        var wording = input.ProposedWording?.ReplaceLineEndings("\n");
        return input with { ProposedWording = isSending && wording == item?.Wording ? null : wording, Reason = input.Reason.ReplaceLineEndings("\n") };
    }

    /// <summary>Of a draft, which need not be complete.</summary>
    public static Refusal? OfDraft(CommentInput input, RoundItem? item) =>
        input.DraftId.Length is 0 or > DraftIdLength || !input.DraftId.All(char.IsAsciiLetterOrDigit) ? new("RoundCommentIdInvalid")
        : !Enum.IsDefined(input.Kind) ? new("RoundCommentKindUnknown")
        : item is null && (input.Passage is not null || input.ProposedWording is not null) ? new("RoundCommentWholeOnly")
        : input.Passage is { } passage && Quotation(item!.Wording, passage) is null ? new("RoundCommentPassageInvalid")
        : input.ProposedWording?.Length > RoundComment.WordingLength ? new("RoundCommentWordingTooLong", RoundComment.WordingLength)
        : input.Reason.Trim().Length > RoundComment.ReasonLength ? new("RoundCommentReasonTooLong", RoundComment.ReasonLength)
        : !PlainText.IsStorable(input.ProposedWording) || !PlainText.IsStorable(input.Reason) ? new("TextNotStorable")
        : null;

    /// <summary>Of a comment that is sent: it says something, and an essential one says why (R31).</summary>
    public static Refusal? OfSent(CommentInput input, bool mayBeEssential) =>
        input.Kind == CommentKind.Essential && !mayBeEssential ? new("RoundEssentialByMembers")
        : input.Kind == CommentKind.Essential && string.IsNullOrWhiteSpace(input.Reason) ? new("RoundEssentialReason")
        : string.IsNullOrWhiteSpace(input.ProposedWording) && string.IsNullOrWhiteSpace(input.Reason) ? new("RoundCommentEmpty")
        : null;

    /// <summary>The words of a passage; null where there is no such place, or it would part a character.</summary>
    public static string? Quotation(string wording, CommentPassage passage) =>
        passage.From < 0 || passage.From >= passage.To || passage.To > wording.Length
        || char.IsLowSurrogate(wording[passage.From]) || char.IsHighSurrogate(wording[passage.To - 1]) ? null : wording[passage.From..passage.To];
}
