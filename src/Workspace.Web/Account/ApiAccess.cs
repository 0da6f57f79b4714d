using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Account;

/// <summary>Who may call the API: a signed-in browser or a token, the latter no further than its scope.</summary>
public static class ApiAccess
{
    private const string EitherScheme = "CookieOrToken";

    public static void AddApiAccess(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.SchemeName, null)
            .AddPolicyScheme(EitherScheme, null, options =>
            {
                options.ForwardDefaultSelector = context =>
                    ApiTokenHandler.HasToken(context.Request) ? ApiTokenHandler.SchemeName : IdentityConstants.ApplicationScheme;
                options.ForwardChallenge = ApiTokenHandler.SchemeName;
                options.ForwardForbid = ApiTokenHandler.SchemeName;
            });
        services.AddAuthorizationBuilder().AddPolicy(AccountPolicies.Api, policy => policy
            .AddAuthenticationSchemes(EitherScheme)
            .RequireAuthenticatedUser()
            .RequireAssertion(asked => asked.Resource is not HttpContext context || MayUse(asked.User, context.Request)));
    }

    /// <summary>Whether the request stays within the scope of the token, if there is one.</summary>
    internal static bool MayUse(ClaimsPrincipal user, HttpRequest request) =>
        user.FindFirstValue(ApiTokenHandler.ScopeClaim) is not nameof(ApiScope.Read)
        || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    internal static IResult Problem(int status, Refusal refusal, IStringLocalizer<RefusalStrings> refusals) => TypedResults.Problem(
        statusCode: status, title: refusals[refusal.Code, refusal.Arguments], extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });
}
