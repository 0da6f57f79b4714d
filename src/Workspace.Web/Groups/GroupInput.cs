using Workspace.Web.Data;

namespace Workspace.Web.Groups;

/// <summary>What is entered of a group.</summary>
public sealed class GroupInput
{
    public const int NameLength = 300;
    public const int ShortNameLength = 60;
    public const int LineLength = 500;

    public string Name { get; set; } = "";

    public string ShortName { get; set; } = "";

    public string? ParentBody { get; set; }

    public string? HeadingLine { get; set; }

    public string? FooterLine { get; set; }

    public DateOnly? FoundedOn { get; set; }

    public string TimeZone { get; set; } = Localization.GroupCalendar.DefaultZone;

    /// <summary>Why it cannot be saved as it stands; null when it can.</summary>
    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            return new("GroupNameMissing");
        if (string.IsNullOrWhiteSpace(ShortName))
            return new("GroupShortNameMissing");
        if (Name.Trim().Length > NameLength)
            return new("GroupNameTooLong", NameLength);
        if (ShortName.Trim().Length > ShortNameLength)
            return new("ShortNameTooLong", ShortNameLength);
        if (new[] { ParentBody, HeadingLine, FooterLine }.Any(line => line?.Trim().Length > LineLength))
            return new("GroupLineTooLong", LineLength);
        return TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? null : new("TimeZoneUnknown");
    }

    internal void CopyTo(Group group)
    {
        group.Describe(Name, ShortName, ParentBody, HeadingLine, FooterLine);
        group.SetFounded(FoundedOn);
        group.SetTimeZone(TimeZone);
    }
}

/// <summary>A group to be set up: itself, its first rules, and officers, if they are known.</summary>
public sealed record NewGroup(
    GroupInput Input, long? ParentId, DateOnly RulesFrom, RulesValues Rules, IReadOnlyDictionary<Office, long> Officers, DateOnly OfficersFrom);
