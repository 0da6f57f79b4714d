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
        round.MapGet("/settlement.xlsx", (long id, ClaimsPrincipal user, SettlementTableService tables, SettlementXlsx xlsx, CancellationToken cancellationToken) =>
            AnswerAsync(tables, user, id, table => Results.File(xlsx.Write(table), XlsxWriter.ContentType, $"{table.FileName}.xlsx"), cancellationToken));
        round.MapGet("/settlement.docx", (long id, ClaimsPrincipal user, SettlementTableService tables, SettlementDocx docx, CancellationToken cancellationToken) =>
            AnswerAsync(tables, user, id, table => Results.File(docx.Write(table), DocxWriter.ContentType, $"{table.FileName}.docx"), cancellationToken));
        round.MapGet("/comparison.docx", async (long id, ClaimsPrincipal user, ComparisonService comparisons, ComparisonDocx docx, TimeProvider time, CancellationToken cancellationToken) =>
            (await comparisons.ReadAsync(user.PersonId() ?? 0, id, cancellationToken)).Value is { } comparison
                ? Results.File(docx.Write(comparison, time.GetUtcNow().DayIn(comparison.Info.TimeZone)), DocxWriter.ContentType, docx.FileName)
                : Results.NotFound());
    }

    private static async Task<IResult> AnswerAsync(
        SettlementTableService tables, ClaimsPrincipal user, long id, Func<SettlementTable, IResult> write, CancellationToken cancellationToken) =>
        (await tables.ReadAsync(user.PersonId() ?? 0, id, cancellationToken)).Value is { } table ? write(table) : Results.NotFound();
}
