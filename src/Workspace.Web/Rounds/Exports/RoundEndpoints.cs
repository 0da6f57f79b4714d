using System.Security.Claims;
using Workspace.Web.Account;
using Workspace.Web.Exports;
using Workspace.Web.Localization;

namespace Workspace.Web.Rounds.Exports;

/// <summary>Settlements and comparisons as files, in the language of the reader.</summary>
public static class RoundEndpoints
{
    public static void MapRounds(this WebApplication app)
    {
        var round = app.MapGroup("/rounds/{id:long}").RequireAuthorization();
        round.MapGet("/settlement.xlsx", async (long id, ClaimsPrincipal user, SettlementTableService tables, SettlementXlsx xlsx, CancellationToken cancellationToken) =>
            (await tables.ReadAsync(user.PersonId() ?? 0, id, cancellationToken)).Value is { } table
                ? Results.File(xlsx.Write(table), XlsxWriter.ContentType, $"{table.FileName}.xlsx")
                : Results.NotFound());
        round.MapGet("/settlement.docx", async (long id, ClaimsPrincipal user, SettlementTableService tables, SettlementDocx docx, CancellationToken cancellationToken) =>
            (await tables.ReadAsync(user.PersonId() ?? 0, id, cancellationToken)).Value is { } table
                ? Results.File(docx.Write(table), DocxWriter.ContentType, $"{table.FileName}.docx")
                : Results.NotFound());
        round.MapGet("/comparison.docx", async (long id, ClaimsPrincipal user, ComparisonService comparisons, ComparisonDocx docx, TimeProvider time, CancellationToken cancellationToken) =>
            (await comparisons.ReadAsync(user.PersonId() ?? 0, id, cancellationToken)).Value is { } comparison
                ? Results.File(docx.Write(comparison, time.GetUtcNow().DayIn(comparison.Info.TimeZone)), DocxWriter.ContentType, docx.FileName)
                : Results.NotFound());
    }
}
