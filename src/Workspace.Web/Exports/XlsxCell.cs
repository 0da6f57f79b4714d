using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Workspace.Web.Exports;

/// <summary>Cells, and what fits into one.</summary>
internal static class XlsxCell
{
    /// <summary>A workbook with more in a cell is not opened as it is.</summary>
    private const int Longest = 32_767;

    public static Cell Of(string reference, object? value, uint style) => value is int number
        ? new(new CellValue(number)) { CellReference = reference, StyleIndex = style }
        : new(new InlineString(new CellText(PrintableText.Clean(value?.ToString())) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = reference,
            StyleIndex = style,
            DataType = CellValues.InlineString,
        };

    /// <summary>The name of a column, the first of which is at 0.</summary>
    public static string ColumnName(int at) => at < 26 ? ((char)('A' + at)).ToString() : ColumnName((at / 26) - 1) + (char)('A' + (at % 26));

    /// <summary>The row itself, or several: what is longer than a cell goes on in the row below.</summary>
    public static IEnumerable<XlsxRow> Fitting(XlsxRow row)
    {
        if (!row.Cells.Any(value => value is string { Length: > Longest }))
            return [row];
        var cells = row.Cells.Select(value => value is string text ? Pieces(PrintableText.Clean(text), Longest) : (IReadOnlyList<object?>)[value]).ToList();
        return Enumerable.Range(0, cells.Max(pieces => pieces.Count)).Select(at => row with { Cells = [.. cells.Select(pieces => at < pieces.Count ? pieces[at] : "")] });
    }

    /// <summary>The text in pieces of at most so many units, none of which ends within a character; at least one.</summary>
    public static IReadOnlyList<string> Pieces(string text, int longest)
    {
        List<string> pieces = [];
        while (text.Length > longest)
        {
            var length = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
            pieces.Add(text[..length]);
            text = text[length..];
        }
        pieces.Add(text);
        return pieces;
    }
}
