using Workspace.Web.Exports;

namespace Workspace.Web.Tasks.Minuted;

/// <summary>Writes a task as a quotation in Markdown, from which every format of the minutes is made.</summary>
public static class TaskMarkdown
{
    public static string Write(TaskRow row, TaskWording wording) => $"> **{wording.Word}:** {MarkdownSource.Escape(wording.Account(row))}.";
}
