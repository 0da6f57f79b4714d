using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings.Proposals;

/// <summary>The last days, in the meeting's zone and included, for proposing items and for handing materials in (R6).</summary>
public sealed record AgendaDeadlines(DateOnly Proposals, DateOnly Materials)
{
    public static AgendaDeadlines Of(DateTimeOffset startsAt, string zone, RulesValues rules)
    {
        var day = startsAt.DayIn(zone);
        return new(
            NoticeDeadline.LatestDay(day, rules.ProposalDays, inWorkingDays: true),
            NoticeDeadline.LatestDay(day, rules.MaterialsDays, inWorkingDays: true));
    }
}
