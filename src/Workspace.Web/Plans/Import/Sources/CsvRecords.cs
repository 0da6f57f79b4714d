using System.Text;

namespace Workspace.Web.Plans.Import.Sources;

internal static class CsvRecords
{
    /// <summary>
    /// The records one after the other. A quote that is never closed, or goes on after its end, is a quotation mark of the text:
    /// offices write <c>"Name" – campaign</c> without doubling anything.
    /// </summary>
    public static IEnumerable<(IReadOnlyList<string> Fields, int Line)> Read(string text, int start, char separator)
    {
        var fields = new List<string>();
        var (at, line, first) = (start, 1, 1);
        while (at < text.Length)
        {
            if (text[at] == '\r' || text[at] == '\n')
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                if (fields.Count == 0)
                    fields.Add("");
                yield return (fields, first);
                fields = [];
                first = ++line;
                continue;
            }
            if (fields.Count > 0)
                at++;
            var field = Quoted(text, at, separator) ?? Bare(text, at, separator);
            fields.Add(field.Text);
            line += field.Text.AsSpan().Count('\n');
            at = field.End;
        }
        if (fields.Count > 0)
            yield return (fields, first);
    }

    private static (string Text, int End) Bare(string text, int at, char separator)
    {
        var length = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        return (text[at..end], end);
    }

    private static (string Text, int End)? Quoted(string text, int at, char separator)
    {
        if (at >= text.Length || text[at] != '"')
            return null;
        var field = new StringBuilder();
        for (var from = at + 1; ;)
        {
            var quote = text.IndexOf('"', from);
            if (quote < 0)
                return null;
            field.Append(text, from, quote - from);
            var next = quote + 1 < text.Length ? text[quote + 1] : separator;
            if (next == separator || next is '\r' or '\n')
                return (field.ToString().ReplaceLineEndings("\n"), quote + 1);
            if (next != '"')
                return null;
            field.Append('"');
            from = quote + 2;
        }
    }
}
