using System.Net.Mail;

namespace Workspace.Web.Account;

public static class EmailAddress
{
    /// <summary>Whether the text is an address alone, without a name or further addresses.</summary>
    public static bool IsValid(string? text) =>
        text?.Trim() is { Length: > 2 and <= 254 } trimmed && MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed;
}
