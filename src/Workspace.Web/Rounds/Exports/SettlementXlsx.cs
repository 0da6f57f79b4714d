using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;

namespace Workspace.Web.Rounds.Exports;

/// <summary>Writes a settlement table as a workbook.</summary>
public sealed class SettlementXlsx(IStringLocalizer<RoundExportStrings> strings)
{
    private static readonly double[] widths = [5, 24, 24, 60, 48, 18];

    public byte[] Write(SettlementTable table) => XlsxWriter.Write(
        new(strings["Sheet"], table.Lines, [.. table.Columns.Zip(widths, (title, width) => new XlsxColumn(title, width))]), table.Parts.SelectMany(Rows));

    private static IEnumerable<XlsxRow> Rows(SettlementTablePart part)
    {
        if (part.Heading.Length > 0)
            yield return new([part.Heading], XlsxLook.Heading);
        foreach (var row in part.Rows)
            yield return new([row.Number, .. row.Cells.Select(cell => string.Join('\n', cell))], XlsxLook.Texts);
    }
}
