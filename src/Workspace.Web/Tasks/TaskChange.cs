namespace Workspace.Web.Tasks;

/// <summary>What a task said before it was described anew.</summary>
/// <param name="Text">What.</param>
/// <param name="IsForAll">Whether it was for all members.</param>
/// <param name="Assignees">Names, one a line.</param>
/// <param name="Due">Until when.</param>
public sealed record TaskBefore(string Text, bool IsForAll, string Assignees, TaskDue Due);

/// <summary>A step in the life of a task: another state, or another description. Rows are only added.</summary>
public sealed class TaskChange
{
    public const int NoteLength = 1_000;

    private TaskChange()
    {
    }

    public TaskChange(TaskState state, long by, DateTimeOffset at, string? note, TaskBefore? before = null)
    {
        (State, By, At, Note) = (state, by, at, note);
        if (before is not null)
            (BeforeText, BeforeIsForAll, BeforeAssignees, BeforeDueKind, BeforeDueOn) = (before.Text, before.IsForAll, before.Assignees, before.Due.Kind, before.Due.On);
    }

    public long Id { get; private set; }

    public long TaskId { get; private set; }

    /// <summary>Of the task from then on.</summary>
    public TaskState State { get; private set; }

    public long By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Null where the state changed, and not the description; so are the others.</summary>
    public string? BeforeText { get; private set; }

    public bool? BeforeIsForAll { get; private set; }

    public string? BeforeAssignees { get; private set; }

    public TaskDueKind? BeforeDueKind { get; private set; }

    public DateOnly? BeforeDueOn { get; private set; }

    public TaskBefore? Before => BeforeText is null ? null : new(BeforeText, BeforeIsForAll == true, BeforeAssignees ?? "", new(BeforeDueKind ?? TaskDueKind.None, BeforeDueOn));
}
