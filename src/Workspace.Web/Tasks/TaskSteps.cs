namespace Workspace.Web.Tasks;

/// <summary>What may follow on what in the life of a task.</summary>
public static class TaskSteps
{
    /// <summary>For who gives tasks; what was ended by mistake can be taken up again.</summary>
    public static IReadOnlyList<TaskState> From(TaskState state) => state switch
    {
        TaskState.Given => [TaskState.Underway, TaskState.Done, TaskState.Continues, TaskState.Cancelled],
        TaskState.Underway => [TaskState.Done, TaskState.Continues, TaskState.Cancelled],
        TaskState.Continues => [TaskState.Underway, TaskState.Done, TaskState.Cancelled],
        TaskState.Done => [TaskState.Underway],
        _ => [TaskState.Given],
    };

    /// <summary>For who is to do the task.</summary>
    public static IReadOnlyList<TaskState> OfAssignee(TaskState state) => IsOpen(state) ? [.. From(state).Where(to => to is TaskState.Underway or TaskState.Done)] : [];

    public static bool IsOpen(TaskState state) => state is TaskState.Given or TaskState.Underway or TaskState.Continues;
}
