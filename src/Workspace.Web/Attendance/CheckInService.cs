using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>The code that is shown in the room now, and until when.</summary>
public sealed record ShownCode(string Code, DateTimeOffset Until);

/// <summary>People mark themselves as present and leave again (A1): for their seat, for one they stand in for, or as themselves.</summary>
public sealed class CheckInService(MeetingChanges changes, TimeProvider time)
{
    /// <summary>Marks the person as present in the room or online.</summary>
    /// <param name="by">The person.</param>
    /// <param name="meetingId">A meeting that is open or begins within the hour.</param>
    /// <param name="how"><see cref="RollState.Present"/> or <see cref="RollState.Online"/>.</param>
    /// <param name="seatId">The seat, for who has a choice; 0 to take part as oneself, without one.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<Outcome> CheckInAsync(long by, long meetingId, RollState how, long? seatId = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, meetingId, (change, book) => EnterAsync(change, book, how, seatId, cancellationToken), cancellationToken);

    /// <summary>Marks as present in the room whoever has a code that was shown there within the last minutes.</summary>
    public Task<Outcome> CheckInByCodeAsync(long by, long meetingId, string? code, long? seatId = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, meetingId, async (change, book) =>
        {
            var secret = await change.Db.CheckInSecrets.AsNoTracking().SingleOrDefaultAsync(s => s.MeetingId == meetingId, cancellationToken);
            return secret is null || !CheckInCodes.IsValid(secret.Key, code, change.Now)
                ? new("CheckInCodeStale")
                : await EnterAsync(change, book, RollState.Present, seatId, cancellationToken);
        }, cancellationToken);

    /// <summary>The person leaves; a seat for which they stood in is free for its holder again.</summary>
    public Task<Outcome> CheckOutAsync(long by, long meetingId, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, meetingId, (_, book) =>
        {
            if (book.PresenceOf(by) is not { } entry)
                return Task.FromResult<Refusal?>(new("CheckInNotPresent"));
            return Task.FromResult(entry.SeatId is { } seat
                ? book.Write(new(seat, null, null), RollState.Absent, book.Group.Seats.FirstOrDefault(s => s.Id == seat)?.HolderId ?? by, RollCause.CheckedOut, by)
                : book.Write(new(null, by, null), RollState.Absent, by, RollCause.CheckedOut, by));
        }, cancellationToken);

    /// <summary>The code to show in the room, for whoever prepares the meeting.</summary>
    public async Task<Outcome<ShownCode>> CodeAsync(long by, long meetingId, CancellationToken cancellationToken = default)
    {
        var key = await changes.ChangeAsync<byte[]>(by, meetingId, standing => standing.CanPrepare, async change =>
        {
            if (await change.Db.CheckInSecrets.AsNoTracking().SingleOrDefaultAsync(s => s.MeetingId == meetingId, cancellationToken) is { } kept)
                return kept.Key;
            CheckInSecret secret = new(meetingId, RandomNumberGenerator.GetBytes(CheckInCodes.KeyLength));
            change.Db.Add(secret);
            return secret.Key;
        }, cancellationToken);
        var now = time.GetUtcNow();
        return key.Value is { } secret ? new ShownCode(CheckInCodes.At(secret, now), CheckInCodes.EndOf(now)) : key.Refusal!;
    }

    private Task<Outcome> ChangeAsync(long by, long meetingId, Func<MeetingChange, RollBook, Task<Refusal?>> step, CancellationToken cancellationToken) =>
        changes.StepAsync(by, meetingId, standing => standing.CanRead, async change =>
            CheckInView.IsOpenAt(change.Meeting.State, change.Meeting.StartsAt, change.Meeting.EndsAt, change.Now)
                ? await step(change, await RollBook.OpenAsync(change, cancellationToken))
                : new("CheckInNotOpen"), cancellationToken);

    private static async Task<Refusal?> EnterAsync(MeetingChange change, RollBook book, RollState how, long? seatId, CancellationToken cancellationToken)
    {
        var by = change.Standing.PersonId;
        if (!how.IsHere())
            return new("CheckInStateInvalid");
        var present = book.PresenceOf(by);
        if (seatId is null && present is not null)
            return book.Write(new(present.SeatId, present.SeatId is null ? by : null, null), how, by, RollCause.CheckedIn, by);
        var places = PlacesOf(book.Group, by);
        if (places.Count == 0)
            return new("CheckInNoPlace");
        if ((seatId ?? Choose(book, places, by)) is not { } chosen)
            return new("CheckInChooseSeat");
        if (!places.Contains(chosen))
            return new("CheckInSeatNotYours");
        if (chosen == 0)
            return present?.SeatId is null ? book.Write(new(null, by, null), how, by, RollCause.CheckedIn, by) : new("CheckInElsewhere");
        if (book.IsElsewhere(chosen, by))
            return new("CheckInElsewhere");
        if (book.OfSeat(chosen) is { PersonId: { } other } taken && taken.State.IsHere() && other != by)
            return new("CheckInSeatTaken", await change.Db.People.Where(p => p.Id == other).Select(p => p.Name).SingleAsync(cancellationToken));
        // Whoever takes a seat is on the roll for it alone.
        book.Write(new(null, by, null), null, null, RollCause.CheckedIn, by);
        return book.Write(new(chosen, null, null), how, by, RollCause.CheckedIn, by);
    }

    /// <summary>The seats that the person holds or may stand in for, and 0 for taking part without one.</summary>
    private static List<long> PlacesOf(GroupOfDay group, long personId) =>
    [
        .. group.Seats.Where(s => s.HolderId == personId).Select(s => s.Id),
        .. group.Seats.Where(s => s.HolderId != personId && s.AlternateIds.Contains(personId)).Select(s => s.Id),
        .. !group.HasSeat(personId) && (group.Officers.Contains(personId) || group.Guests.Contains(personId)) ? [0L] : Array.Empty<long>(),
    ];

    /// <summary>The own seat; otherwise the only place there is, or the only one that is free. Null where one must choose.</summary>
    private static long? Choose(RollBook book, List<long> places, long personId)
    {
        if (book.Group.Seats.FirstOrDefault(s => s.HolderId == personId) is { } own)
            return own.Id;
        List<long> free = [.. places.Where(p => p == 0 || book.OfSeat(p)?.State.IsHere() != true)];
        return places.Count == 1 ? places[0] : free.Count == 1 ? free[0] : free.Count == 0 ? places[0] : null;
    }
}
