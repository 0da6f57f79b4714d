using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>What is decided on one comment or on several alike.</summary>
/// <param name="Outcome">R32.</param>
/// <param name="Reason">Needed for every outcome but accepted.</param>
public sealed record Decision(SettlementOutcome Outcome, string Reason = "")
{
    /// <summary>The item's whole wording as it is to be now, where it is not simply what the author proposed.</summary>
    public string? Wording { get; init; }

    /// <summary>The item's wording that <see cref="Wording"/> was made from; refused if it has changed since.</summary>
    public string? Seen { get; init; }

    /// <summary>When who decides read how the comments were settled; refused where one was settled later. Null where nobody has looked.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    public bool ChangesText => Outcome is SettlementOutcome.Accepted or SettlementOutcome.PartlyAccepted;
}

internal static class SettlementCheck
{
    public const int MostAtOnce = 500;

    public static Refusal? Of(Decision decision) =>
        !Enum.IsDefined(decision.Outcome) ? new("RoundOutcomeUnknown")
        : decision.Outcome != SettlementOutcome.Accepted && string.IsNullOrWhiteSpace(decision.Reason) ? new("RoundSettlementReasonMissing")
        : decision.Reason.Trim().Length > Settlement.ReasonLength ? new("ReasonTooLong", Settlement.ReasonLength)
        : decision.Wording?.Length > RoundComment.WordingLength ? new("RoundCommentWordingTooLong", RoundComment.WordingLength)
        : !PlainText.IsStorable(decision.Reason) || !PlainText.IsStorable(decision.Wording) ? new("TextNotStorable")
        : decision is { Wording: not null, ChangesText: false } ? new("RoundSettlementNoWording")
        : decision.Wording is { } wording && string.IsNullOrWhiteSpace(wording) ? new("RoundSettlementWordingMissing")
        : null;

    /// <summary>What is refused about these comments in their round.</summary>
    public static Refusal? Of(Decision decision, IReadOnlyList<CommentCase> cases) =>
        decision.Wording is not null && cases.Select(c => c.Item?.Id ?? 0).Distinct().ToList() is not [> 0] ? new("RoundSettlementOneItem")
        : decision is { Outcome: SettlementOutcome.PartlyAccepted, Wording: null } && cases.Any(c => c.Comment.ProposedWording is not null) ? new("RoundSettlementWordingMissing")
        : null;

    /// <summary>Whether what a comment was settled as may be replaced: until its author was told, and again when the author insists.</summary>
    public static Refusal? Of(RoundState state, Settlement? before) => state switch
    {
        RoundState.Prepared or RoundState.Open => new("RoundStillOpen"),
        RoundState.Settled when before?.Answer != SettlementAnswer.Insists => new("RoundSettled"),
        _ => before is null || before.Answer == SettlementAnswer.Insists ? null
            : before.ToldAt is not null ? new("RoundSettlementTold")
            : before.TextVersion is not null ? new("RoundSettlementInText")
            : null,
    };

    /// <summary>Somebody else was faster than who decides.</summary>
    public static bool IsOvertaken(Decision decision, Settlement? before) => before is not null && before.At > decision.LookedAt;

    /// <summary>The plan or the item no longer takes a change.</summary>
    public static async Task<Refusal?> OfPlanAsync(WorkspaceDb db, CommentRound round, IReadOnlyList<CommentCase> cases, CancellationToken cancellationToken)
    {
        if (await db.Plans.AnyAsync(p => p.Id == round.PlanId && p.ApprovedVoteId != null, cancellationToken))
            return new("PlanApproved");
        var items = cases.Select(c => c.Item!.PlanItemId).Distinct().ToList();
        return await db.PlanItems.AnyAsync(i => items.Contains(i.Id) && i.IsRemoved, cancellationToken) ? new("RoundSettlementItemRemoved") : null;
    }
}
