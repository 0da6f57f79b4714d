using Workspace.Web.Exports;

namespace Workspace.Web.Votes.Minuted;

/// <summary>Writes a vote as a quotation in Markdown, from which every format of the minutes is made.</summary>
public static class VoteMarkdown
{
    public static string Write(VoteAccount account)
    {
        List<string> paragraphs = [$"**{MarkdownSource.Escape(account.Line)}**", .. Lines(account.Question)];
        var wording = Lines(account.Wording).ToList();
        if (account.WordingLabel is { } label)
            paragraphs.AddRange(wording.Count == 1 ? [$"**{MarkdownSource.Escape(label)}:** {MarkdownSource.Escape(account.Wording)}"] : [$"**{MarkdownSource.Escape(label)}:**", .. wording]);
        if (account.Remarks.Count > 0)
            paragraphs.Add(MarkdownSource.EscapeFirst(string.Join(' ', account.Remarks)));
        paragraphs.AddRange(account.ByName.Where(b => b.Names.Count > 0)
            .Select(b => $"{MarkdownSource.EscapeFirst(b.Choice)}: {MarkdownSource.Escape(string.Join(", ", b.Names))}"));
        return string.Join("\n>\n", paragraphs.Select(p => "> " + p));
    }

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MarkdownSource.EscapeFirst);
}
