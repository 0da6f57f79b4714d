using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Localization;
using Workspace.Web.Account;
using Workspace.Web.Exports;
using Workspace.Web.Layout;

namespace Workspace.Web.Minutes;

/// <summary>The minutes as files and as a page to print, in the language of the reader.</summary>
public static class MinutesEndpoints
{
    public static void MapMinutes(this WebApplication app)
    {
        var minutes = app.MapGroup("/meetings/{id:long}").RequireAuthorization();
        minutes.MapGet("/minutes.docx", (long id, ClaimsPrincipal user, MinutesService service, MinutesDocx docx, CancellationToken cancellationToken) =>
            AnswerAsync(service, user, id, document => Results.File(docx.Write(document), DocxWriter.ContentType, FileName(document, "docx")), cancellationToken));
        minutes.MapGet("/minutes.md", (long id, ClaimsPrincipal user, MinutesService service, MinutesMarkdown markdown, CancellationToken cancellationToken) =>
            AnswerAsync(service, user, id, document => Results.File(Encoding.UTF8.GetBytes(markdown.Write(document)), "text/markdown; charset=utf-8", FileName(document, "md")), cancellationToken));
        minutes.MapGet("/minutes.html", (long id, ClaimsPrincipal user, HttpContext context, MinutesService service, MinutesHtml html, CancellationToken cancellationToken) =>
            AnswerAsync(service, user, id, document => Results.Text(html.Write(document, context.StyleNonce()), "text/html", Encoding.UTF8), cancellationToken));
        minutes.MapGet("/minutes.pdf", PdfAsync);
    }

    private static async Task<IResult> PdfAsync(
        long id, ClaimsPrincipal user, MinutesService service, MinutesHtml html, PdfPrinter printer,
        IStringLocalizer<MinutesStrings> strings, CancellationToken cancellationToken)
    {
        var composed = await service.ComposeAsync(user.PersonId() ?? 0, id, CultureInfo.CurrentUICulture, cancellationToken);
        if (composed.Value is not { } document)
            return Results.NotFound();
        return await printer.PrintAsync(html.Write(document), cancellationToken) is { } pdf
            ? Results.File(pdf, "application/pdf", FileName(document, "pdf"))
            : Results.Text(strings["NoPdf"], "text/plain", Encoding.UTF8, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> AnswerAsync(
        MinutesService service, ClaimsPrincipal user, long id, Func<MinutesDocument, IResult> write, CancellationToken cancellationToken)
    {
        var composed = await service.ComposeAsync(user.PersonId() ?? 0, id, CultureInfo.CurrentUICulture, cancellationToken);
        return composed.Value is { } document ? write(document) : Results.NotFound();
    }

    private static string FileName(MinutesDocument document, string extension)
    {
        var number = string.Concat(document.Number.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        return $"{(document.Culture.TwoLetterISOLanguageName == "cs" ? "zapis" : "minutes")}-{number}.{extension}";
    }
}
