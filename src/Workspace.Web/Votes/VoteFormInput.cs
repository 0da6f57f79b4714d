using Workspace.Web.Groups;

namespace Workspace.Web.Votes;

/// <summary>A vote while it is being entered.</summary>
public sealed class VoteFormInput
{
    public long AgendaItemId { get; set; }

    public string Question { get; set; } = "";

    public bool HasWording { get; set; }

    public string Wording { get; set; } = "";

    public VoteKind Kind { get; set; }

    public VoteWay Way { get; set; }

    public bool IsSecret { get; set; }

    public bool IsAdvisory { get; set; }

    public bool ShowsTally { get; set; }

    public bool ElectsVerifier { get; set; }

    public bool ApprovesAgenda { get; set; }

    public int? Places { get; set; } = 1;

    /// <summary>Each on a line of its own.</summary>
    public string Options { get; set; } = "";

    /// <summary>Whether basis and threshold are those of the rules of procedure.</summary>
    public bool IsByRules { get; set; } = true;

    public MajorityBasis Basis { get; set; } = MajorityBasis.Present;

    public ShareInput Threshold { get; set; } = new(new Share(1, 2, true));

    public long? RepeatsId { get; set; }

    /// <summary>That the matter was discussed again before it is voted on again (R15).</summary>
    public bool WasDiscussedAgain { get; set; }

    public static VoteFormInput From(Vote vote) => new()
    {
        AgendaItemId = vote.AgendaItemId,
        Question = vote.Question,
        HasWording = vote.Wording is not null,
        Wording = vote.Wording ?? "",
        Kind = vote.Kind,
        Way = vote.Way,
        IsSecret = vote.IsSecret,
        IsAdvisory = vote.IsAdvisory,
        ShowsTally = vote.ShowsTally,
        ElectsVerifier = vote.ElectsVerifier,
        ApprovesAgenda = vote.ApprovesAgenda,
        Places = vote.Places,
        Options = string.Join('\n', vote.Options.Select(o => o.Label)),
        IsByRules = vote.RulesVersion is not null,
        Basis = vote.Basis,
        Threshold = new(vote.Threshold),
        RepeatsId = vote.RepeatsId,
        WasDiscussedAgain = vote.RepeatsId is not null && vote.State == VoteState.Prepared,
    };

    /// <param name="people">Names by which candidates are known, with their ids.</param>
    public VoteInput Read(ILookup<string, long> people) => new(AgendaItemId, Question, IsByRules ? null : Basis, IsByRules ? null : Threshold.Share)
    {
        Wording = HasWording ? Wording : null,
        Kind = Kind,
        Way = Way,
        IsSecret = IsSecret,
        IsAdvisory = IsAdvisory,
        ShowsTally = ShowsTally,
        ElectsVerifier = ElectsVerifier,
        ApprovesAgenda = ApprovesAgenda,
        Places = Places ?? 0,
        RepeatsId = RepeatsId,
        Options = Kind == VoteKind.Motion ? [] : [.. Options.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(label => new VoteOptionInput(label, Kind == VoteKind.Election && people[label].ToList() is [var only] ? only : null))],
    };
}
