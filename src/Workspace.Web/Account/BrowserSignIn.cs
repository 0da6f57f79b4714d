using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.People;

namespace Workspace.Web.Account;

/// <summary>Opens and closes a browser's sign-in: its cookie, and the language that the person is addressed in.</summary>
public sealed class BrowserSignIn(SignInManager<Person> signIn, IDbContextFactory<WorkspaceDb> factory)
{
    public async Task OpenAsync(HttpContext context, long personId, bool isRemembered)
    {
        var person = await ReadAsync(personId);
        await signIn.SignInAsync(person, isRemembered);
        SetLanguage(context, person.Language);
    }

    /// <summary>Keeps this browser signed in after its person's stamp has changed.</summary>
    public async Task RenewAsync(long personId) => await signIn.RefreshSignInAsync(await ReadAsync(personId));

    public Task CloseAsync() => signIn.SignOutAsync();

    public static void SetLanguage(HttpContext context, string culture) =>
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new() { MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });

    // Read afresh: the request's own context may still hold the person as they were before the change.
    private async Task<Person> ReadAsync(long personId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.People.AsNoTracking().SingleAsync(p => p.Id == personId);
    }
}
