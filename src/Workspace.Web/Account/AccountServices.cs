using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.People;

namespace Workspace.Web.Account;

public static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AccountPolicies.Administrator, policy => policy.RequireClaim(AccountPolicies.AdministratorClaim));
        services.AddIdentityCore<Person>()
            .AddEntityFrameworkStores<WorkspaceDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.AddCascadingAuthenticationState();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
        });
    }

    public static void MapAccounts(this WebApplication app) =>
        app.MapGet("/account/language/{culture}", (string culture, string? back, HttpContext context) =>
        {
            if (Cultures.Supported.Contains(culture))
            {
                var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture));
                context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, new() { MaxAge = TimeSpan.FromDays(365), IsEssential = true });
            }
            return Results.LocalRedirect(back is ['/', not '/' and not '\\', ..] ? back : "/");
        }).AllowAnonymous();
}
