using Workspace.Web.Groups;

namespace Workspace.Web.People;

/// <summary>A person as lists show them; <c>ListName</c> begins with the family name, by which lists are ordered.</summary>
public sealed record PersonRow(
    long Id, string FullName, string ListName, string? Email, string? Organisation, string? Unit, string? Function, bool IsActive, bool IsAdministrator, bool CanSignIn);

/// <summary>A person found by the picker.</summary>
public sealed record PersonChoice(long Id, string Name, string? Organisation);

public sealed record PeopleQuery(string? Text, bool WithInactive = false, int Page = 1);

/// <summary>The directory's page of people, and what the reader may do with it.</summary>
public sealed record PeopleList(Paged<PersonRow> People, DirectoryStanding Standing);

/// <summary>A seat, office or guest's place that the person has or had.</summary>
public sealed record Place(long GroupId, string Group, Office? Office, SeatTermKind? Kind, string? Seat, Acceptance? Acceptance, DateOnly From, DateOnly? To)
{
    public bool IsOver(DateOnly today) => To < today || Acceptance is Groups.Acceptance.Declined;
}

/// <summary>One person's page.</summary>
public sealed record PersonDetails(PersonRow Row, PersonInput Input, IReadOnlyList<Place> Places, DirectoryStanding Standing, DateOnly Today);
