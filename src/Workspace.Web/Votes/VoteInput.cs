using Workspace.Web.Data;
using Workspace.Web.Groups;

namespace Workspace.Web.Votes;

public sealed record VoteOptionInput(string Label, long? PersonId = null);

/// <summary>What is entered to prepare a vote; basis and threshold are the rules of procedure's where they are left out.</summary>
public sealed record VoteInput(long AgendaItemId, string Question, MajorityBasis? Basis = null, Share? Threshold = null)
{
    public const int MostOptions = 50;

    public string? Wording { get; init; }

    public VoteKind Kind { get; init; }

    public VoteWay Way { get; init; }

    public bool IsSecret { get; init; }

    public bool IsAdvisory { get; init; }

    public bool ShowsTally { get; init; }

    public bool ElectsVerifier { get; init; }

    /// <inheritdoc cref="Vote.ApprovesAgenda"/>
    public bool ApprovesAgenda { get; init; }

    public int Places { get; init; } = 1;

    public IReadOnlyList<VoteOptionInput> Options { get; init; } = [];

    /// <summary>The vote that is repeated after the matter was discussed again (R15).</summary>
    public long? RepeatsId { get; init; }

    public Refusal? Check() => string.IsNullOrWhiteSpace(Question) ? new("VoteQuestionMissing")
        : Question.Trim().Length > Vote.QuestionLength ? new("VoteQuestionTooLong", Vote.QuestionLength)
        : Wording?.Trim().Length > Vote.WordingLength ? new("VoteWordingTooLong", Vote.WordingLength)
        : !PlainTextOf(Question) || !PlainTextOf(Wording) || Options.Any(o => !PlainTextOf(o.Label)) ? new("TextNotStorable")
        : !Enum.IsDefined(Kind) || !Enum.IsDefined(Way) ? new("VoteKindUnknown")
        : Threshold is { IsValid: false } || (Basis is { } basis && !Enum.IsDefined(basis)) ? new("VoteThresholdInvalid")
        : CheckOptions() ?? CheckWay();

    private Refusal? CheckOptions()
    {
        if (Kind == VoteKind.Motion)
            return null;
        if (Options.Count < (Kind == VoteKind.Variants ? 2 : 1))
            return new($"VoteOptionsMissing_{Kind}");
        if (Options.Count > MostOptions)
            return new("VoteOptionsTooMany", MostOptions);
        if (Options.Any(o => string.IsNullOrWhiteSpace(o.Label) || o.Label.Trim().Length > VoteOption.LabelLength))
            return new("VoteOptionInvalid", VoteOption.LabelLength);
        if (Options.DistinctBy(o => o.Label.Trim(), StringComparer.CurrentCultureIgnoreCase).Count() < Options.Count)
            return new("VoteOptionTwice");
        return Kind == VoteKind.Election && (Places < 1 || Places > Options.Count) ? new("VotePlacesInvalid", Options.Count) : null;
    }

    private Refusal? CheckWay() =>
        // A list of names and choices is no secret; paper ballots that are counted can be one.
        IsSecret && Way is not (VoteWay.Device or VoteWay.HandsCounted) ? new("VoteSecretWay")
        : Way == VoteWay.Consensus && (Kind.IsByOptions() || IsAdvisory) ? new("VoteConsensusKind")
        : IsAdvisory && (Way != VoteWay.Device || IsSecret || ElectsVerifier) ? new("VoteAdvisoryWay")
        : null;

    private static bool PlainTextOf(string? text) => Meetings.PlainText.IsStorable(text);
}
