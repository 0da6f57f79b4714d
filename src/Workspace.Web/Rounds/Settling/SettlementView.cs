using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

public enum SettlementShow { All, Unsettled, Settled, Disputes, Insisted, Late, Untold }

/// <summary>Which comments are shown for settling.</summary>
public sealed record SettlementFilter
{
    public SettlementShow Show { get; init; }

    public CommentKind? Kind { get; init; }

    public SettlementOutcome? Outcome { get; init; }

    /// <summary>A round's item; <see cref="WholeDocument"/> for comments on none.</summary>
    public long? ItemId { get; init; }

    public long? OrganisationId { get; init; }

    /// <summary>Words of the comment, its author or its organisation, without regard to case and diacritics.</summary>
    public string Search { get; init; } = "";

    public int Skip { get; init; }

    /// <summary>Null for all.</summary>
    public int? Take { get; init; } = 50;

    public const long WholeDocument = 0;
}

/// <param name="Item">Null for the whole document.</param>
/// <param name="Alike">Other comments that ask for the same.</param>
public sealed record SettlementRow(RoomComment Comment, RoundItem? Item, IReadOnlyList<long> Alike);

public sealed record SettlementCounts(int Comments, int Settled, int Disputes, int Insisted, int Late, int Untold, IReadOnlyDictionary<SettlementOutcome, int> Outcomes)
{
    public int Unsettled => Comments - Settled;
}

public sealed record PlannedMeeting(long Id, string Title, DateTimeOffset StartsAt, string TimeZone);

/// <summary>Comments of a round as who settles them sees them.</summary>
/// <param name="Rows">By item, the whole document first; in each item the late ones last.</param>
/// <param name="Found">How many the filter lets through, all pages together.</param>
/// <param name="Counts">Of the whole round.</param>
/// <param name="Organisations">That have sent comments, by name.</param>
/// <param name="NextMeeting">Where disputes can be put on the agenda.</param>
/// <param name="CanSettle">Chair and secretary; an administrator looks on.</param>
public sealed record SettlementView(
    RoundInfo Info, IReadOnlyList<RoundItem> Items, IReadOnlyList<SettlementRow> Rows, int Found, SettlementCounts Counts,
    IReadOnlyList<OwnOrganisation> Organisations, PlannedMeeting? NextMeeting, bool CanSettle);

/// <summary>What accepting a wording would do.</summary>
/// <param name="Frozen">As it stood when the round opened.</param>
/// <param name="Current">As it is committed now.</param>
/// <param name="After">As it would be; in case of a conflict as it is.</param>
/// <param name="IsConflict">The same words were changed since the round opened: an edited wording is needed.</param>
public sealed record SettlementPreview(string Frozen, string Current, string After, bool IsConflict)
{
    public bool IsUnchanged => Current == After && !IsConflict;
}
