using Workspace.Web.Groups;

namespace Workspace.Web.Attendance;

public sealed record RollName(long Id, string Name);

/// <summary>Since when a mark holds, and the recorded change that says so.</summary>
public sealed record RollTime(long ChangeId, DateTimeOffset At);

/// <summary>A seat of the meeting's day: who holds it, who may stand in, and how it is marked (null while it is not).</summary>
/// <param name="SeatId">Of the seat.</param>
/// <param name="Label">Its organisation and unit, or the person whose own it is.</param>
/// <param name="Holder">Null where the seat is vacant or its holder has not accepted.</param>
/// <param name="Alternates">Nominated for the day.</param>
/// <param name="State">The mark.</param>
/// <param name="PersonId">Who took part for the seat, or did not.</param>
/// <param name="Cause">Who or what made the mark.</param>
/// <param name="Since">When it was last changed; null where that is not on record.</param>
public sealed record RollSeat(
    long SeatId, string Label, RollName? Holder, IReadOnlyList<RollName> Alternates, RollState? State, long? PersonId, RollCause? Cause = null, RollTime? Since = null)
{
    public bool IsPresent => State?.IsHere() == true;

    /// <summary>Who takes part for the seat: the alternate marked for it, otherwise its holder; null where the seat is vacant.</summary>
    public string? PersonName => (Alternates.FirstOrDefault(a => a.Id == PersonId) ?? Holder)?.Name;
}

/// <summary>An officer without a seat, or a guest of the group.</summary>
public sealed record RollOther(long PersonId, string Name, string? Organisation, IReadOnlyList<Office> Offices, RollState? State, RollCause? Cause = null, RollTime? Since = null)
{
    public bool IsGuest => Offices.Count == 0;

    public bool IsPresent => State?.IsHere() == true;
}

/// <summary>A guest entered in words, for instance 'zástupci obcí'.</summary>
public sealed record RollLabel(long EntryId, string Name, string? Organisation);

/// <summary>Somebody who was there, as the attendance list prints them.</summary>
/// <param name="Name">With titles.</param>
/// <param name="Function">The person's own.</param>
/// <param name="Organisation">The seat's, or the person's own.</param>
/// <param name="Offices">In the group, on that day.</param>
/// <param name="StandsInFor">The holder of the seat where an alternate took part.</param>
/// <param name="IsOnline">Took part from afar.</param>
/// <param name="Times">From when to when, where that is on record; the last has no end for who stayed.</param>
public sealed record RollPresent(
    string Name, string? Function, string? Organisation, IReadOnlyList<Office> Offices, string? StandsInFor, bool IsOnline, IReadOnlyList<RollInterval> Times)
{
    /// <summary>When somebody came who was not there from the beginning.</summary>
    public DateTimeOffset? CameAt { get; init; }

    /// <summary>When somebody left before the end.</summary>
    public DateTimeOffset? LeftAt => Times is [.., var last] ? last.To : null;
}

/// <summary>A line of the attendance list: who took part, or was expected to.</summary>
/// <param name="Person">Whose line it is.</param>
/// <param name="State">How they took part, also who left early; null where nothing is marked.</param>
/// <param name="IsGuest">Neither seat nor office.</param>
public sealed record RollLine(RollPresent Person, RollState? State, bool IsGuest);

/// <summary>Somebody who apologised or whose alternate took part.</summary>
public sealed record RollExcused(string Name, string? Organisation, string? StandIn);

/// <summary>The roll of a meeting by the seats, holders and offices of its day.</summary>
public sealed record Roll(
    IReadOnlyList<RollSeat> Seats,
    IReadOnlyList<RollOther> Others,
    IReadOnlyList<RollLabel> Labels,
    IReadOnlyList<RollPresent> Present,
    IReadOnlyList<RollExcused> Excused,
    IReadOnlyList<RollPresent> Guests)
{
    public int PresentSeats => Seats.Count(seat => seat.IsPresent);

    public int AllSeats => Seats.Count;

    /// <summary>Whether anybody has been marked at all; otherwise nothing can be said of who was there.</summary>
    public bool IsKept => Labels.Count > 0 || Seats.Any(seat => seat.State is not null) || Others.Any(other => other.State is not null);
}
