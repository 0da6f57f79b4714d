using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Meetings;

namespace Workspace.Web.Groups;

/// <summary>
/// What a person is in a group on a day, and so what they may do there. Every service of a group's matters asks this
/// first; pages use it only to leave out what would be refused.
/// </summary>
public sealed record GroupStanding(
    long PersonId,
    bool IsAdministrator,
    IReadOnlySet<Office> Offices,
    IReadOnlyList<long> HeldSeats,
    IReadOnlyList<long> AlternateSeats,
    bool IsGuest)
{
    public bool IsMember => HeldSeats.Count > 0;

    public bool IsAlternate => AlternateSeats.Count > 0;

    public bool IsSecretary => Offices.Contains(Office.Secretary);

    public bool IsChair => Offices.Contains(Office.Chair) || Offices.Contains(Office.ViceChair);

    /// <summary>May read the group's matters.</summary>
    public bool CanRead => IsAdministrator || IsGuest || IsMember || IsAlternate || Offices.Count > 0;

    /// <summary>May manage seats, guests and rules, and prepare meetings.</summary>
    public bool CanManage => IsAdministrator || IsSecretary || IsChair;

    /// <summary>A guest who is nothing else in the group.</summary>
    public bool IsOnlyGuest => IsGuest && !IsMember && !IsAlternate && Offices.Count == 0;

    public Refusal? RefusalToManage => RefusalTo(standing => standing.CanManage);

    /// <summary>Why something may not be done: to who may not even read the group's matters, they are not there. Null where it may.</summary>
    public Refusal? RefusalTo(Func<GroupStanding, bool> may) => !CanRead ? Refusal.NotFound : may(this) ? null : Refusal.NotAllowed;

    /// <summary>Who is only a guest sees no addresses of the others.</summary>
    public bool CanSeeEmails => IsAdministrator || IsMember || IsAlternate || Offices.Count > 0;

    /// <summary>May prepare agendas, keep the roll and edit minutes at any time before they are locked.</summary>
    public bool CanPrepare => IsSecretary || IsChair;

    /// <summary>May write plans together with others; guests comment on them only.</summary>
    public bool CanWritePlans => CanPrepare || IsMember;

    /// <summary>May lead a meeting: start, go on, adjourn, close.</summary>
    public bool CanLead => IsChair || IsSecretary;

    /// <summary>Whether the minutes of a meeting in that state may be written: members while it runs, secretary and chair always.</summary>
    public bool CanWriteMinutes(MeetingState state) =>
        CanPrepare || (state is MeetingState.Live or MeetingState.Adjourned && (IsMember || IsAlternate));
}

public sealed class GroupAccess
{
    /// <summary>The standing of whom nobody knows, or of anybody in a group that does not exist.</summary>
    public static GroupStanding Stranger(long personId) => new(personId, false, new HashSet<Office>(), [], [], false);

    /// <summary>The standing of a person in a group on a day of the group's calendar.</summary>
    public async Task<GroupStanding> FindAsync(WorkspaceDb db, long groupId, long personId, DateOnly day, CancellationToken cancellationToken = default)
    {
        var person = await db.People.AsNoTracking()
            .Where(p => p.Id == personId && p.IsActive)
            .Select(p => new
            {
                p.IsAdministrator,
                Offices = db.Officers.On(day).Where(o => o.GroupId == groupId && o.PersonId == p.Id)
                    .Select(o => o.Office).ToList(),
                Terms = db.SeatTerms.On(day).Where(t => t.GroupId == groupId && t.PersonId == p.Id
                        && (t.Kind == SeatTermKind.Alternate || t.Acceptance == Acceptance.Accepted)
                        && db.Seats.On(day).Any(s => s.Id == t.SeatId))
                    .Select(t => new { t.SeatId, t.Kind }).ToList(),
                IsOffered = db.SeatTerms.Any(t => t.GroupId == groupId && t.PersonId == p.Id && t.Acceptance == Acceptance.Offered
                    && t.Kind == SeatTermKind.Holder && (t.To == null || day <= t.To)),
                IsGuest = db.Guests.On(day).Any(g => g.GroupId == groupId && g.PersonId == p.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
            return Stranger(personId);
        return new(
            personId,
            person.IsAdministrator,
            person.Offices.ToHashSet(),
            [.. person.Terms.Where(t => t.Kind == SeatTermKind.Holder).Select(t => t.SeatId)],
            [.. person.Terms.Where(t => t.Kind == SeatTermKind.Alternate).Select(t => t.SeatId)],
            // Until membership is accepted, who was asked to join takes part as a guest (R2).
            person.IsGuest || person.IsOffered);
    }

    /// <summary>The groups whose matters the person may read on that day; for administrators all.</summary>
    public IQueryable<Group> Readable(WorkspaceDb db, long personId, DateOnly day) => db.Groups.AsNoTracking().Where(g =>
        db.People.Any(p => p.Id == personId && p.IsActive) && (
            db.People.Any(p => p.Id == personId && p.IsAdministrator)
            || db.Officers.On(day).Any(o => o.GroupId == g.Id && o.PersonId == personId)
            || db.SeatTerms.On(day).Any(t => t.GroupId == g.Id && t.PersonId == personId
                && t.Acceptance != Acceptance.Declined)
            || db.Guests.On(day).Any(o => o.GroupId == g.Id && o.PersonId == personId)));
}
