using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>Keeps the roll of a meeting (A1): seats, officers without a seat, guests. Nobody is present until marked.</summary>
public sealed class RollService(MeetingService meetings, MeetingChanges changes)
{
    private const int NameLimit = 200;

    /// <summary>The roll by the holders of the meeting's day, for who may read the group's matters.</summary>
    public async Task<Outcome<Roll>> RollAsync(long by, long meetingId, CancellationToken cancellationToken = default)
    {
        var room = await meetings.RoomAsync(by, meetingId, cancellationToken);
        return room.Value is { } view ? view.Room.Roll : room.Refusal!;
    }

    /// <summary>Marks a seat; null takes the mark away.</summary>
    /// <param name="by">The person who keeps the roll.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="seatId">A seat of the meeting's day.</param>
    /// <param name="state">How it took part.</param>
    /// <param name="personId">The holder or an alternate of that day; the holder where nobody is named.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome> MarkSeatAsync(long by, long meetingId, long seatId, RollState? state, long? personId = null, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (change, group, entries) =>
        {
            if (group.Seats.FirstOrDefault(s => s.Id == seatId) is not { } seat)
                return Refusal.NotFound;
            var entry = entries.Find(e => e.SeatId == seatId);
            if (state is not { } mark)
            {
                if (entry is not null)
                    change.Db.Remove(entry);
                return null;
            }
            var person = mark.IsHere() ? personId ?? seat.HolderId : seat.HolderId;
            if (person is null)
                return new("RollSeatVacant");
            if (person != seat.HolderId && !seat.AlternateIds.Contains(person.Value))
                return new("RollPersonNotOfSeat");
            if (mark.IsHere() && IsElsewhere(entries, seatId, person.Value))
                return new("RollPersonElsewhere");
            Mark(change, entry, seatId, mark, person.Value);
            return null;
        }, cancellationToken);

    /// <summary>
    /// Marks the holders of all seats as present (online at an online meeting), but leaves those that are excused, have
    /// somebody standing in, or are vacant: exceptions are marked before or after.
    /// </summary>
    public Task<Outcome> MarkAllAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (change, group, entries) =>
        {
            var mark = change.Meeting.Form == MeetingForm.Online ? RollState.Online : RollState.Present;
            foreach (var seat in group.Seats)
            {
                var entry = entries.Find(e => e.SeatId == seat.Id);
                if (entry is not (null or { State: RollState.Absent }) || seat.HolderId is not { } holder || IsElsewhere(entries, seat.Id, holder))
                    continue;
                if (entry is null)
                    entries.Add(entry = Mark(change, null, seat.Id, mark, holder));
                else
                    entry.Mark(mark, holder);
            }
            return null;
        }, cancellationToken);

    /// <summary>Marks an officer without a seat or a guest of the group; null takes the mark away.</summary>
    public Task<Outcome> MarkPersonAsync(long by, long meetingId, long personId, RollState? state, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (change, group, entries) =>
        {
            if (group.HasSeat(personId))
                return new("RollPersonHasSeat");
            var entry = entries.Find(e => e.SeatId is null && e.PersonId == personId);
            if (entry is null && !group.Officers.Contains(personId) && !group.Guests.Contains(personId))
                return new("RollPersonUnknown");
            if (state is { } mark)
                Mark(change, entry, null, mark, personId);
            else if (entry is not null)
                change.Db.Remove(entry);
            return null;
        }, cancellationToken);

    /// <summary>Adds a guest in words: a name with an organisation, or a label such as 'zástupci obcí'.</summary>
    public Task<Outcome> AddGuestAsync(long by, long meetingId, string name, string? organisation, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (change, _, _) =>
        {
            if (!PlainText.IsStorable(name) || !PlainText.IsStorable(organisation))
                return new("TextNotStorable");
            if (string.IsNullOrWhiteSpace(name))
                return new("RollGuestNameMissing");
            if (name.Trim().Length > NameLimit || organisation?.Trim().Length > NameLimit)
                return new("RollGuestNameTooLong", NameLimit);
            var entry = new RollEntry(meetingId, null, null, name.Trim(), string.IsNullOrWhiteSpace(organisation) ? null : organisation.Trim());
            entry.Mark(RollState.Present, null);
            change.Db.Add(entry);
            return null;
        }, cancellationToken);

    /// <summary>Takes a guest who was entered in words off the roll.</summary>
    public Task<Outcome> RemoveGuestAsync(long by, long meetingId, long entryId, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (change, _, entries) =>
        {
            if (entries.Find(e => e.Id == entryId && e.SeatId is null && e.PersonId is null) is { } entry)
                change.Db.Remove(entry);
            return null;
        }, cancellationToken);

    private Task<Outcome> KeepAsync(
        long by, long meetingId, Func<MeetingChange, GroupOfDay, List<RollEntry>, Refusal?> keep, CancellationToken cancellationToken) =>
        changes.StepAsync(by, meetingId, standing => standing.CanPrepare, async change =>
        {
            if (change.Meeting.State == MeetingState.Cancelled)
                return new Refusal("RollCancelled");
            var day = change.Meeting.StartsAt.DayIn(change.Meeting.TimeZone);
            var group = await GroupOfDay.ReadAsync(change.Db, change.Meeting.GroupId, day, cancellationToken);
            var entries = await change.Db.Roll.Where(e => e.MeetingId == meetingId).ToListAsync(cancellationToken);
            return keep(change, group, entries);
        }, cancellationToken);

    private static RollEntry Mark(MeetingChange change, RollEntry? entry, long? seatId, RollState state, long personId)
    {
        if (entry is null)
            change.Db.Add(entry = new RollEntry(change.Meeting.Id, seatId, personId, null, null));
        entry.Mark(state, personId);
        return entry;
    }

    /// <summary>One person takes part for one seat only.</summary>
    private static bool IsElsewhere(List<RollEntry> entries, long seatId, long personId) => entries.Any(e =>
        e.SeatId is not null && e.SeatId != seatId && e.PersonId == personId && e.State.IsHere());
}
