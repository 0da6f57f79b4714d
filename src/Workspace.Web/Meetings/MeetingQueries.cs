using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;

namespace Workspace.Web.Meetings;

internal static class MeetingQueries
{
    public static IQueryable<MeetingSummary> Summaries(this IQueryable<Meeting> meetings) => meetings.AsNoTracking().Select(m =>
        new MeetingSummary(m.Id, m.NumberText, m.Year, m.Title, m.StartsAt, m.EndsAt, m.TimeZone, m.Form, m.Place, m.State));

    public static Task<MeetingInfo?> InfoAsync(this WorkspaceDb db, long meetingId, CancellationToken cancellationToken) =>
        (from m in db.Meetings.AsNoTracking()
         join g in db.Groups on m.GroupId equals g.Id
         where m.Id == meetingId
         select new MeetingInfo(
             m.Id, g.Id, g.Name, g.ShortName, g.ParentBody, g.HeadingLine, g.FooterLine, m.Year, m.Number, m.NumberText, m.Title, m.StartsAt, m.EndsAt,
             m.TimeZone, m.Form, m.Place, m.OnlineLink, m.State, m.StartedAt, m.ClosedAt, m.CurrentItemId, m.RulesId, m.NextMeeting))
        .SingleOrDefaultAsync(cancellationToken);
}
