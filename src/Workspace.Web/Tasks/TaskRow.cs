namespace Workspace.Web.Tasks;

public enum TaskSourceKind { AgendaItem, PlanItem, Comment }

/// <summary>What a task comes from, for a link to it.</summary>
/// <param name="Kind">An agenda item, an item of a plan, or a comment of a round.</param>
/// <param name="Address">Where it is shown; null where it is not there any more.</param>
/// <param name="Title">The item's title or citation, or who made the comment.</param>
/// <param name="Within">The meeting's number, the plan's name, or the round's title.</param>
public sealed record TaskSource(TaskSourceKind Kind, string? Address, string Title, string Within);

/// <summary>A task as it is shown, with everything that it refers to.</summary>
/// <param name="Task">Read only.</param>
/// <param name="Assignees">As they are called now.</param>
/// <param name="Group">Short name.</param>
/// <param name="TimeZone">Of the group.</param>
/// <param name="Source">Null where there is none that may be shown.</param>
/// <param name="IsOverdue">On the day of reading.</param>
public sealed record TaskRow(GroupTask Task, IReadOnlyList<string> Assignees, string Group, string TimeZone, TaskSource? Source, bool IsOverdue)
{
    public long Id => Task.Id;
}
