using Workspace.Web.Data;

namespace Workspace.Web.Account;

/// <summary>Length counts, not the kinds of characters.</summary>
public static class PasswordRules
{
    public const int ShortestLength = 12;
    public const int LongestLength = 200;
    private const int FewestDifferent = 5;

    public static Refusal? Check(string? password, string? repeated, string? email)
    {
        if (password is null || password.Length < ShortestLength)
            return new("PasswordTooShort", ShortestLength);
        if (password.Length > LongestLength)
            return new("PasswordTooLong", LongestLength);
        if (password.Distinct().Count() < FewestDifferent || string.Equals(password, email?.Trim(), StringComparison.OrdinalIgnoreCase))
            return new("PasswordTooSimple");
        return password == repeated ? null : new("PasswordsDiffer");
    }
}
