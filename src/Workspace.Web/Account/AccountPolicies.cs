namespace Workspace.Web.Account;

public static class AccountPolicies
{
    /// <summary>For hiding what only administrators may open; services check the database.</summary>
    public const string Administrator = nameof(Administrator);

    public const string AdministratorClaim = "workspace:administrator";

    /// <summary>Signed in by cookie or by API token; a token for reading only reads. Refusals are problem+json.</summary>
    public const string Api = nameof(Api);
}
