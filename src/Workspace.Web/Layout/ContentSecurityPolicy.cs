using System.Security.Cryptography;

namespace Workspace.Web.Layout;

/// <summary>
/// Nothing from other hosts, no inline script. The one nonce is for style elements only, which the editor makes; style
/// attributes are Blazor's and the component library's.
/// </summary>
public static class ContentSecurityPolicy
{
    private const string NonceKey = "style-nonce";

    public static string StyleNonce(this HttpContext context) => (string)context.Items[NonceKey]!;

    public static void UseContentSecurityPolicy(this WebApplication app) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceKey] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + $"style-src-elem 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    });
}
