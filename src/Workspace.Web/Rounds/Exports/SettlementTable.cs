using System.Globalization;

namespace Workspace.Web.Rounds.Exports;

/// <summary>A line of a cell.</summary>
/// <param name="Label">What it is; null where the text says so itself.</param>
/// <param name="Text">May have several lines.</param>
public sealed record TableLine(string? Label, string Text)
{
    public override string ToString() => Label is null ? Text : $"{Label} {Text}";
}

/// <param name="Number">From 1 through the whole table.</param>
/// <param name="Cells">By the columns after the number.</param>
public sealed record SettlementTableRow(int Number, IReadOnlyList<IReadOnlyList<TableLine>> Cells);

/// <param name="Heading">Empty above the comments that came in time.</param>
public sealed record SettlementTablePart(string Heading, IReadOnlyList<SettlementTableRow> Rows);

/// <summary>The settlement of a round as it is printed, in the columns that regional offices are used to; the same in every format (C7).</summary>
/// <param name="Culture">Its language.</param>
/// <param name="FileName">Without an ending.</param>
/// <param name="Lines">Above the table; the title first.</param>
/// <param name="Columns">Their heads, that of the number first.</param>
/// <param name="Parts">Late comments apart from the others (R29).</param>
public sealed record SettlementTable(
    CultureInfo Culture, string FileName, IReadOnlyList<string> Lines, IReadOnlyList<string> Columns, IReadOnlyList<SettlementTablePart> Parts);
