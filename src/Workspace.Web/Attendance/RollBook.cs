using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance;

/// <summary>
/// The roll of one meeting within a change of it: what stands on the roll and the record of how it came to be are always
/// written together. Belongs to a transaction that holds the meeting's row.
/// </summary>
internal sealed class RollBook
{
    private static readonly TimeSpan EarliestBeforeStart = TimeSpan.FromHours(12);

    private readonly WorkspaceDb db;
    private readonly Meeting meeting;
    private readonly DateTimeOffset now;
    private readonly List<RollEntry> entries;
    private readonly List<RollChange> changes;
    private readonly List<MeetingEvent> events;

    private RollBook(WorkspaceDb db, Meeting meeting, DateTimeOffset now, GroupOfDay group, List<RollEntry> entries, List<RollChange> changes, List<MeetingEvent> events)
    {
        (this.db, this.meeting, this.now, Group) = (db, meeting, now, group);
        (this.entries, this.changes, this.events) = (entries, changes, events);
    }

    public GroupOfDay Group { get; }

    public static async Task<RollBook> OpenAsync(MeetingChange change, CancellationToken cancellationToken)
    {
        var (db, meeting) = (change.Db, change.Meeting);
        return new(
            db,
            meeting,
            change.Now,
            await GroupOfDay.ReadAsync(db, meeting.GroupId, meeting.StartsAt.DayIn(meeting.TimeZone), cancellationToken),
            await db.Roll.Where(e => e.MeetingId == meeting.Id).OrderBy(e => e.Id).ToListAsync(cancellationToken),
            await db.RollChanges.AsNoTracking().Where(c => c.MeetingId == meeting.Id).OrderBy(c => c.Id).ToListAsync(cancellationToken),
            await db.MeetingEvents.AsNoTracking().Where(e => e.MeetingId == meeting.Id).OrderBy(e => e.Id).ToListAsync(cancellationToken));
    }

    public RollEntry? OfSeat(long seatId) => entries.Find(e => e.SeatId == seatId);

    public RollEntry? OfPerson(long personId) => entries.Find(e => e.SeatId is null && e.PersonId == personId);

    public RollEntry? OfGuest(long entryId) => entries.Find(e => e.Id == entryId && e.SeatId is null && e.PersonId is null);

    /// <summary>The entry by which the person is present: for a seat, or as themselves.</summary>
    public RollEntry? PresenceOf(long personId) => entries.Where(e => e.PersonId == personId && e.State.IsHere()).OrderBy(e => e.SeatId is null).FirstOrDefault();

    /// <summary>One person takes part for one seat only.</summary>
    public bool IsElsewhere(long seatId, long personId) => entries.Exists(e =>
        e.SeatId is not null && e.SeatId != seatId && e.PersonId == personId && e.State.IsHere());

    /// <summary>Marks a place from a moment on, by default from now; null takes the mark away. What stands already is left.</summary>
    public Refusal? Write(RollPlace place, RollState? to, long? personId, RollCause cause, long by, DateTimeOffset? at = null)
    {
        var entry = place.SeatId is { } seat ? OfSeat(seat) : place.PersonId is { } person ? OfPerson(person) : null;
        if (entry?.State == to && (to is null || entry!.PersonId == personId))
            return null;
        var last = LastOf(place);
        if (at is { } said && (said > LatestMoment || said < meeting.StartsAt - EarliestBeforeStart))
            return new("RollTimeInvalid");
        at = NotBefore(at, last?.At);
        if (at < last?.At)
            return new("RollTimeBeforeLast", Clock(last!.At));
        Record(place, personId ?? entry?.PersonId, entry?.State, to, at ?? Usual(last), cause, by);
        if (to is { } state)
            Enter(entry, place, state, personId, cause);
        else
            Strike(entry!);
        return null;
    }

