using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Live;

namespace Workspace.Web.Meetings.Speakers;

/// <summary>The lists of speakers, shared by all who watch. Beside the room, so that asking for the floor does not draw it anew.</summary>
public sealed class SpeakerLists(IDbContextFactory<WorkspaceDb> factory, LiveUpdates updates, TimeProvider time) : IDisposable
{
    private readonly SharedReadings<SpeakerList> lists = new(updates, time, Concerns, id => ReadAsync(factory, id));

    /// <summary>The list; null where there is no such meeting. Rights are the caller's to check.</summary>
    public Task<SpeakerList?> FindAsync(long meetingId, CancellationToken cancellationToken = default) => lists.FindAsync(meetingId, cancellationToken);

    public void Dispose() => lists.Dispose();

    private static long? Concerns(LiveTopic topic) =>
        topic.IdAs(LiveTopic.Speakers) ?? topic.IdAs(LiveTopic.Meeting) ?? (topic == LiveTopic.Directory ? SharedReadings<SpeakerList>.All : null);

    private static async Task<SpeakerList?> ReadAsync(IDbContextFactory<WorkspaceDb> factory, long meetingId)
    {
        await using var db = await factory.CreateDbContextAsync();
        var meeting = await db.Meetings.AsNoTracking().Where(m => m.Id == meetingId).Select(m => new { m.GroupId, m.TimeZone, m.State }).SingleOrDefaultAsync();
        if (meeting is null)
            return null;
        var open = await (
            from request in db.SpeakerRequests.AsNoTracking()
            where request.MeetingId == meetingId && request.EndedAt == null
            join person in db.People on request.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby request.Position, request.Id
            select new { Request = request, Name = person == null ? request.GuestName : person.Name }).ToListAsync();
        var lines = open.Select(o => new SpeakerLine(o.Request.Id, o.Request.PersonId, o.Name ?? "", o.Request.AgendaItemId, o.Request.GivenAt)).ToList();
        return new(
            meeting.GroupId, meeting.TimeZone, meeting.State, lines.Find(line => line.GivenAt is not null), [.. lines.Where(line => line.GivenAt is null)]);
    }
}
