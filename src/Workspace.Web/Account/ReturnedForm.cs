using Microsoft.AspNetCore.Antiforgery;

namespace Workspace.Web.Account;

/// <summary>On a page that gives back what was typed in a form that was not accepted; never where a password may be in it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GivesBackFormAttribute : Attribute;

/// <summary>What was typed in a form that was not accepted: it was stale, or sent too often. It can only be shown, to be sent anew.</summary>
public sealed record ReturnedForm(IFormCollection Fields)
{
    /// <summary>More than anybody writes into a form; what is longer is not read for nothing.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>Reads the form for a page that gives it back; from then on the request is one that only reads.</summary>
    public static async Task ReadAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GivesBackFormAttribute>() is null)
            return;
        // A form without a valid token cannot be looked at as long as this says so.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        if (!context.Request.HasFormContentType || context.Request.ContentLength is not <= MostBytes)
            return;
        try
        {
            context.Features.Set(new ReturnedForm(await context.Request.ReadFormAsync(context.RequestAborted)));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            // Nothing that could be shown.
        }
    }
}
