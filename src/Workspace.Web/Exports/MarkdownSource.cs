using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workspace.Web.Exports;

/// <summary>Puts pieces of Markdown, and words that are none, together to one Markdown document.</summary>
public static partial class MarkdownSource
{
    /// <summary>
    /// The text as typed, made fit to stand in a larger document: headings lower by <paramref name="headingShift"/>,
    /// a code block that was left open closed, and what looks like HTML, which is text here, escaped for other programs.
    /// </summary>
    public static string Fit(string? markdown, int headingShift)
    {
        var text = PrintableText.Clean(markdown);
        if (MarkdownRenderer.TryParse(text) is not { } document) return text.Trim('\n');
        var insertions = new SortedDictionary<int, string>();
        foreach (var heading in document.Descendants<HeadingBlock>().Where(heading => text[heading.Span.Start] == '#'))
        {
            var deeper = Math.Min(6, heading.Level + headingShift) - heading.Level;
            insertions[heading.Span.Start] = new string('#', Math.Max(0, deeper));
        }
        foreach (var literal in document.Descendants<LiteralInline>().Where(literal => StandsAt(literal, text)))
        {
            for (var i = literal.Span.Start; i <= literal.Span.End; i++)
            {
                if (text[i] == '<' && (i == 0 || text[i - 1] != '\\')) insertions[i] = "\\";
            }
        }
        if (document.LastChild is FencedCodeBlock { ClosingFencedCharCount: 0 } open)
            insertions[text.Length] = (text.EndsWith('\n') ? "" : "\n") + new string(open.FencedChar, open.OpeningFencedCharCount);
        return Insert(text, insertions).Trim('\n');
    }

    /// <summary>Words that mean nothing but themselves, on one line, inside a paragraph or heading.</summary>
    public static string Escape(string? words) => Marks().Replace(PrintableText.CleanLine(words), @"\$0");

    /// <summary>The same at the beginning of a paragraph.</summary>
    public static string EscapeFirst(string? words) => FirstMark().Replace(Escape(words), @"$1\$2");

    /// <summary>Markdig's positions go astray after some tabs.</summary>
    private static bool StandsAt(LiteralInline literal, string text) =>
        literal.Content.IndexOf('<') >= 0 && !literal.Span.IsEmpty && literal.Span.End < text.Length
        && text.AsSpan(literal.Span.Start, literal.Span.Length).Contains(literal.Content.AsSpan(), StringComparison.Ordinal);

    private static string Insert(string text, SortedDictionary<int, string> insertions)
    {
        var result = new StringBuilder(text.Length + insertions.Count * 2);
        var done = 0;
        foreach (var (position, addition) in insertions)
        {
            result.Append(text, done, position - done).Append(addition);
            done = position;
        }
        return result.Append(text, done, text.Length - done).ToString();
    }

    [GeneratedRegex(@"[\\`*_\[\]<>~|#&!]|(?<=https?|ftp|mailto|tel):(?=\S)|(?<=www)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(\d*)([.)+=-])")]
    private static partial Regex FirstMark();
}
