using System.Globalization;
using System.Security.Claims;

namespace Workspace.Web.Account;

public static class SignedIn
{
    /// <summary>Id of the signed-in person; null for a stranger.</summary>
    public static long? PersonId(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public const string NameClaim = "workspace:name";

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(NameClaim) ?? "";
}
