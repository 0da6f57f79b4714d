using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Workspace.Web.Account;
using Workspace.Web.Exports;
using Workspace.Web.Localization;

namespace Workspace.Web.Plans.Exports;

/// <summary>Plans as files, in the language of the reader.</summary>
public static class PlanEndpoints
{
    public static void MapPlans(this WebApplication app)
    {
        var plan = app.MapGroup("/plans/{id:long}").RequireAuthorization();
        plan.MapGet("/plan.xlsx", (long id, ClaimsPrincipal user, PlanService plans, TimeProvider time, IStringLocalizer<PlanExportStrings> strings, PlanXlsx xlsx, CancellationToken cancellationToken) =>
            AnswerAsync(plans, user, id, time, strings, sheet => Results.File(xlsx.Write(sheet), XlsxWriter.ContentType, $"{sheet.FileName}.xlsx"), cancellationToken));
        plan.MapGet("/plan.docx", (long id, ClaimsPrincipal user, PlanService plans, TimeProvider time, IStringLocalizer<PlanExportStrings> strings, PlanDocx docx, CancellationToken cancellationToken) =>
            AnswerAsync(plans, user, id, time, strings, sheet => Results.File(docx.Write(sheet), DocxWriter.ContentType, $"{sheet.FileName}.docx"), cancellationToken));
    }

    private static async Task<IResult> AnswerAsync(
        PlanService plans, ClaimsPrincipal user, long id, TimeProvider time, IStringLocalizer<PlanExportStrings> strings, Func<PlanSheet, IResult> write, CancellationToken cancellationToken)
    {
        var found = await plans.ReadAsync(user.PersonId() ?? 0, id, cancellationToken);
        return found.Value is { } plan ? write(PlanSheet.Of(plan, time.GetUtcNow().DayIn(plan.Content.Plan.TimeZone), strings)) : Results.NotFound();
    }
}
