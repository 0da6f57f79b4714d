using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Workspace.Web.Layout;
using Workspace.Web.Localization;

namespace Workspace.Web.Account;

public static class AccountEndpoints
{
    /// <summary>Before authorization: limits on forms, and the way to the first-run page while there is no administrator.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        app.UseRateLimiter();
        app.Use(async (context, next) =>
        {
            var isOtherPage = PageOf(context) is { } page && page != typeof(FirstRunPage) && page != typeof(ErrorPage);
            if (isOtherPage && await context.RequestServices.GetRequiredService<FirstRun>().IsNeededAsync(context.RequestAborted))
                context.Response.Redirect("/account/first-run");
            else
                await next(context);
        });
    }

    /// <summary>After the anti-forgery check: a form that has grown stale, for instance by a sign-in in another tab, is shown again.</summary>
    public static void UseStaleForms(this WebApplication app) => app.Use((context, next) =>
        PageOf(context) is not null && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? AccountLimits.ShowAgainAsync(context, StatusCodes.Status400BadRequest)
            : next(context));

    public static void MapAccounts(this WebApplication app) =>
        app.MapGet("/account/language/{culture}", async (string culture, string? back, HttpContext context, AccountService accounts) =>
        {
            if (Cultures.Supported.Contains(culture))
            {
                BrowserSignIn.SetLanguage(context, culture);
                if (context.User.PersonId() is { } me)
                    await accounts.SpeakAsync(me, culture, context.RequestAborted);
            }
            return Results.LocalRedirect(LocalAddress.OrHome(back));
        }).AllowAnonymous();

    private static Type? PageOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
}
