using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;

namespace Workspace.Web.Rounds.Exports;

/// <summary>Writes a settlement table as a workbook.</summary>
public sealed class SettlementXlsx(IStringLocalizer<RoundExportStrings> strings)
{
    /// <summary>No program takes more in a cell.</summary>
    private const int LongestCell = 32_767;

    private static readonly double[] widths = [5, 24, 24, 60, 48, 18];

    public byte[] Write(SettlementTable table) => XlsxWriter.Write(
        new(strings["Sheet"], table.Lines, [.. table.Columns.Zip(widths, (title, width) => new XlsxColumn(title, width))]), table.Parts.SelectMany(Rows));

    private static IEnumerable<XlsxRow> Rows(SettlementTablePart part)
    {
        if (part.Heading.Length > 0)
            yield return new([part.Heading], XlsxLook.Heading);
        foreach (var row in part.Rows)
        {
            var cells = row.Cells.Select(cell => Pieces(PrintableText.Clean(string.Join('\n', cell)))).ToList();
            // What is longer than a cell goes on in the row below.
            for (var at = 0; at < cells.Max(pieces => pieces.Count); at++)
                yield return new([at == 0 ? row.Number : "", .. cells.Select(pieces => at < pieces.Count ? pieces[at] : "")], XlsxLook.Texts);
        }
    }

    private static List<string> Pieces(string text)
    {
        List<string> pieces = [];
        while (text.Length > LongestCell)
        {
            var length = char.IsHighSurrogate(text[LongestCell - 1]) ? LongestCell - 1 : LongestCell;
            pieces.Add(text[..length]);
            text = text[length..];
        }
        pieces.Add(text);
        return pieces;
    }
}
