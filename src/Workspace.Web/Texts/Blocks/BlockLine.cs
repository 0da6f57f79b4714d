using System.Globalization;
using System.Text;
using Workspace.Web.Exports;

namespace Workspace.Web.Texts.Blocks;

public enum BlockKind { Vote, Attendance, Task }

/// <summary>
/// A line of a text that holds nothing but a reference to a record, as <c>[[vote:12]]</c>. What it shows is always read
/// from there, so it can be moved and never falsified (T7, R23).
/// </summary>
public readonly record struct BlockLine(BlockKind Kind, long Id)
{
    public static BlockLine OfVote(long id) => new(BlockKind.Vote, id);

    /// <summary>Arrivals and departures while that agenda item was discussed.</summary>
    public static BlockLine OfAttendance(long itemId) => new(BlockKind.Attendance, itemId);

    public static BlockLine OfTask(long id) => new(BlockKind.Task, id);

    /// <summary>As the kind is written in the text.</summary>
    public string KindName => Kind switch { BlockKind.Vote => "vote", BlockKind.Attendance => "attendance", _ => "task" };

    /// <summary>As the line stands in the text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[[{KindName}:{Id}]]");

    /// <returns>Null for any line that is not exactly a reference.</returns>
    public static BlockLine? Parse(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("[[", StringComparison.Ordinal) || !line.EndsWith("]]", StringComparison.Ordinal) || line.IndexOf(':') is not (> 0 and var colon))
            return null;
        BlockKind? kind = line[2..colon] switch { "vote" => BlockKind.Vote, "attendance" => BlockKind.Attendance, "task" => BlockKind.Task, _ => null };
        return kind is { } known && line.Length > colon + 3 && line[colon + 1] != '0'
            && long.TryParse(line[(colon + 1)..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(known, id)
            : null;
    }

    public static IEnumerable<BlockLine> In(string text) => text.Split('\n').Select(line => Parse(line)).OfType<BlockLine>();

    /// <summary>
    /// The Markdown with what each reference stands for in its place, as a paragraph of its own: what was typed before and
    /// behind it stays apart. Null and empty print nothing.
    /// </summary>
    public static string Fill(string markdown, Func<BlockLine, string?> print)
    {
        var filled = new StringBuilder();
        var passage = new StringBuilder();
        var hasBlocks = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (Parse(line) is not { } block)
            {
                passage.Append(line).Append('\n');
                continue;
            }
            hasBlocks = true;
            AppendPassage();
            AppendParagraph(print(block));
        }
        if (!hasBlocks)
            return markdown;
        AppendPassage();
        return filled.ToString();

        void AppendPassage()
        {
            // A code block left open would swallow what follows.
            AppendParagraph(MarkdownSource.Fit(passage.ToString(), 0));
            passage.Clear();
        }

        void AppendParagraph(string? paragraph)
        {
            if (string.IsNullOrWhiteSpace(paragraph))
                return;
            filled.Append(filled.Length > 0 ? "\n\n" : "").Append(paragraph);
        }
    }
}
