using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Localization;
using Workspace.Web.Account;
using Workspace.Web.Data;
using Workspace.Web.Exports;
using Workspace.Web.Layout;
using Workspace.Web.Meetings;

namespace Workspace.Web.Attendance.Sheet;

/// <summary>The attendance list as a workbook and as a page to print (A3), in the language of the reader.</summary>
public static class AttendanceEndpoints
{
    private const double SignatureHeight = 26;
    private static readonly double[] Widths = [5, 34, 38, 34, 26, 12, 12, 28];
    private static readonly double[] ShortWidths = [5, 40, 50, 32];

    public static void MapAttendance(this WebApplication app)
    {
        var meeting = app.MapGroup("/meetings/{id:long}").RequireAuthorization();
        meeting.MapGet("/attendance.xlsx", async (long id, ClaimsPrincipal user, MeetingService meetings, IStringLocalizer<RollStrings> strings, CancellationToken cancellationToken) =>
            (await SheetAsync(id, user, meetings, strings, cancellationToken)).Value is { } sheet
                ? Results.File(Workbook(sheet), XlsxWriter.ContentType, $"{sheet.FileName}.xlsx")
                : Results.NotFound());
        meeting.MapGet("/attendance", async (long id, ClaimsPrincipal user, HttpContext context, MeetingService meetings, IStringLocalizer<RollStrings> strings, CancellationToken cancellationToken) =>
            (await SheetAsync(id, user, meetings, strings, cancellationToken)).Value is { } sheet
                ? Results.Text(AttendanceHtml.Write(sheet, context.StyleNonce()), "text/html", Encoding.UTF8)
                : Results.NotFound());
    }

    public static byte[] Workbook(AttendanceSheet sheet)
    {
        var widths = sheet.Columns.Count == Widths.Length ? Widths : ShortWidths;
        XlsxTable table = new(sheet.Lines[0], sheet.Lines, [.. sheet.Columns.Zip(widths, (title, width) => new XlsxColumn(title, width))], SignatureHeight);
        return XlsxWriter.Write(table, sheet.Rows.Select(row => (IReadOnlyList<object?>)[int.Parse(row[0], CultureInfo.CurrentCulture), .. row.Skip(1)]));
    }

    /// <summary>Who is only a guest of the group learns of the others what the minutes say: their names and organisations.</summary>
    private static async Task<Outcome<AttendanceSheet>> SheetAsync(
        long id, ClaimsPrincipal user, MeetingService meetings, IStringLocalizer<RollStrings> strings, CancellationToken cancellationToken)
    {
        var found = await meetings.RoomAsync(user.PersonId() ?? 0, id, cancellationToken);
        return found.Value is { } view ? AttendanceSheet.Of(view.Room, view.Standing.CanSeeEmails, strings) : found.Refusal!;
    }
}
