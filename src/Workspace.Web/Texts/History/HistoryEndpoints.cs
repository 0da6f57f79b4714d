using System.Security.Claims;
using Workspace.Web.Account;

namespace Workspace.Web.Texts.History;

/// <summary>
/// What the sheet is told of who wrote what. Three numbers a run: its length, the person (0: nobody knows who), and the
/// time in seconds since 1970.
/// </summary>
public sealed record AuthorsAnswer(long Version, IReadOnlyList<TextPerson> People, IReadOnlyList<long> Runs);

public static class HistoryEndpoints
{
    public static void AddTextHistory(this IServiceCollection services)
    {
        services.AddSingleton<TextWeaves>();
        services.AddSingleton<TextHistoryService>();
    }

    public static void MapTextHistory(this WebApplication app) => app.MapGet("/texts/{id:long}/authors", AuthorsAsync).RequireAuthorization();

    private static async Task<IResult> AuthorsAsync(
        long id, ClaimsPrincipal user, TextHistoryService history, HttpContext context, CancellationToken cancellationToken, long? version = null)
    {
        var found = await history.AuthorsAsync(user.PersonId() ?? 0, id, version, cancellationToken);
        if (found.Value is not { } authors)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new AuthorsAnswer(
            authors.Version,
            [.. authors.Names.Select(name => new TextPerson(name.Key, name.Value))],
            [.. authors.Runs.SelectMany(run => new[] { run.Length, run.AuthorId ?? 0, run.At?.ToUnixTimeSeconds() ?? 0 })]));
    }
}
