using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Localization;

namespace Workspace.Web.Account;

/// <summary>
/// What changes something is JSON, which a form on another site cannot send; and with a cookie, which the browser adds
/// by itself, it comes from our own pages. This stands in for an anti-forgery token.
/// </summary>
public sealed class ApiWriteGuard(WorkspaceSettings settings, IStringLocalizer<RefusalStrings> refusals) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return await next(context);
        if (!request.HasJsonContentType())
            return ApiAccess.Problem(StatusCodes.Status415UnsupportedMediaType, new("JsonNeeded"), refusals);
        var isCookie = !context.HttpContext.User.HasClaim(claim => claim.Type == ApiTokenHandler.IdClaim);
        if (isCookie && request.Headers.Origin is { Count: > 0 } origin && !IsOwn(request, origin.ToString()))
            return ApiAccess.Problem(StatusCodes.Status403Forbidden, new("OtherOrigin"), refusals);
        return await next(context);
    }

    /// <summary>The address of this request, or the one that a proxy in front of it is known by.</summary>
    private bool IsOwn(HttpRequest request, string origin) =>
        Same(origin, $"{request.Scheme}://{request.Host}")
        || (settings.PublicAddress is { } address && Same(origin, new Uri(address).GetLeftPart(UriPartial.Authority)));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
