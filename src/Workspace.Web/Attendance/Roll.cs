using Workspace.Web.Groups;

namespace Workspace.Web.Attendance;

public sealed record RollName(long Id, string Name);

/// <summary>A seat of the meeting's day: who holds it, who may stand in, and how it is marked (null while it is not).</summary>
/// <param name="SeatId">Of the seat.</param>
/// <param name="Label">Its organisation and unit, or the person whose own it is.</param>
/// <param name="Holder">Null where the seat is vacant or its holder has not accepted.</param>
/// <param name="Alternates">Nominated for the day.</param>
/// <param name="State">The mark.</param>
/// <param name="PersonId">Who took part for the seat, or did not.</param>
public sealed record RollSeat(long SeatId, string Label, RollName? Holder, IReadOnlyList<RollName> Alternates, RollState? State, long? PersonId)
{
    public bool IsPresent => State?.IsHere() == true;
}

/// <summary>An officer without a seat, or a guest of the group.</summary>
public sealed record RollOther(long PersonId, string Name, string? Organisation, IReadOnlyList<Office> Offices, RollState? State)
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
public sealed record RollPresent(string Name, string? Function, string? Organisation, IReadOnlyList<Office> Offices, string? StandsInFor, bool IsOnline);

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
