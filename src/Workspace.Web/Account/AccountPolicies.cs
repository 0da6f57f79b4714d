namespace Workspace.Web.Account;

public static class AccountPolicies
{
    /// <summary>For hiding what only administrators may open; services check the database.</summary>
    public const string Administrator = nameof(Administrator);

    public const string AdministratorClaim = "workspace:administrator";
}
