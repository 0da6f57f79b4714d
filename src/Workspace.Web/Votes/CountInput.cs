namespace Workspace.Web.Votes;

/// <summary>Counted hands while they are being entered; what is left empty is none.</summary>
public sealed class CountInput
{
    public int? For { get; set; }

    public int? Against { get; set; }

    public int? Abstained { get; set; }

    public int? Invalid { get; set; }

    public Dictionary<int, int?> Options { get; } = [];

    public bool IsChairFor { get; set; }

    public string? Reason { get; set; }

    /// <summary>Whether the counts were refused for being more than the roll has present.</summary>
    public bool NeedsReason { get; set; }

    public static CountInput From(Vote vote)
    {
        var input = new CountInput { For = vote.For, Against = vote.Against, Abstained = vote.Abstained, Invalid = vote.Invalid, IsChairFor = vote.IsChairFor };
        foreach (var option in vote.Options)
            input.Options[option.Number] = option.Votes;
        return input;
    }

    public HandCount Count(Vote vote) => new(For ?? 0, vote.Kind.IsByOptions() ? 0 : Against ?? 0, Abstained ?? 0, Invalid ?? 0)
    {
        Options = vote.Kind.IsByOptions() ? vote.Options.ToDictionary(o => o.Number, o => Options.GetValueOrDefault(o.Number) ?? 0) : new Dictionary<int, int>(),
        IsChairFor = IsChairFor,
        Reason = Reason,
    };
}