    public void AddGuest(string name, string? organisation, long by)
    {
        var entry = new RollEntry(meeting.Id, null, null, name, organisation);
        entry.Mark(RollState.Present, null, RollCause.Marked);
        entries.Add(entry);
        db.Add(entry);
        var place = PlaceOf(entry);
        Record(place, null, null, RollState.Present, Usual(LastOf(place)), RollCause.Marked, by);
    }

    public void RemoveGuest(RollEntry entry, long by)
    {
        var place = PlaceOf(entry);
        Record(place, null, entry.State, null, Usual(LastOf(place)), RollCause.Marked, by);
        Strike(entry);
    }

    /// <summary>Says of a recorded change that it was at another moment; it stays between its neighbours of the same place.</summary>
    public Refusal? Correct(long changeId, DateTimeOffset at, long by)
    {
        var steps = RollLog.Read(changes);
        if (steps.FirstOrDefault(s => s.ChangeId == changeId) is not { } step)
            return Refusal.NotFound;
        if (at > LatestMoment || at < meeting.StartsAt - EarliestBeforeStart)
            return new("RollTimeInvalid");
        List<RollStep> ofPlace = [.. steps.Where(s => s.Place == step.Place)];
        var index = ofPlace.IndexOf(step);
        if (index > 0)
            at = NotBefore(at, ofPlace[index - 1].At)!.Value;
        if (index > 0 && at < ofPlace[index - 1].At)
            return new("RollTimeBeforeLast", Clock(ofPlace[index - 1].At));
        if (index + 1 < ofPlace.Count && at > ofPlace[index + 1].At)
            return new("RollTimeAfterNext", Clock(ofPlace[index + 1].At));
        if (at != step.At)
            Add(changes.Find(c => c.Id == changeId)!.CorrectedTo(at, ItemAt(at), by, now));
        return null;
    }

    public RollStep? LastOf(RollPlace place) => RollLog.Read(changes).LastOrDefault(s => s.Place == place);

    private DateTimeOffset LatestMoment => meeting.ClosedAt ?? now;

    /// <summary>
    /// Marks are of now while there is still something to happen. What is marked afterwards holds from the mark which it
    /// replaces, or from the start.
    /// </summary>
    private DateTimeOffset Usual(RollStep? last)
    {
        var usual = meeting.State == MeetingState.Closed ? last?.At ?? meeting.StartedAt ?? now : now;
        return last?.At > usual ? last.At : usual;
    }

    private void Record(RollPlace place, long? personId, RollState? from, RollState? to, DateTimeOffset at, RollCause cause, long by) =>
        Add(new(meeting.Id, place, personId, from, to, at, by, cause, ItemAt(at), now));

    private void Add(RollChange change) => db.Add(change);

    private void Enter(RollEntry? entry, RollPlace place, RollState state, long? personId, RollCause cause)
    {
        if (entry is null)
        {
            entries.Add(entry = new RollEntry(meeting.Id, place.SeatId, personId, null, null));
            db.Add(entry);
        }
        entry.Mark(state, personId, cause);
    }

    private void Strike(RollEntry entry)
    {
        entries.Remove(entry);
        db.Remove(entry);
    }

    /// <summary>People say times in minutes: within the minute of the change before, it was right after that.</summary>
    private static DateTimeOffset? NotBefore(DateTimeOffset? at, DateTimeOffset? last) =>
        at < last && last - at < TimeSpan.FromMinutes(1) ? last : at;

    private long? ItemAt(DateTimeOffset at) => at >= now && meeting.IsOpen ? meeting.CurrentItemId : ItemClock.ItemAt(events, at);

    private string Clock(DateTimeOffset at) => at.In(meeting.TimeZone).ToString("t", System.Globalization.CultureInfo.CurrentCulture);

    private static RollPlace PlaceOf(RollEntry entry) => new(null, null, entry.GuestOrganisation is null ? entry.GuestName : $"{entry.GuestName}, {entry.GuestOrganisation}");
}
