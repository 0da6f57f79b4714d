namespace Workspace.Web.Groups;

/// <summary>Rules while they are being entered.</summary>
public sealed class RulesInput
{
    public DateOnly? ValidFrom { get; set; }

    public ShareInput Quorum { get; set; } = new(new RulesValues().Quorum);

    public MajorityBasis MajorityBasis { get; set; }

    public ShareInput Majority { get; set; } = new(new RulesValues().Majority);

    public TieRule Tie { get; set; }

    public int? NoticeDays { get; set; }

    public bool NoticeInWorkingDays { get; set; }

    public int? ProposalDays { get; set; }

    public int? MaterialsDays { get; set; }

    public int? MinutesCommentDays { get; set; }

    public int? ConnectionGraceMinutes { get; set; }

    public bool IsPerRollamAllowed { get; set; }

    public int? PerRollamShortestHours { get; set; }

    public Silence PerRollamSilence { get; set; }

    public ShareInput PerRollamObjection { get; set; } = new(new RulesValues().PerRollamObjection);

    public bool MayGuestsComment { get; set; }

    public bool IsVerifierNeeded { get; set; }

    public string MinutesNumberFormat { get; set; } = "";

    public string ResolutionNumberFormat { get; set; } = "";

    public string? Note { get; set; }

    public static RulesInput From(RulesValues values, DateOnly validFrom) => new()
    {
        ValidFrom = validFrom,
        Quorum = new(values.Quorum),
        MajorityBasis = values.MajorityBasis,
        Majority = new(values.Majority),
        Tie = values.Tie,
        NoticeDays = values.NoticeDays,
        NoticeInWorkingDays = values.NoticeInWorkingDays,
        ProposalDays = values.ProposalDays,
        MaterialsDays = values.MaterialsDays,
        MinutesCommentDays = values.MinutesCommentDays,
        ConnectionGraceMinutes = values.ConnectionGraceMinutes,
        IsPerRollamAllowed = values.IsPerRollamAllowed,
        PerRollamShortestHours = values.PerRollamShortestHours,
        PerRollamSilence = values.PerRollamSilence,
        PerRollamObjection = new(values.PerRollamObjection),
        MayGuestsComment = values.MayGuestsComment,
        IsVerifierNeeded = values.IsVerifierNeeded,
        MinutesNumberFormat = values.MinutesNumberFormat,
        ResolutionNumberFormat = values.ResolutionNumberFormat,
    };

    /// <summary>The values as entered; what was left empty becomes a number that the check refuses.</summary>
    public RulesValues Values => new()
    {
        Quorum = Quorum.Share,
        MajorityBasis = MajorityBasis,
        Majority = Majority.Share,
        Tie = Tie,
        NoticeDays = NoticeDays ?? -1,
        NoticeInWorkingDays = NoticeInWorkingDays,
        ProposalDays = ProposalDays ?? -1,
        MaterialsDays = MaterialsDays ?? -1,
        MinutesCommentDays = MinutesCommentDays ?? -1,
        ConnectionGraceMinutes = ConnectionGraceMinutes ?? -1,
        IsPerRollamAllowed = IsPerRollamAllowed,
        PerRollamShortestHours = PerRollamShortestHours ?? -1,
        PerRollamSilence = PerRollamSilence,
        PerRollamObjection = PerRollamObjection.Share,
        MayGuestsComment = MayGuestsComment,
        IsVerifierNeeded = IsVerifierNeeded,
        MinutesNumberFormat = MinutesNumberFormat.Trim(),
        ResolutionNumberFormat = ResolutionNumberFormat.Trim(),
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
    };
}

/// <summary>A share while it is being entered: one of the usual ones, or one's own.</summary>
public sealed class ShareInput(Share share)
{
    public bool IsOwn { get; set; } = !ShareText.Usual.Contains(share);

    public int? Numerator { get; set; } = share.Numerator;

    public int? Denominator { get; set; } = share.Denominator;

    public bool IsMoreThan { get; set; } = share.IsMoreThan;

    public Share Share => new(Numerator ?? 0, Denominator ?? 0, IsMoreThan);

    public void Choose(Share? usual)
    {
        IsOwn = usual is null;
        if (usual is not null)
            (Numerator, Denominator, IsMoreThan) = (usual.Numerator, usual.Denominator, usual.IsMoreThan);
    }
}
