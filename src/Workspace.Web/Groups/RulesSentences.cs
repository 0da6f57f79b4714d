using Microsoft.Extensions.Localization;
using Workspace.Web.Localization;

namespace Workspace.Web.Groups;

/// <summary>Rules as sentences that members can read.</summary>
public static class RulesSentences
{
    public static IReadOnlyList<string> Of(IStringLocalizer<GroupStrings> strings, RulesOfProcedure rules)
    {
        var values = rules.Values;
        return
        [
            values.Quorum == All ? strings["QuorumAll"] : strings["QuorumSentence", ShareText.Part(strings, values.Quorum)],
            values.Majority == All
                ? strings[$"MajorityAll_{values.MajorityBasis}"]
                : strings["MajoritySentence", ShareText.Part(strings, values.Majority), strings[$"BasisOf_{values.MajorityBasis}"]],
            values.ConnectionGraceMinutes == 0 ? strings["GraceNone"] : strings.Count("GraceSentence", values.ConnectionGraceMinutes),
            strings[$"TieSentence_{values.Tie}"],
            values.NoticeDays == 0 ? strings["NoticeNone"] : strings.Count(values.NoticeInWorkingDays ? "NoticeWorking" : "NoticeCalendar", values.NoticeDays),
            values.ProposalDays == 0 ? strings["ProposalNone"] : strings.Count("ProposalSentence", values.ProposalDays),
            values.MaterialsDays == 0 ? strings["MaterialsNone"] : strings.Count("MaterialsSentence", values.MaterialsDays),
            values.MinutesCommentDays == 0 ? strings["CommentNone"] : strings.Count("CommentSentence", values.MinutesCommentDays),
            strings[values.IsVerifierNeeded ? "VerifierYes" : "VerifierNo"],
            strings[values.MayGuestsComment ? "GuestsYes" : "GuestsNo"],
            values.IsPerRollamAllowed
                ? $"{strings.Count("PerRollamYes", values.PerRollamShortestHours)} {strings[$"SilenceSentence_{values.PerRollamSilence}"]} {strings["ObjectionSentence", ShareText.Part(strings, values.PerRollamObjection)]}"
                : strings["PerRollamNo"],
            strings["FormatSentence", MinutesNumber.Format(values.MinutesNumberFormat, 2, rules.ValidFrom.Year)],
            strings["ResolutionFormatSentence", MinutesNumber.Format(values.ResolutionNumberFormat, 7, rules.ValidFrom.Year)],
        ];
    }

    private static readonly Share All = new(1, 1, false);
}
