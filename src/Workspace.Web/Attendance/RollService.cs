using Workspace.Web.Data;
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
    /// <param name="at">Since when, where the mark comes late; now where nothing is said.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome> MarkSeatAsync(
        long by, long meetingId, long seatId, RollState? state, long? personId = null, DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (book, _) =>
        {
            RollPlace place = new(seatId, null, null);
            if (book.Group.Seats.FirstOrDefault(s => s.Id == seatId) is not { } seat)
                return Refusal.NotFound;
            if (state is not { } mark)
                return book.Write(place, null, null, RollCause.Marked, by, at);
            var person = mark.IsHere() ? personId ?? seat.HolderId : seat.HolderId;
            if (person is null)
                return new("RollSeatVacant");
            if (person != seat.HolderId && !seat.AlternateIds.Contains(person.Value))
                return new("RollPersonNotOfSeat");
            if (mark.IsHere() && book.IsElsewhere(seatId, person.Value))
                return new("RollPersonElsewhere");
            return book.Write(place, mark, person, RollCause.Marked, by, at);
        }, cancellationToken);

    /// <summary>
    /// Marks the holders of all seats as present (online at an online meeting), but leaves those that are excused, have
    /// somebody standing in, or are vacant: exceptions are marked before or after.
    /// </summary>
    public Task<Outcome> MarkAllAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (book, meeting) =>
        {
            var mark = meeting.Form == MeetingForm.Online ? RollState.Online : RollState.Present;
            foreach (var seat in book.Group.Seats)
            {
                if (book.OfSeat(seat.Id) is null or { State: RollState.Absent } && seat.HolderId is { } holder && !book.IsElsewhere(seat.Id, holder))
                    book.Write(new(seat.Id, null, null), mark, holder, RollCause.Marked, by);
            }
            return null;
        }, cancellationToken);

    /// <summary>Marks an officer without a seat or a guest of the group; null takes the mark away.</summary>
    public Task<Outcome> MarkPersonAsync(
        long by, long meetingId, long personId, RollState? state, DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (book, _) =>
        {
            if (book.Group.HasSeat(personId))
                return new("RollPersonHasSeat");
            if (book.OfPerson(personId) is null && !book.Group.Officers.Contains(personId) && !book.Group.Guests.Contains(personId))
                return new("RollPersonUnknown");
            return book.Write(new(null, personId, null), state, state is null ? null : personId, RollCause.Marked, by, at);
        }, cancellationToken);

    /// <summary>Says when a recorded change of the roll really was. The record keeps both.</summary>
    /// <param name="by">The person who keeps the roll.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="changeId">As <see cref="RollTime.ChangeId"/> names it.</param>
    /// <param name="at">Neither in the future nor beyond the changes of the same place before and after it.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome> CorrectTimeAsync(long by, long meetingId, long changeId, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (book, _) => book.Correct(changeId, at, by), cancellationToken);

    /// <summary>Adds a guest in words: a name with an organisation, or a label such as 'zástupci obcí'.</summary>
    public Task<Outcome> AddGuestAsync(long by, long meetingId, string name, string? organisation, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (book, _) =>
        {
            if (!PlainText.IsStorable(name) || !PlainText.IsStorable(organisation))
                return new("TextNotStorable");
            if (string.IsNullOrWhiteSpace(name))
                return new("RollGuestNameMissing");
            if (name.Trim().Length > NameLimit || organisation?.Trim().Length > NameLimit)
                return new("RollGuestNameTooLong", NameLimit);
            book.AddGuest(name.Trim(), string.IsNullOrWhiteSpace(organisation) ? null : organisation.Trim(), by);
            return null;
        }, cancellationToken);

    /// <summary>Takes a guest who was entered in words off the roll.</summary>
    public Task<Outcome> RemoveGuestAsync(long by, long meetingId, long entryId, CancellationToken cancellationToken = default) =>
        KeepAsync(by, meetingId, (book, _) =>
        {
            if (book.OfGuest(entryId) is { } entry)
                book.RemoveGuest(entry, by);
            return null;
        }, cancellationToken);

    private Task<Outcome> KeepAsync(
        long by, long meetingId, Func<RollBook, Meeting, Refusal?> keep, CancellationToken cancellationToken) =>
        changes.StepAsync(by, meetingId, standing => standing.CanPrepare, async change =>
            change.Meeting.State == MeetingState.Cancelled
                ? new("RollCancelled")
                : keep(await RollBook.OpenAsync(change, cancellationToken), change.Meeting), cancellationToken);
}
