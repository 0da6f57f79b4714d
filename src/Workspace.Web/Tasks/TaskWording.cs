using Microsoft.Extensions.Localization;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Tasks;

/// <summary>Tells of tasks in the current language.</summary>
public sealed class TaskWording(IStringLocalizer<TaskStrings> strings)
{
    private const int MostOfTitle = 90;

    public string Word => strings["Task"];

    /// <summary>'do 31. 7. 2026', 'průběžně'; empty where there is none.</summary>
    public string Due(TaskDue due) => due switch
    {
        { Kind: TaskDueKind.Date, On: { } day } => strings["Due_On", day.Shown()],
        { Kind: TaskDueKind.Ongoing } => strings["Due_Ongoing"],
        { Kind: TaskDueKind.NextMeeting } => strings["Due_NextMeeting"],
        _ => "",
    };

    /// <summary>Who is responsible: 'všichni členové', or the names.</summary>
    public string Responsible(TaskRow row) => Responsible(row.Task.IsForAll, row.Assignees);

    public string Responsible(bool isForAll, IEnumerable<string> names) => isForAll ? strings["AllMembers"].Value : string.Join(", ", names);

    public string State(TaskState state) => strings[$"State_{state}"];

    /// <summary>With the day on which it came to that.</summary>
    public string StateSince(TaskRow row) => row.Task.State == TaskState.Given ? State(row.Task.State) : strings["StateSince", State(row.Task.State), row.Task.StateAt.DayIn(row.TimeZone).Shown()];

    public string Source(TaskSource source) => strings[$"Source_{source.Kind}", source.Title, source.Within];

    /// <summary>What the minutes say of it behind the word 'Úkol': a sentence without its full stop.</summary>
    public string Account(TaskRow row)
    {
        var text = OneLine(row.Task.Text).TrimEnd('.', ';');
        return Due(row.Task.Due) is { Length: > 0 } due
            ? strings["Account", text, Responsible(row), due, StateSince(row)]
            : strings["AccountWithoutDue", text, Responsible(row), StateSince(row)];
    }

    /// <summary>How a task was described before.</summary>
    public string Account(TaskBefore before) => strings[
        "AccountBefore", before.Text, Responsible(before.IsForAll, before.Assignees.Split('\n')), Due(before.Due) is { Length: > 0 } due ? due : strings["NoDue"].Value];

    /// <summary>'Úkol: ...', all on one line.</summary>
    public string Line(TaskRow row) => $"{Word}: {Account(row)}";

    /// <summary>Its first words without a full stop, for headings and lists.</summary>
    public static string Title(string text) => Excerpt.Of(OneLine(text).TrimEnd('.'), MostOfTitle);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
