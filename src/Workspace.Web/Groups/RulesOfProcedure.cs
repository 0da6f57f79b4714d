using Workspace.Web.Live;

namespace Workspace.Web.Groups;

/// <summary>Of what a majority is counted (V5).</summary>
public enum MajorityBasis { Members, Present, Cast, Valid }

/// <summary>What becomes of a motion when as many are for as against.</summary>
public enum TieRule
{
    /// <summary>The motion falls.</summary>
    Falls,

    /// <summary>The vote of the chair decides: it counts once more.</summary>
    ChairDecides,
}

/// <summary>What not answering a per rollam vote means (R18).</summary>
public enum Silence { NotCounted, Abstained, Against, Agreed }

/// <summary>A share that must be reached, or passed where <see cref="IsMoreThan"/>: 'more than 1/2', 'at least 3/5'.</summary>
public sealed record Share(int Numerator, int Denominator, bool IsMoreThan)
{
    /// <summary>Whether the share lies above 0 and not above 1 and can be reached at all.</summary>
    public bool IsValid => Denominator is > 0 and <= 1000 && Numerator > 0
        && (IsMoreThan ? Numerator < Denominator : Numerator <= Denominator);

    /// <summary>The fewest of so many that make the share, in whole numbers: 11 for 'more than 1/2' of 20, 6 for 'at least 2/3' of 9; 0 of none.</summary>
    /// <param name="count">From 0 to a million.</param>
    public int FewestOf(int count)
    {
        if (count == 0)
            return 0;
        var share = (long)Numerator * count;
        return (int)(IsMoreThan ? (share / Denominator) + 1 : (share + Denominator - 1) / Denominator);
    }
}

/// <summary>One version of a group's rules of procedure (jednací řád), in force from a day until the next version's day.</summary>
public sealed class RulesOfProcedure : IAnnounced
{
    private RulesOfProcedure()
    {
    }

    public RulesOfProcedure(long groupId, int version, DateOnly validFrom, RulesValues values)
    {
        GroupId = groupId;
        Version = version;
        ValidFrom = validFrom;
        // Parts that are values to us are rows to the database and belong to one version each.
        Values = values with { Quorum = values.Quorum with { }, Majority = values.Majority with { }, PerRollamObjection = values.PerRollamObjection with { } };
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public int Version { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public RulesValues Values { get; private set; } = new();

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Group(GroupId)];
}

/// <summary>What the rules say (P3). Versions are never changed, only followed by another.</summary>
public sealed record RulesValues
{
    public const int UsualConnectionGraceMinutes = 5;

    /// <summary>Share of all seats that must be present.</summary>
    public Share Quorum { get; init; } = new(1, 2, true);

    public MajorityBasis MajorityBasis { get; init; } = MajorityBasis.Present;

    public Share Majority { get; init; } = new(1, 2, true);

    public TieRule Tie { get; init; }

    /// <summary>Days between sending the invitation and the meeting (R5), 0 to 90.</summary>
    public int NoticeDays { get; init; } = 10;

    /// <summary>Whether <see cref="NoticeDays"/> are working days, without week-ends and public holidays.</summary>
    public bool NoticeInWorkingDays { get; init; }

    /// <summary>Working days before a meeting until which members may propose items of its agenda (R6), 0 to 90; 0 is until it begins.</summary>
    public int ProposalDays { get; init; } = 7;

    /// <summary>Working days before a meeting until which materials are handed in (R6), 0 to 90; 0 is until it begins.</summary>
    public int MaterialsDays { get; init; } = 5;

    /// <summary>Days during which members may comment on the draft minutes (R22), 0 to 90.</summary>
    public int MinutesCommentDays { get; init; } = 7;

    /// <summary>Minutes after a lost connection for which who takes part from afar still counts as present (R10), 0 to 60.</summary>
    public int ConnectionGraceMinutes { get; init; } = UsualConnectionGraceMinutes;

    public bool IsPerRollamAllowed { get; init; }

    /// <summary>Shortest period of a per rollam vote in hours.</summary>
    public int PerRollamShortestHours { get; init; } = 72;

    public Silence PerRollamSilence { get; init; } = Silence.NotCounted;

    /// <summary>Share of all seats whose objection to voting per rollam makes it fall (V11).</summary>
    public Share PerRollamObjection { get; init; } = new(1, 3, false);

    public bool MayGuestsComment { get; init; }

    public bool IsVerifierNeeded { get; init; } = true;

    /// <summary>Format of the minutes' number with <c>{number}</c> and <c>{year}</c>, for instance <c>{number:00}/{year}</c>.</summary>
    public string MinutesNumberFormat { get; init; } = "{number:00}/{year}";

    /// <summary>Format of the numbers of resolutions, as <see cref="MinutesNumberFormat"/>.</summary>
    public string ResolutionNumberFormat { get; init; } = "{number}/{year}";

    /// <summary>Where the rules were approved or what changed, in words.</summary>
    public string? Note { get; init; }
}
