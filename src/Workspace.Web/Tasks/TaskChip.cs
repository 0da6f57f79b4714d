namespace Workspace.Web.Tasks;

/// <summary>How the mark of a state looks; the word stands in it.</summary>
internal static class TaskChip
{
    public static string Of(TaskState state) => state switch
    {
        TaskState.Done => "ok",
        TaskState.Cancelled => "off",
        _ => "plain",
    };
}
