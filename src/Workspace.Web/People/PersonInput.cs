using System.Net.Mail;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.People;

/// <summary>What is entered of a person.</summary>
public sealed class PersonInput
{
    public const int NameLength = 100;
    public const int TitleLength = 60;
    public const int FunctionLength = 200;
    public const int EmailLength = 254;

    public string GivenName { get; set; } = "";

    public string FamilyName { get; set; } = "";

    public string? TitleBefore { get; set; }

    public string? TitleAfter { get; set; }

    public string? Email { get; set; }

    public long? OrganisationId { get; set; }

    public long? UnitId { get; set; }

    public string? Function { get; set; }

    public string Language { get; set; } = Cultures.Default;

    /// <summary>How sentences speak of the person; null where it was not stated.</summary>
    public Gender? Gender { get; set; }

    /// <summary>Why it cannot be saved as it stands; null when it can.</summary>
    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(GivenName) || string.IsNullOrWhiteSpace(FamilyName))
            return new("NameMissing");
        if (GivenName.Trim().Length > NameLength || FamilyName.Trim().Length > NameLength)
            return new("NameTooLong", NameLength);
        if (TitleBefore?.Trim().Length > TitleLength || TitleAfter?.Trim().Length > TitleLength)
            return new("TitleTooLong", TitleLength);
        if (Function?.Trim().Length > FunctionLength)
            return new("FunctionTooLong", FunctionLength);
        return string.IsNullOrWhiteSpace(Email) || IsAddress(Email.Trim()) ? null : new("EmailInvalid");
    }

    internal void CopyTo(Person person)
    {
        person.Rename(GivenName, FamilyName, TitleBefore, TitleAfter);
        person.SetEmail(Email);
        person.Place(OrganisationId, OrganisationId is null ? null : UnitId, Function);
        person.Speak(Language);
        person.Address(Gender is { } gender && Enum.IsDefined(gender) ? gender : null);
    }

    private static bool IsAddress(string text) =>
        text.Length <= EmailLength && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
