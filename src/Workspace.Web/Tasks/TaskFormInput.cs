namespace Workspace.Web.Tasks;

/// <summary>The fields of a task while they are being entered. A last day is asked for, until something else is chosen (R36).</summary>
public sealed class TaskFormInput
{
    public string Text { get; set; } = "";

    /// <summary>With the names that are shown.</summary>
    public List<AssigneeReference> Assignees { get; } = [];

    public bool IsForAll { get; set; }

    public TaskDueKind DueKind { get; set; } = TaskDueKind.Date;

    public DateOnly? DueOn { get; set; }

    public TaskInput Entered => new(Text) { Assignees = [.. Assignees], IsForAll = IsForAll, Due = new(DueKind, DueKind == TaskDueKind.Date ? DueOn : null) };

    public static TaskFormInput Of(TaskRow row)
    {
        var input = new TaskFormInput { Text = row.Task.Text, IsForAll = row.Task.IsForAll, DueKind = row.Task.DueKind, DueOn = row.Task.DueOn };
        input.Assignees.AddRange(row.Task.Assignees.Zip(row.Assignees, (assignee, name) => assignee.Reference with { Name = name }));
        return input;
    }

    public void Assign(AssigneeReference assignee)
    {
        if (Assignees.TrueForAll(a => a.Identity != assignee.Identity))
            Assignees.Add(assignee);
    }
}
