using Workspace.Web.People;

namespace Workspace.Web.Groups;

/// <summary>A person as the group's pages show them; without an e-mail to whom it is no business of.</summary>
public sealed record MemberPerson(long Id, string FullName, string? Email, string? Organisation, bool IsActive);

public sealed record TermView(
    long Id, MemberPerson Person, SeatTermKind Kind, DateOnly From, DateOnly? To, Acceptance Acceptance, DateTimeOffset? AnsweredAt, string? RecordedBy) : IPeriod
{
    public bool IsHolder => Kind == SeatTermKind.Holder && Acceptance != Acceptance.Declined;
}

/// <summary>A seat with everybody who has held it or stood in for its holder, in order of time.</summary>
public sealed record SeatView(long Id, SeatName Name, long? PersonId, DateOnly From, DateOnly? To, IReadOnlyList<TermView> Terms) : IPeriod
{
    /// <summary>Who holds the seat on that day, or to whom it is offered for it.</summary>
    public TermView? HolderOn(DateOnly day) => Terms.FirstOrDefault(t => t.IsHolder && t.Covers(day));

    public TermView? NextHolderAfter(DateOnly day) => Terms.FirstOrDefault(t => t.IsHolder && t.From > day);

    /// <summary>The holder's term with the latest beginning: what an offer has to be based on.</summary>
    public TermView? LatestHolder => Terms.LastOrDefault(t => t.IsHolder);

    public IEnumerable<TermView> AlternatesOn(DateOnly day) => Terms.Where(t => t.Kind == SeatTermKind.Alternate && t.Covers(day));
}

public sealed record OfficerView(long Id, MemberPerson Person, Office Office, DateOnly From, DateOnly? To);

public sealed record GuestView(long Id, MemberPerson Person, DateOnly From, DateOnly? To, bool HasDeclinedMembership);

/// <summary>All seats, offices and guests of a group through time, and what the reader may do with them.</summary>
public sealed record MembersView(
    GroupName Group, GroupStanding Standing, DateOnly Today, IReadOnlyList<SeatView> Seats, IReadOnlyList<OfficerView> Officers, IReadOnlyList<GuestView> Guests)
{
    public IReadOnlyList<SeatView> SeatsOn(DateOnly day) => [.. Seats.Where(s => s.Covers(day))];

    public IReadOnlyList<OfficerView> OfficersOn(DateOnly day) =>
        [.. Officers.Where(o => o.From <= day && (o.To is null || day <= o.To)).OrderBy(o => o.Office).ThenBy(o => o.Person.FullName, CzechOrder.Names)];

    public IReadOnlyList<GuestView> GuestsOn(DateOnly day) =>
        [.. Guests.Where(g => g.From <= day && (g.To is null || day <= g.To)).OrderBy(g => g.Person.FullName, CzechOrder.Names)];
}
