namespace Workspace.Web.People;

public sealed record OrganisationRow(long Id, string Name, string? ShortName, OrganisationKind Kind, int Units, int People);

public sealed record OrganisationList(Paged<OrganisationRow> Organisations, DirectoryStanding Standing);

public sealed record UnitRow(long Id, string Name, string? Code);

/// <summary>One organisation's page: its units, and the people who work for it.</summary>
public sealed record OrganisationDetails(long Id, OrganisationInput Input, IReadOnlyList<UnitRow> Units, IReadOnlyList<PersonRow> People, DirectoryStanding Standing);

/// <summary>An organisation found by the picker, with its units.</summary>
public sealed record OrganisationChoice(long Id, string Name, IReadOnlyList<UnitRow> Units);
