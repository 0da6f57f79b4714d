namespace Workspace.Web.Texts.History;

/// <summary>A stretch of text with what is to be told of it.</summary>
/// <param name="Text">What it says, with its Markdown marks.</param>
/// <param name="Kind">Of two versions laid over each other; in a single version everything is the same.</param>
/// <param name="AuthorId">Who wrote or changed it; null where that is not told.</param>
/// <param name="At">When.</param>
/// <param name="IsNew">Whether it came with the last step.</param>
public sealed record Passage(string Text, Difference Kind, long? AuthorId, DateTimeOffset? At, bool IsNew = false);

public enum LineKind { Text, Heading, Item, Quote, Row, Block }

[Flags]
public enum Letters { Plain = 0, Bold = 1, Italic = 2, Struck = 4 }

/// <summary>A stretch of a line that looks and belongs alike. <see cref="Cell"/> counts the cells of a table's row from 0.</summary>
public sealed record LinePart(string Text, Letters Letters, int Cell, Passage Passage);

/// <summary>A line as people read it, without the marks that shape it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Depth">How far it is indented, from 0.</param>
/// <param name="Marker">What stands before it, for instance a bullet.</param>
/// <param name="Parts">What it says.</param>
/// <param name="OpensParagraph">Whether there is a gap above it.</param>
public sealed record FormattedLine(LineKind Kind, int Depth, string Marker, IReadOnlyList<LinePart> Parts, bool OpensParagraph)
{
    public bool IsChanged => Parts.Any(part => part.Passage.Kind != Difference.Same);
}
