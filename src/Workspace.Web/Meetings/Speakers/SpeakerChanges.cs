using Microsoft.EntityFrameworkCore;

namespace Workspace.Web.Meetings.Speakers;

internal static class SpeakerChanges
{
    /// <summary>Who speaks or waits, in the order of the list.</summary>
    public static Task<List<SpeakerRequest>> OpenSpeakersAsync(this MeetingChange change, CancellationToken cancellationToken) =>
        change.Db.SpeakerRequests.Where(request => request.MeetingId == change.Meeting.Id && request.EndedAt == null)
            .OrderBy(request => request.Position).ThenBy(request => request.Id).ToListAsync(cancellationToken);

    /// <summary>With the meeting the speech ends, and nobody waits any longer.</summary>
    public static async Task EndSpeechesAsync(this MeetingChange change, CancellationToken cancellationToken)
    {
        foreach (var request in await change.OpenSpeakersAsync(cancellationToken))
            request.End(change.Now);
    }
}
