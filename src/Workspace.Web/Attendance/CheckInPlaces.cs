using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>A place for which a person may check in.</summary>
/// <param name="Place">The seat, or the person's own where they have none.</param>
/// <param name="Label">The seat's name; null without a seat.</param>
/// <param name="StandsInFor">The holder whom an alternate represents.</param>
/// <param name="TakenBy">Somebody else who is present for the seat.</param>
public sealed record CheckInPlace(RollPlace Place, string? Label, string? StandsInFor, string? TakenBy);

/// <summary>Where and how a person is marked as present.</summary>
public sealed record CheckedIn(CheckInPlace Place, RollState State, RollCause? Cause, RollTime? Since);

/// <summary>Whether and for what one person may check in to a meeting, read from its room.</summary>
/// <param name="IsOpen">Whether one may check in now.</param>
/// <param name="Places">The own seat first.</param>
/// <param name="Current">Null while the person is not marked as present.</param>
/// <param name="IsGuest">May speak, but has neither seat nor office.</param>
public sealed record CheckInView(bool IsOpen, IReadOnlyList<CheckInPlace> Places, CheckedIn? Current, bool IsGuest)
{
    /// <summary>How long before a meeting one may check in.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(60);

    /// <summary>What the person may choose: taken seats are shown, not offered.</summary>
    public IEnumerable<CheckInPlace> Free => Places.Where(p => p.TakenBy is null);

    public static CheckInView Of(MeetingRoom room, long me, DateTimeOffset now)
    {
        var roll = room.Roll;
        List<CheckInPlace> places =
        [
            .. roll.Seats.Where(s => s.Holder?.Id == me).Select(s => Seat(s, null)),
            .. roll.Seats.Where(s => s.Holder?.Id != me && s.Alternates.Any(a => a.Id == me)).Select(s => Seat(s, s.Holder?.Name)),
        ];
        var own = roll.Others.FirstOrDefault(o => o.PersonId == me);
        if (own is not null)
            places.Add(new(new(null, me, null), null, null, null));
        var seat = roll.Seats.FirstOrDefault(s => s.IsPresent && s.PersonId == me);
        var current = seat is not null
            ? places.Find(p => p.Place.SeatId == seat.SeatId) is { } place ? new CheckedIn(place, seat.State!.Value, seat.Cause, seat.Since) : null
            : own is { IsPresent: true } ? new CheckedIn(places[^1], own.State!.Value, own.Cause, own.Since) : null;
        return new(IsOpenAt(room.Meeting.State, room.Meeting.StartsAt, room.Meeting.EndsAt, now), places, current, own is { IsGuest: true } && places.Count == 1);

        CheckInPlace Seat(RollSeat s, string? holder) =>
            new(new(s.SeatId, null, null), s.Label, holder, s.IsPresent && s.PersonId != me ? s.PersonName ?? s.Label : null);
    }

    /// <summary>While the meeting is open, and from an hour before its start where it has not begun.</summary>
    public static bool IsOpenAt(MeetingState state, DateTimeOffset startsAt, DateTimeOffset endsAt, DateTimeOffset now) => state switch
    {
        MeetingState.Live or MeetingState.Adjourned => true,
        MeetingState.Planned or MeetingState.Invited => now >= startsAt - Before && now <= endsAt,
        _ => false,
    };
}
