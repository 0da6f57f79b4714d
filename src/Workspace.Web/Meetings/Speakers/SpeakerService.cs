using Microsoft.EntityFrameworkCore;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings.Speakers;

/// <summary>
/// The list of speakers (M5). Whoever may read the group's matters may ask for the floor, guests too; chair and secretary
/// give it. One speaks at a time, in the order of the list or not.
/// </summary>
public sealed class SpeakerService(
    IDbContextFactory<WorkspaceDb> factory, GroupAccess access, MeetingChanges changes, SpeakerLists lists, TimeProvider time)
{
    /// <summary>The list, for who may read the group's matters.</summary>
    public async Task<Outcome<SpeakerListView>> ListAsync(long by, long meetingId, CancellationToken cancellationToken = default)
    {
        if (await lists.FindAsync(meetingId, cancellationToken) is not { } list)
            return Refusal.NotFound;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var standing = await access.FindAsync(db, list.GroupId, by, time.GetUtcNow().DayIn(list.TimeZone), cancellationToken);
        return standing.CanRead ? new SpeakerListView(list, standing) : Refusal.NotFound;
    }

    /// <summary>Asks for the floor; nothing changes for who speaks or waits already.</summary>
    public Task<Outcome> AskAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, meetingId, _ => true, async change =>
        {
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            var open = await change.OpenSpeakersAsync(cancellationToken);
            if (open.All(request => request.PersonId != by))
                Add(change, open, by, null);
            return null;
        }, cancellationToken);

    /// <summary>Asks for the floor on behalf of a person whom the roll says to be there.</summary>
    public Task<Outcome> AskForAsync(long by, long meetingId, long personId, CancellationToken cancellationToken = default) =>
        AskForAsync(by, meetingId, present => present.PersonId == personId, cancellationToken);

    /// <summary>Asks for the floor on behalf of a guest whom the roll names in words.</summary>
    public Task<Outcome> AskForGuestAsync(long by, long meetingId, long rollEntryId, CancellationToken cancellationToken = default) =>
        AskForAsync(by, meetingId, present => present.EntryId == rollEntryId, cancellationToken);

    /// <summary>Takes a request off the list: one's own, or anybody's for who leads the meeting. Of who speaks nothing changes.</summary>
    public Task<Outcome> WithdrawAsync(long by, long requestId, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, requestId, _ => true, (change, request, _) =>
        {
            if (request.PersonId != by && !change.Standing.CanLead)
                return Refusal.NotAllowed;
            if (request.IsWaiting)
                request.End(change.Now);
            return null;
        }, cancellationToken);

    /// <summary>
    /// Gives the floor and so ends the speech before. Where the one who speaks is no longer <paramref name="expectedRequestId"/>,
    /// the floor has been given meanwhile and nothing changes.
    /// </summary>
    public Task<Outcome> GiveAsync(long by, long requestId, long? expectedRequestId, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, MeetingOf(requestId), standing => standing.CanLead, async change =>
        {
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            var open = await change.OpenSpeakersAsync(cancellationToken);
            var speaking = open.Find(request => request.IsSpeaking);
            if (speaking?.Id == requestId || speaking?.Id != expectedRequestId)
                return null;
            if (open.Find(request => request.Id == requestId) is not { } next)
                return new("SpeakerNotWaiting");
            speaking?.End(change.Now);
            // On its own, before another speaks: the index lets nobody speak beside somebody else, not for a moment.
            await change.Db.SaveChangesAsync(cancellationToken);
            next.Give(change.Now);
            return null;
        }, cancellationToken);

    /// <summary>Ends a speech: one's own, or anybody's for who leads the meeting.</summary>
    public Task<Outcome> EndAsync(long by, long requestId, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, requestId, _ => true, (change, request, _) =>
        {
            if (request.PersonId != by && !change.Standing.CanLead)
                return Refusal.NotAllowed;
            if (request.IsSpeaking)
                request.End(change.Now);
            return null;
        }, cancellationToken);

    /// <summary>Moves somebody by one place; at the end of the list nothing changes.</summary>
    public Task<Outcome> MoveAsync(long by, long requestId, bool isUp, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, requestId, standing => standing.CanLead, (_, request, open) =>
        {
            var waiting = open.Where(other => other.IsWaiting).ToList();
            var from = waiting.IndexOf(request);
            if (from < 0)
                return new("SpeakerNotWaiting");
            var to = from + (isUp ? -1 : 1);
            if (to < 0 || to >= waiting.Count)
                return null;
            waiting.RemoveAt(from);
            waiting.Insert(to, request);
            foreach (var (position, other) in waiting.Index())
                other.PlaceAt(position);
            return null;
        }, cancellationToken);

    private Task<Outcome> AskForAsync(long by, long meetingId, Func<PresentSpeaker, bool> isMeant, CancellationToken cancellationToken) =>
        changes.StepAsync(by, meetingId, standing => standing.CanLead, async change =>
        {
            if (change.Meeting.State != MeetingState.Live)
                return new("MeetingNotLive");
            var info = (await change.Db.InfoAsync(meetingId, cancellationToken))!;
            if (PresentSpeaker.Of((await RollReading.ReadAsync(change.Db, info, MeetingSpan.Of(info, []), cancellationToken)).Roll()).FirstOrDefault(isMeant) is not { } present)
                return new("SpeakerNotPresent");
            var guestName = present.PersonId is null ? present.Name : null;
            var open = await change.OpenSpeakersAsync(cancellationToken);
            if (open.Any(request => request.PersonId == present.PersonId && request.GuestName == guestName))
                return new("SpeakerListed", present.Name);
            Add(change, open, present.PersonId, guestName);
            return null;
        }, cancellationToken);

    private Task<Outcome> ChangeAsync(
        long by, long requestId, Func<GroupStanding, bool> may, Func<MeetingChange, SpeakerRequest, List<SpeakerRequest>, Refusal?> step, CancellationToken cancellationToken) =>
        changes.StepAsync(by, MeetingOf(requestId), may, async change =>
        {
            var open = await change.OpenSpeakersAsync(cancellationToken);
            var request = open.Find(one => one.Id == requestId) ?? (await change.Db.SpeakerRequests.FindAsync([requestId], cancellationToken))!;
            return step(change, request, open);
        }, cancellationToken);

    private static Func<WorkspaceDb, IQueryable<long>> MeetingOf(long requestId) =>
        db => db.SpeakerRequests.Where(request => request.Id == requestId).Select(request => request.MeetingId);

    private static void Add(MeetingChange change, List<SpeakerRequest> open, long? personId, string? guestName)
    {
        var position = open.Count == 0 ? 0 : open.Max(request => request.Position) + 1;
        change.Db.Add(new SpeakerRequest(change.Meeting.Id, change.Meeting.CurrentItemId, personId, guestName, position, change.Now));
    }
}
