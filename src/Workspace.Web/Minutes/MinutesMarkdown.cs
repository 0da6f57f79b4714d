using System.Text;
using Microsoft.Extensions.Localization;
using Workspace.Web.Exports;

namespace Workspace.Web.Minutes;

/// <summary>Writes minutes as Markdown: the items' texts as they were typed, everything else around them.</summary>
public sealed class MinutesMarkdown(IStringLocalizer<MinutesStrings> strings)
{
    public string Write(MinutesDocument minutes)
    {
        var words = new MinutesWording(minutes, strings);
        var text = new StringBuilder();
        if (MinutesWording.Line(minutes.HeaderLine).Length > 0) text.Append(MarkdownSource.EscapeFirst(minutes.HeaderLine)).Append("\n\n");
        text.Append($"# {MarkdownSource.Escape(words.Title)}\n\n");
        text.AppendJoin("\\\n", words.Subtitle.Select(MarkdownSource.EscapeFirst)).Append("\n\n");
        if (words.Draft is { } draft) text.Append($"*{MarkdownSource.Escape(draft)}*\n\n");
        foreach (var fact in words.Facts) WriteFact(text, fact);
        if (minutes.Items.Count > 0) text.Append($"\n## {MarkdownSource.Escape(words.Proceedings)}\n");
        if (words.AgendaChanges is { } changes) text.Append($"\n{MarkdownSource.EscapeFirst(changes)}\n");
        foreach (var item in minutes.Items) WriteItem(text, words, item);
        text.Append($"\n## {MarkdownSource.Escape(words.NextMeetingLabel)}\n\n{MarkdownSource.EscapeFirst(words.NextMeeting)}\n");
        if (words.Written is { } written) text.Append($"\n{MarkdownSource.EscapeFirst(written)}\n");
        foreach (var signature in minutes.Signatures) WriteSignature(text, words, signature);
        if (MinutesWording.Line(minutes.Publicity).Length > 0) text.Append($"\n---\n\n{MarkdownSource.EscapeFirst(minutes.Publicity)}\n");
        return text.ToString();
    }

    private static void WriteFact(StringBuilder text, MinutesFact fact)
    {
        text.Append($"- **{MarkdownSource.Escape(fact.Label)}:**");
        if (fact.Values is [var only]) text.Append($" {MarkdownSource.Escape(only)}\n");
        else text.Append('\n').AppendJoin("", fact.Values.Select(value => $"  - {MarkdownSource.EscapeFirst(value)}\n"));
    }

    private static void WriteItem(StringBuilder text, MinutesWording words, MinutesItem item)
    {
        var level = MinutesWording.ItemLevel(item) + 2;
        var heading = $"{MinutesWording.ItemNumber(item)} {MinutesWording.Line(item.Title)}";
        text.Append($"\n{new string('#', level)} {MarkdownSource.Escape(heading)}\n");
        if (words.ItemNote(item) is { } note) text.Append($"\n*{MarkdownSource.Escape(note)}*\n");
        if (MarkdownSource.Fit(item.Markdown, level) is { Length: > 0 } content) text.Append($"\n{content}\n");
    }

    private static void WriteSignature(StringBuilder text, MinutesWording words, MinutesSignature signature)
    {
        var function = MinutesWording.Line(signature.Function);
        var person = words.Signatory(signature) + (function.Length > 0 ? ", " + function : "");
        text.Append($"\n**{MarkdownSource.Escape(signature.Role)}:** {MarkdownSource.Escape(person)}\n");
    }
}
