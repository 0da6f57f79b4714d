using Microsoft.AspNetCore.Identity;
using Workspace.Web.Live;
using Workspace.Web.Localization;

namespace Workspace.Web.People;

/// <summary>Somebody who sits in groups or runs them. Without a password or an invitation nobody can sign in as them.</summary>
public sealed class Person : IdentityUser<long>, IAnnounced
{
    private Person()
    {
    }

    public Person(string givenName, string familyName, string? email)
    {
        Rename(givenName, familyName, null, null);
        SetEmail(email);
        UserName = Guid.NewGuid().ToString("N");
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public string GivenName { get; private set; } = "";

    public string FamilyName { get; private set; } = "";

    public string? TitleBefore { get; private set; }

    public string? TitleAfter { get; private set; }

    /// <summary>The name without titles, as used in tallies, carets and lists.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The organisation the person works for; their seats may belong to others.</summary>
    public long? OrganisationId { get; private set; }

    public long? UnitId { get; private set; }

    public string? Function { get; private set; }

    /// <summary>Language of messages to the person: a culture name such as <c>cs</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = Cultures.Default;

    /// <summary>How sentences speak of the person: 'byla zvolena', 'byl zvolen'; null where it was not stated.</summary>
    public Gender? Gender { get; private set; }

    public bool IsAdministrator { get; private set; }

    /// <summary>Someone who has left: kept in old meetings, can no longer sign in.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Key of the demo's one-click sign-in; null outside the demo.</summary>
    public string? DemoKey { get; init; }

    /// <summary>Name and e-mail without case and diacritics, for search.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>The name with titles, as printed in documents.</summary>
    public string FullName => string.Join(" ", new[] { TitleBefore, Name }.Where(part => !string.IsNullOrEmpty(part)))
        + (TitleAfter is null ? "" : ", " + TitleAfter);

    /// <summary>The name as ordered lists have it: family name first, titles behind.</summary>
    public string ListName => string.Join(", ", new[] { $"{FamilyName} {GivenName}", TitleBefore, TitleAfter }.Where(part => !string.IsNullOrEmpty(part)));

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Person(Id), LiveTopic.Directory];

    public void Rename(string givenName, string familyName, string? titleBefore, string? titleAfter)
    {
        GivenName = givenName.Trim();
        FamilyName = familyName.Trim();
        TitleBefore = string.IsNullOrWhiteSpace(titleBefore) ? null : titleBefore.Trim();
        TitleAfter = string.IsNullOrWhiteSpace(titleAfter) ? null : titleAfter.Trim();
        Name = $"{GivenName} {FamilyName}".Trim();
        RefreshSearchKey();
    }

    public void SetEmail(string? email)
    {
        Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        NormalizedEmail = Email?.ToUpperInvariant();
        RefreshSearchKey();
    }

    public void Place(long? organisationId, long? unitId, string? function)
    {
        OrganisationId = organisationId;
        UnitId = unitId;
        Function = string.IsNullOrWhiteSpace(function) ? null : function.Trim();
    }

    public void Speak(string language) => Language = Cultures.Supported.Contains(language) ? language : Cultures.Default;

    public void Address(Gender? gender) => Gender = gender;

    public void SetAdministrator(bool isAdministrator) => IsAdministrator = isAdministrator;

    /// <summary>Also ends every sign-in of a person who is made inactive, by a new security stamp.</summary>
    public void SetActive(bool isActive)
    {
        IsActive = isActive;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    private void RefreshSearchKey() => SearchKey = SearchText.Fold($"{Name} {Email}");
}
