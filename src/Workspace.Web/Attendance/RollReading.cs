using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>Puts the roll together from the marks and from who held which seat and office on the meeting's day.</summary>
internal static class RollReading
{
    public static async Task<Roll> ReadAsync(WorkspaceDb db, MeetingInfo meeting, CancellationToken cancellationToken)
    {
        var day = meeting.StartsAt.DayIn(meeting.TimeZone);
        var group = await GroupOfDay.ReadAsync(db, meeting.GroupId, day, cancellationToken);
        var entries = await db.Roll.AsNoTracking().Where(e => e.MeetingId == meeting.Id).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var people = await PeopleAsync(db, [.. group.People, .. entries.Select(e => e.PersonId).OfType<long>()], cancellationToken);
        var bySeat = entries.Where(e => e.SeatId is not null).ToDictionary(e => e.SeatId!.Value);
        var byPerson = entries.Where(e => e.SeatId is null && e.PersonId is not null).ToLookup(e => e.PersonId!.Value);

        RollName? Name(long? id) => id is { } known && people.TryGetValue(known, out var person) ? new(known, person.Name) : null;
        List<RollSeat> seats = [.. group.Seats.Select(seat => new RollSeat(
            seat.Id,
            seat.PersonId is { } own && people.TryGetValue(own, out var owner) ? owner.Name : seat.Organisation ?? "",
            Name(seat.HolderId),
            [.. seat.AlternateIds.Select(id => Name(id)!)],
            bySeat.GetValueOrDefault(seat.Id)?.State,
            bySeat.GetValueOrDefault(seat.Id)?.PersonId))];
        List<RollOther> others = [.. group.Others(byPerson.Select(person => person.Key)).Select(id => new RollOther(
            id, people[id].Name, people[id].Organisation, group.OfficesOf(id), byPerson[id].LastOrDefault()?.State))];
        List<RollLabel> labels = [.. entries.Where(e => e.SeatId is null && e.PersonId is null).Select(e => new RollLabel(e.Id, e.GuestName ?? "", e.GuestOrganisation))];

        return new(
            seats,
            others,
            labels,
            [.. seats.Where(s => s.IsPresent && s.PersonId is not null).Select(SeatLine), .. others.Where(o => !o.IsGuest && o.IsPresent).Select(OtherLine)],
            [.. seats.Select(ExcusedLine).OfType<RollExcused>(), .. others.Where(o => !o.IsGuest && o.State == RollState.Excused).Select(o => new RollExcused(people[o.PersonId].FullName, o.Organisation, null))],
            [.. others.Where(o => o.IsGuest && o.IsPresent).Select(OtherLine), .. labels.Select(l => new RollPresent(l.Name, null, l.Organisation, [], null, false))]);

        RollPresent SeatLine(RollSeat seat)
        {
            var person = people[seat.PersonId!.Value];
            var stoodIn = seat.Holder is { } holder && holder.Id != person.Id ? people[holder.Id].FullName : null;
            return new(person.FullName, person.Function, OrganisationOf(seat), group.OfficesOf(person.Id), stoodIn, seat.State == RollState.Online);
        }

        RollPresent OtherLine(RollOther other) =>
            new(people[other.PersonId].FullName, people[other.PersonId].Function, other.Organisation, other.Offices, null, other.State == RollState.Online);

        RollExcused? ExcusedLine(RollSeat seat) => seat switch
        {
            { State: RollState.Excused, PersonId: { } id } => new(people[id].FullName, OrganisationOf(seat), null),
            { IsPresent: true, Holder: { } holder, PersonId: { } id } when holder.Id != id => new(people[holder.Id].FullName, OrganisationOf(seat), people[id].FullName),
            _ => null,
        };

        string? OrganisationOf(RollSeat seat) => group.Seats.First(s => s.Id == seat.SeatId) is { PersonId: { } own } && people.TryGetValue(own, out var owner) ? owner.Organisation : seat.Label;
    }

    private static async Task<Dictionary<long, RollPerson>> PeopleAsync(WorkspaceDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var rows = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.Name,
            p.TitleBefore,
            p.TitleAfter,
            p.Function,
            Organisation = db.Organisations.Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return rows.ToDictionary(p => p.Id, p => new RollPerson(
            p.Id, p.Name, (p.TitleBefore is null ? "" : p.TitleBefore + " ") + p.Name + (p.TitleAfter is null ? "" : ", " + p.TitleAfter), p.Function, p.Organisation));
    }

    private sealed record RollPerson(long Id, string Name, string FullName, string? Function, string? Organisation);
}
