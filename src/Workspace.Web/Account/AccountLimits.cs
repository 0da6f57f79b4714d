using System.Net;
using System.Threading.RateLimiting;
using Workspace.Web.Layout;

namespace Workspace.Web.Account;

/// <summary>
/// How many forms one network address may send. Generous enough for an office behind one address that signs in at the
/// start of a meeting: a single account is guarded by its own pause (<see cref="AccountService.TriesBeforePause"/>).
/// </summary>
public static class AccountLimits
{
    public const string SignIn = "sign-in";
    public const string Invitation = "invitation";
    public const string Forgotten = "forgotten";
    public const string FirstRun = "first-run";

    /// <summary>Comments of the public on a draft.</summary>
    public const string PublicComment = "public-comment";

    public static void AddAccountLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(SignIn, context => Limit(context, 60, TimeSpan.FromMinutes(1)));
        options.AddPolicy(Invitation, context => Limit(context, 40, TimeSpan.FromMinutes(1)));
        options.AddPolicy(Forgotten, context => Limit(context, 10, TimeSpan.FromMinutes(10)));
        options.AddPolicy(FirstRun, context => Limit(context, 10, TimeSpan.FromMinutes(1)));
        options.AddPolicy(PublicComment, context => Limit(context, 30, TimeSpan.FromMinutes(10)));
        options.OnRejected = async (rejected, _) =>
        {
            var log = rejected.HttpContext.RequestServices.GetRequiredService<ILogger<App>>();
            log.LogWarning("Too many forms from {Address} to {Page}", rejected.HttpContext.Connection.RemoteIpAddress, rejected.HttpContext.GetEndpoint()?.DisplayName);
            await ShowAgainAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
        };
    });

    /// <summary>Shows the page of a form that was not accepted as if it was opened anew; <see cref="FormNotice"/> says why.</summary>
    public static async Task ShowAgainAsync(HttpContext context, int status)
    {
        await ReturnedForm.ReadAsync(context);
        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = status;
        await context.GetEndpoint()!.RequestDelegate!(context);
    }

    private static RateLimitPartition<string> Limit(HttpContext context, int forms, TimeSpan window) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                Network(context.Connection.RemoteIpAddress),
                _ => new() { PermitLimit = forms, Window = window, SegmentsPerWindow = 4, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter("reading");

    /// <summary>Of an IPv6 address the part that a subscriber cannot change at will.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null or { AddressFamily: not System.Net.Sockets.AddressFamily.InterNetworkV6 } or { IsIPv4MappedToIPv6: true })
            return address?.MapToIPv4().ToString() ?? "";
        return Convert.ToHexString(address.GetAddressBytes(), 0, 8);
    }
}
