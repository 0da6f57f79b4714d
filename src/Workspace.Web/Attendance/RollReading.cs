using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>A person as lists of those present name them.</summary>
internal sealed record RollPerson(long Id, string Name, string FullName, string? Function, string? Organisation)
{
    public static async Task<Dictionary<long, RollPerson>> ReadAsync(WorkspaceDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
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
}

/// <summary>Puts the roll together from the marks, their record, and who held which seat and office on the meeting's day.</summary>
internal sealed class RollReading(
    GroupOfDay group, IReadOnlyList<RollEntry> entries, IReadOnlyList<RollStep> steps, IReadOnlyDictionary<long, RollPerson> people, MeetingSpan span)
{
    private readonly IReadOnlyList<RollStay> stays = RollStay.Read(steps, span.StartedAt);

    public GroupOfDay Group => group;

    public IReadOnlyList<RollStep> Steps => steps;

    public IReadOnlyDictionary<long, RollPerson> People => people;

    public static async Task<RollReading> ReadAsync(WorkspaceDb db, MeetingInfo meeting, MeetingSpan span, CancellationToken cancellationToken)
    {
        var day = meeting.StartsAt.DayIn(meeting.TimeZone);
        var group = await GroupOfDay.ReadAsync(db, meeting.GroupId, day, cancellationToken);
        var entries = await db.Roll.AsNoTracking().Where(e => e.MeetingId == meeting.Id).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var steps = await RollLog.ReadAsync(db, meeting.Id, cancellationToken);
        var ids = group.People.Concat(entries.Select(e => e.PersonId).OfType<long>()).Concat(steps.Select(s => s.PersonId).OfType<long>());
        return new(group, entries, steps, await RollPerson.ReadAsync(db, [.. ids.Distinct()], cancellationToken), span);
    }

    public Roll Roll()
    {
        var bySeat = entries.Where(e => e.SeatId is not null).ToDictionary(e => e.SeatId!.Value);
        var byPerson = entries.Where(e => e.SeatId is null && e.PersonId is not null).ToLookup(e => e.PersonId!.Value);
        List<RollSeat> seats = [.. group.Seats.Select(seat => SeatOf(seat, bySeat.GetValueOrDefault(seat.Id)))];
        List<RollOther> others = [.. group.Others(byPerson.Select(person => person.Key)).Select(id => OtherOf(id, byPerson[id].LastOrDefault()))];
        List<RollLabel> labels = [.. entries.Where(e => e.SeatId is null && e.PersonId is null).Select(e => new RollLabel(e.Id, e.GuestName ?? "", e.GuestOrganisation))];
        return new(
            seats,
            others,
            labels,
            [.. seats.SelectMany(SeatLines), .. others.Where(o => !o.IsGuest).SelectMany(OtherLines)],
            [.. seats.Select(ExcusedLine).OfType<RollExcused>(), .. others.Where(o => !o.IsGuest && o.State == RollState.Excused).Select(o => new RollExcused(people[o.PersonId].FullName, o.Organisation, null))],
            [.. others.Where(o => o.IsGuest).SelectMany(OtherLines), .. labels.Select(l => new RollPresent(l.Name, null, l.Organisation, [], null, false, []))]);
    }

    /// <summary>The attendance list: for every seat who took part, or else its holder; officers, and guests who came.</summary>
    public IReadOnlyList<RollLine> Lines(Roll roll) =>
    [
        .. roll.Seats.SelectMany(SheetLines),
        .. roll.Others.Where(o => !o.IsGuest).SelectMany(o => OtherLines(o).Select(line => new RollLine(line, HowOf(line), false)).DefaultIfEmpty(Absent(o.PersonId, o.Organisation, o.State))),
        .. roll.Guests.Select(guest => new RollLine(guest, HowOf(guest), true)),
    ];

    private IEnumerable<RollLine> SheetLines(RollSeat seat)
    {
        var lines = SeatLines(seat).Select(line => new RollLine(line, HowOf(line), false)).ToList();
        return lines.Count > 0 || seat.Holder is not { } holder ? lines : [Absent(holder.Id, OrganisationOf(seat.SeatId), seat.State)];
    }

    private RollLine Absent(long personId, string? organisation, RollState? state)
    {
        var person = people[personId];
        return new(new(person.FullName, person.Function, organisation, group.OfficesOf(personId), null, false, []), state, false);
    }

    private static RollState HowOf(RollPresent line) => line.IsOnline ? RollState.Online : RollState.Present;

    /// <summary>The seat's own name, with the person's organisation where the seat is a person's own.</summary>
    public string? OrganisationOf(long seatId) => group.Seats.FirstOrDefault(s => s.Id == seatId) switch
    {
        { PersonId: { } own } when people.TryGetValue(own, out var owner) => owner.Organisation,
        { } seat => seat.Organisation ?? "",
        null => null,
    };

    private RollSeat SeatOf(SeatOfDay seat, RollEntry? entry) => new(
        seat.Id,
        seat.PersonId is { } own && people.TryGetValue(own, out var owner) ? owner.Name : seat.Organisation ?? "",
        seat.HolderId is { } holder && people.TryGetValue(holder, out var person) ? new(holder, person.Name) : null,
        [.. seat.AlternateIds.Select(id => new RollName(id, people[id].Name))],
        entry?.State,
        entry?.PersonId,
        entry?.Cause,
        TimeOf(new(seat.Id, null, null)));

    private RollOther OtherOf(long id, RollEntry? entry) => new(
        id, people[id].Name, people[id].Organisation, group.OfficesOf(id), entry?.State, entry?.Cause, TimeOf(new(null, id, null)));

    private RollTime? TimeOf(RollPlace place) => steps.LastOrDefault(s => s.Place == place) is { } last ? new(last.ChangeId, last.At) : null;

    /// <summary>Who is there for the seat, after those who were and have left.</summary>
    private IEnumerable<RollPresent> SeatLines(RollSeat seat)
    {
        RollPlace place = new(seat.SeatId, null, null);
        var present = seat.IsPresent ? seat.PersonId : null;
        foreach (var stay in stays.Where(s => s.Place == place && s.PersonId is not null && s.PersonId != present))
            yield return Line(stay.PersonId!.Value, stay.State, stay.Intervals);
        if (present is { } id)
            yield return Line(id, seat.State!.Value, TimesOf(place, id));

        RollPresent Line(long id, RollState state, IReadOnlyList<RollInterval> times)
        {
            var person = people[id];
            var stoodIn = seat.Holder is { } holder && holder.Id != id ? people[holder.Id].FullName : null;
            return new(person.FullName, person.Function, OrganisationOf(seat.SeatId), group.OfficesOf(id), stoodIn, state == RollState.Online, times) { CameAt = CameAt(times) };
        }
    }

    private IEnumerable<RollPresent> OtherLines(RollOther other)
    {
        var times = TimesOf(new(null, other.PersonId, null), other.PersonId);
        if (!other.IsPresent && times.Count == 0)
            yield break;
        var person = people[other.PersonId];
        yield return new(person.FullName, person.Function, other.Organisation, other.Offices, null, other.State == RollState.Online, times) { CameAt = CameAt(times) };
    }

    private DateTimeOffset? CameAt(IReadOnlyList<RollInterval> times) => times is [var first, ..] && first.From >= span.SettledAt ? first.From : null;

    private IReadOnlyList<RollInterval> TimesOf(RollPlace place, long personId) =>
        stays.FirstOrDefault(s => s.Place == place && s.PersonId == personId)?.Intervals ?? [];

    private RollExcused? ExcusedLine(RollSeat seat) => seat switch
    {
        { State: RollState.Excused, PersonId: { } id } => new(people[id].FullName, OrganisationOf(seat.SeatId), null),
        { IsPresent: true, Holder: { } holder, PersonId: { } id } when holder.Id != id && TimesOf(new(seat.SeatId, null, null), holder.Id).Count == 0 =>
            new(people[holder.Id].FullName, OrganisationOf(seat.SeatId), people[id].FullName),
        _ => null,
    };
}
