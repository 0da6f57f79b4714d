namespace Workspace.Web.Plans.Import.Sources;

public enum SourceFormat { Docx, Xlsx, Csv, Text, Html }

/// <summary>What a file holds, in its order: texts and the rows of tables, all as written.</summary>
/// <param name="Format">By content.</param>
/// <param name="Blocks">Paragraphs between tables, and tables.</param>
public sealed record SourceDocument(SourceFormat Format, IReadOnlyList<SourceBlock> Blocks);

public abstract record SourceBlock;

/// <summary>A text outside tables.</summary>
/// <param name="Text">With its line breaks.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SourceParagraph(string Text, SourcePlace Place) : SourceBlock;

/// <param name="Rows">Those with at least one text.</param>
/// <param name="Columns">How many there are.</param>
public sealed record SourceTable(IReadOnlyList<SourceRow> Rows, int Columns) : SourceBlock;

/// <param name="Cells">By columns; empty ones may be left out.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsHidden">Hidden in the sheet; read all the same.</param>
public sealed record SourceRow(IReadOnlyList<SourceCell> Cells, SourcePlace Place, bool IsHidden = false);

/// <param name="Column">The first it covers, from 0.</param>
/// <param name="Text">As written, with its line breaks.</param>
/// <param name="Span">How many columns it covers.</param>
/// <param name="IsBold">All of its text.</param>
/// <param name="IsContinued">A merged cell goes on here from a row above; the text is repeated.</param>
public sealed record SourceCell(int Column, string Text, int Span = 1, bool IsBold = false, bool IsContinued = false);

/// <summary>Where something stands in the file, so that a person finds it.</summary>
/// <param name="Sheet">Of a workbook.</param>
/// <param name="Table">Among the tables of the file, from 1; 0 outside of tables.</param>
/// <param name="Row">A sheet's own row number, a text's line, or the row within the table; from 1.</param>
public sealed record SourcePlace(string? Sheet, int Table, int Row);
