using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Account;
using Workspace.Web.Attendance;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.Localization;
using Workspace.Web.Texts;

namespace Workspace.Web.Api;

public sealed record ApiSeat(long Id, long GroupId);

/// <summary><see cref="Seats"/> are those for which the person may vote now.</summary>
public sealed record ApiMe(long Id, string Name, IReadOnlyList<ApiSeat> Seats);

public sealed record ApiText(long Id, long Version, string Text, string Sha256);

/// <summary>The interface for other programs, version 1. What a caller may see is what the person may see.</summary>
public static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(AccountPolicies.Api).AddEndpointFilter<ApiWriteGuard>();
        api.MapGet("/me", MeAsync);
        api.MapGet("/meetings", MeetingsApi.ListAsync);
        api.MapGet("/meetings/{id:long}", MeetingsApi.GetAsync);
        api.MapGet("/texts/{id:long}", TextAsync);
        api.MapVotes();
        api.MapFallback(() => Results.Problem(statusCode: StatusCodes.Status404NotFound));
    }

    /// <summary>Programs get the bare status where people get a page.</summary>
    public static void UseBareStatusOfApi(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/api") && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    });

    private static async Task<IResult> MeAsync(ClaimsPrincipal user, IDbContextFactory<WorkspaceDb> factory, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var id = user.PersonId();
        var today = time.Today();
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } me)
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized);
        // In a running meeting the roll says who is there for a seat: an alternate, then, and not the holder.
        var taken = db.Roll.Here().Where(r => r.SeatId != null && db.Meetings.Any(m => m.Id == r.MeetingId && (m.State == MeetingState.Live || m.State == MeetingState.Adjourned)));
        var seats = await db.SeatTerms.AsNoTracking().On(today)
            .Where(t => t.PersonId == id && (t.Kind == SeatTermKind.Holder
                ? t.Acceptance == Acceptance.Accepted && !taken.Any(r => r.SeatId == t.SeatId && r.PersonId != id)
                : taken.Any(r => r.SeatId == t.SeatId && r.PersonId == id)))
            .Where(t => db.Seats.On(today).Any(s => s.Id == t.SeatId))
            .Select(t => new ApiSeat(t.SeatId, t.GroupId))
            .ToListAsync(cancellationToken);
        return Results.Ok(new ApiMe(me.Id, me.Name, [.. seats.Distinct().OrderBy(s => s.Id)]));
    }

    private static async Task<IResult> TextAsync(long id, ClaimsPrincipal user, TextAccess access, RevisionLog log, CancellationToken cancellationToken)
    {
        var rights = await access.FindAsync(id, user.PersonId() ?? 0, cancellationToken);
        if (!rights.CanRead || await log.LoadAsync(id, cancellationToken) is not { } committed)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var text = committed.Document.ToString();
        return Results.Ok(new ApiText(id, committed.Version, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
    }
}
