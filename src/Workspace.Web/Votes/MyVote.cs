using Workspace.Web.Attendance;
using Workspace.Web.Meetings;

namespace Workspace.Web.Votes;

/// <summary>A seat for which somebody may vote.</summary>
/// <param name="SeatId">Of the seat; 0 in an advisory vote, which is by person.</param>
/// <param name="Label">Its organisation, or the person whose own it is.</param>
/// <param name="StandsInFor">The holder, where the voter is an alternate.</param>
public sealed record MySeat(long SeatId, string Label, string? StandsInFor);

/// <summary>An open vote as one person meets it.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Meeting">Where it is held.</param>
/// <param name="Item">Its agenda item.</param>
/// <param name="Seats">Those for which the person may vote; empty for who only watches.</param>
/// <param name="Entitled">How many may vote, those with a conflict of interest left out.</param>
public sealed record MyVote(RoomVote Vote, MeetingInfo Meeting, RoomItem? Item, IReadOnlyList<MySeat> Seats, int Entitled)
{
    public int Voted => Vote.Advisory?.Marks.Count ?? Vote.Voted.Count;

    /// <summary>The open votes of a meeting, as somebody meets them who may read its group's matters.</summary>
    public static IEnumerable<MyVote> Of(MeetingRoom room, MeetingVotes votes, long personId) => votes.Open.Select(v => new MyVote(
        v,
        room.Meeting,
        room.Agenda.FirstOrDefault(i => i.Id == v.Vote.AgendaItemId),
        !v.Vote.Way.IsOnDevices() ? [] : v.Vote.IsAdvisory ? [new(0, "", null)] : [.. SeatsOf(room, personId)],
        Electors(room).Count(seat => !v.Recused.Contains(seat.SeatId))));

    /// <summary>Seats that may vote: present ones, per rollam all that somebody can answer for.</summary>
    public static IEnumerable<RollSeat> Electors(MeetingRoom room) => room.Meeting.Form == MeetingForm.PerRollam
        ? room.Roll.Seats.Where(s => s.Holder is not null || s.Alternates.Count > 0)
        : room.Roll.Seats.Where(s => s.IsPresent && s.PersonId is not null);

    public static IEnumerable<MySeat> SeatsOf(MeetingRoom room, long personId) => Electors(room)
        .Where(s => room.Meeting.Form == MeetingForm.PerRollam ? s.Holder?.Id == personId || s.Alternates.Any(a => a.Id == personId) : s.PersonId == personId)
        .Select(s => new MySeat(s.SeatId, s.Label, s.Holder is { } holder && holder.Id != personId ? holder.Name : null));
}
