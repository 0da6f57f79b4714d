using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Workspace.Web.Localization;

namespace Workspace.Web.Account;

/// <summary>Reads <c>Authorization: Bearer</c>. Answers for the whole API where somebody is not signed in or not allowed: no redirects there.</summary>
public sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiTokenService tokens,
    IStringLocalizer<RefusalStrings> refusals) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiToken";
    public const string IdClaim = "workspace:api-token";
    public const string ScopeClaim = "workspace:api-scope";
    private const string Bearer = "Bearer ";

    public static bool HasToken(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!HasToken(Request))
            return AuthenticateResult.NoResult();
        var token = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (await tokens.FindOwnerAsync(token, Context.RequestAborted) is not { } owner)
            return AuthenticateResult.Fail("The token is unknown, revoked or expired.");
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, owner.PersonId.ToString(CultureInfo.InvariantCulture)),
                new Claim(SignedIn.NameClaim, owner.PersonName),
                new Claim(IdClaim, owner.TokenId.ToString(CultureInfo.InvariantCulture)),
                new Claim(ScopeClaim, owner.Scope.ToString()),
            ],
            SchemeName);
        if (owner.IsAdministrator)
            identity.AddClaim(new Claim(AccountPolicies.AdministratorClaim, "yes"));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return RefuseAsync(StatusCodes.Status401Unauthorized, "SignInNeeded");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RefuseAsync(StatusCodes.Status403Forbidden, ApiAccess.MayUse(Context.User, Request) ? "NotAllowed" : "TokenOnlyReads");

    private Task RefuseAsync(int status, string code) =>
        ApiAccess.Problem(status, new(code), refusals).ExecuteAsync(Context);
}
