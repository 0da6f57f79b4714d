using Workspace.Web.Data;

namespace Workspace.Web.Groups;

public static class RulesCheck
{
    public const int MostDays = 90;
    public const int MostHours = 24 * MostDays;
    public const int MostGraceMinutes = 60;
    public const int NoteLength = 1000;

    /// <summary>Why the values cannot be a group's rules; null when they can.</summary>
    public static Refusal? Check(this RulesValues values)
    {
        if (!values.Quorum.IsValid)
            return new("QuorumInvalid");
        if (!values.Majority.IsValid || !Enum.IsDefined(values.MajorityBasis))
            return new("MajorityInvalid");
        if (!Enum.IsDefined(values.Tie))
            return new("TieInvalid");
        if (values.NoticeDays is < 0 or > MostDays)
            return new("NoticeDaysInvalid", MostDays);
        if (values.ProposalDays is < 0 or > MostDays)
            return new("ProposalDaysInvalid", MostDays);
        if (values.MaterialsDays is < 0 or > MostDays)
            return new("MaterialsDaysInvalid", MostDays);
        if (values.MinutesCommentDays is < 0 or > MostDays)
            return new("CommentDaysInvalid", MostDays);
        if (values.ConnectionGraceMinutes is < 0 or > MostGraceMinutes)
            return new("GraceMinutesInvalid", MostGraceMinutes);
        if (values.PerRollamShortestHours is < 1 or > MostHours || !Enum.IsDefined(values.PerRollamSilence))
            return new("PerRollamHoursInvalid", MostHours);
        if (!values.PerRollamObjection.IsValid)
            return new("ObjectionInvalid");
        if (!MinutesNumber.IsValid(values.MinutesNumberFormat))
            return new("NumberFormatInvalid");
        if (!MinutesNumber.IsValid(values.ResolutionNumberFormat))
            return new("ResolutionFormatInvalid");
        return values.Note?.Length > NoteLength ? new("NoteTooLong", NoteLength) : null;
    }
}
