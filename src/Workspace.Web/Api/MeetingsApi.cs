using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Api;

public sealed record ApiMeeting(long Id, string Number, string Title, DateTimeOffset StartsAt, string State);

public sealed record ApiMeetingList(IReadOnlyList<ApiMeeting> Items, int Total);

public sealed record ApiAgendaItem(long Id, string Number, string Title, string Kind, long TextId);

public sealed record ApiAttendance(long? SeatId, long? PersonId, string? Name, string State);

public sealed record ApiMeetingDetails(
    long Id,
    string Number,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string State,
    long? CurrentItemId,
    IReadOnlyList<ApiAgendaItem> Agenda,
    IReadOnlyList<ApiAttendance> Attendance,
    IReadOnlyList<ApiMeetingVote> Votes);

public sealed record ApiMeetingVote(long Id, int? Number, long AgendaItemId, string Question, string State);

public static class MeetingsApi
{
    private const int MaxPage = 200;

    /// <param name="page">From 1.</param>
    /// <param name="pageSize">1 to 200.</param>
    public static async Task<IResult> ListAsync(
        ClaimsPrincipal user, IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time,
        CancellationToken cancellationToken, int page = 1, int pageSize = 100)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var groups = access.Readable(db, user.PersonId() ?? 0, time.Today()).Select(g => g.Id);
        var meetings = db.Meetings.AsNoTracking().Where(m => groups.Contains(m.GroupId));
        var total = await meetings.CountAsync(cancellationToken);
        var size = Math.Clamp(pageSize, 1, MaxPage);
        var items = await meetings
            .OrderByDescending(m => m.StartsAt).ThenBy(m => m.Id)
            .Skip((Math.Clamp(page, 1, 1_000_000) - 1) * size).Take(size)
            .ToListAsync(cancellationToken);
        return Results.Ok(new ApiMeetingList(
            [.. items.Select(m => new ApiMeeting(m.Id, m.NumberText, m.Title, m.StartsAt, Word(m.State)))], total));
    }

    public static async Task<IResult> GetAsync(
        long id, ClaimsPrincipal user, IDbContextFactory<WorkspaceDb> factory, GroupAccess access, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var groups = access.Readable(db, user.PersonId() ?? 0, time.Today()).Select(g => g.Id);
        if (await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && groups.Contains(m.GroupId), cancellationToken) is not { } meeting)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);

        var items = await db.AgendaItems.AsNoTracking()
            .Where(i => i.MeetingId == id && i.State != AgendaItemState.Removed)
            .ToListAsync(cancellationToken);
        var byId = items.ToDictionary(i => i.Id);
        var agenda = AgendaNumbering.Number(items.Select(i => new AgendaPlace(i.Id, i.ParentId, i.Position)))
            .Select(n => new ApiAgendaItem(n.Id, n.Number, byId[n.Id].Title, Word(byId[n.Id].Kind), byId[n.Id].TextId));
        var attendance = await db.Roll.AsNoTracking()
            .Where(r => r.MeetingId == id)
            .Select(r => new { r.SeatId, r.PersonId, Name = r.GuestName ?? db.People.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault(), r.State })
            .ToListAsync(cancellationToken);
        var votes = await db.Votes.AsNoTracking().Where(v => v.MeetingId == id).OrderBy(v => v.Number == null).ThenBy(v => v.Number).ThenBy(v => v.Id).ToListAsync(cancellationToken);
        return Results.Ok(new ApiMeetingDetails(
            meeting.Id, meeting.NumberText, meeting.Title, meeting.StartsAt, meeting.EndsAt, Word(meeting.State), meeting.CurrentItemId,
            [.. agenda],
            [.. attendance.Select(r => new ApiAttendance(r.SeatId, r.PersonId, r.Name, Word(r.State)))],
            [.. votes.Select(v => new ApiMeetingVote(v.Id, v.Number, v.AgendaItemId, v.Question, Word(v.State)))]));
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
