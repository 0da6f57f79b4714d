using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;
using Workspace.Web.Plans.Import.Reading;

namespace Workspace.Web.Plans.Exports;

/// <summary>Writes a plan as a workbook: one table, in which the headings of areas and their leads are rows of their own.</summary>
public sealed class PlanXlsx(IStringLocalizer<PlanExportStrings> strings)
{
    public byte[] Write(PlanSheet sheet)
    {
        XlsxTable table = new(strings["Sheet"], sheet.Lines, [.. sheet.Columns.Select(column => new XlsxColumn(column.Title, WidthOf(column.Field)))]);
        return XlsxWriter.Write(table, sheet.Parts.SelectMany(Rows));
    }

    private static IEnumerable<XlsxRow> Rows(PlanSheetPart part)
    {
        if (part.Heading.Length > 0)
            yield return new([part.Heading], XlsxLook.Heading);
        if (part.Lead.Length > 0)
            yield return new([part.Lead], XlsxLook.Note);
        foreach (var row in part.Rows)
            yield return new([Number(row[0]), .. row.Skip(1)], XlsxLook.Texts);
    }

    private static object Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text ? number : text;

    private static double WidthOf(PlanColumn field) => field switch
    {
        PlanColumn.Number => 6,
        PlanColumn.Wording => 52,
        PlanColumn.Indicator => 32,
        PlanColumn.Deadline or PlanColumn.Status => 16,
        PlanColumn.Comment => 36,
        _ => 24,
    };
}
