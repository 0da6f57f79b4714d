using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Rounds.Public;

/// <summary>A round as everybody may see it, without an account.</summary>
/// <param name="Info">The round.</param>
/// <param name="Items">As they were frozen.</param>
/// <param name="Comments">Empty until the round is settled.</param>
/// <param name="IsLate">What is sent now is late.</param>
public sealed record PublicRound(RoundInfo Info, IReadOnlyList<RoundItem> Items, IReadOnlyList<PublicComment> Comments, bool IsLate)
{
    public bool TakesComments => Info.Round.RefusalToComment is null;
}

/// <summary>A settled comment without the name of who wrote it.</summary>
/// <param name="ItemId">Null for the whole document.</param>
/// <param name="Organisation">Empty for a citizen.</param>
/// <param name="IsLate">Came after the deadline.</param>
/// <param name="ProposedWording">Null for none.</param>
/// <param name="Reason">Its own words.</param>
/// <param name="Settlement">What came of it.</param>
public sealed record PublicComment(long? ItemId, string Organisation, bool IsLate, string? ProposedWording, string Reason, PublicSettlement? Settlement);

/// <param name="Outcome">As it was decided.</param>
/// <param name="Response">May be empty.</param>
/// <param name="Wording">As it was decided, where that is neither the old nor the proposed one.</param>
public sealed record PublicSettlement(SettlementOutcome Outcome, string Response, string? Wording);

/// <summary>What is entered of a comment of the public.</summary>
/// <param name="Key">1 to 32 letters and digits, chosen by the page for each form: however often it is sent, it is one comment.</param>
public sealed record PublicCommentInput(string Key)
{
    public string Name { get; init; } = "";

    public string Organisation { get; init; } = "";

    /// <summary>The whole wording as it should be; the frozen one proposes nothing.</summary>
    public string? ProposedWording { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>A comment as it was taken, for who sent it.</summary>
/// <param name="Item">Null for the whole document.</param>
public sealed record PublicReceipt(
    RoundItem? Item, string Name, string Organisation, string? ProposedWording, string Reason, DateTimeOffset ReceivedAt, bool IsLate);
