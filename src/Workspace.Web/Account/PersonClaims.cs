using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Workspace.Web.People;

namespace Workspace.Web.Account;

/// <summary>What a sign-in carries: id, name to show, whether administrator. Rights are read from the database each time.</summary>
public sealed class PersonClaims(UserManager<Person> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Person>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(SignedIn.NameClaim, user.Name));
        if (user.IsAdministrator)
            identity.AddClaim(new Claim(AccountPolicies.AdministratorClaim, "yes"));
        return identity;
    }
}
