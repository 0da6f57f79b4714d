using Workspace.Web.Data;

namespace Workspace.Web.People;

/// <summary>What is entered of an organisation.</summary>
public sealed class OrganisationInput
{
    public const int NameLength = 300;
    public const int ShortNameLength = 60;

    public string Name { get; set; } = "";

    public string? ShortName { get; set; }

    public OrganisationKind Kind { get; set; } = OrganisationKind.Other;

    public string? IdentityNumber { get; set; }

    /// <summary>Why it cannot be saved as it stands; null when it can.</summary>
    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            return new("OrganisationNameMissing");
        if (Name.Trim().Length > NameLength)
            return new("OrganisationNameTooLong", NameLength);
        if (ShortName?.Trim().Length > ShortNameLength)
            return new("ShortNameTooLong", ShortNameLength);
        return string.IsNullOrWhiteSpace(IdentityNumber) || (IdentityNumber.Trim() is { Length: 8 } digits && digits.All(char.IsAsciiDigit))
            ? null
            : new("IdentityNumberInvalid");
    }

    internal void CopyTo(Organisation organisation) => organisation.Describe(Name, ShortName, Kind, IdentityNumber);
}

/// <summary>What is entered of a department or unit.</summary>
public sealed class UnitInput
{
    public const int NameLength = 200;
    public const int CodeLength = 20;

    public string Name { get; set; } = "";

    public string? Code { get; set; }

    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            return new("UnitNameMissing");
        return Name.Trim().Length > NameLength || Code?.Trim().Length > CodeLength ? new("UnitNameTooLong", NameLength, CodeLength) : null;
    }
}
