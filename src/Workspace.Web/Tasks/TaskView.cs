using Workspace.Web.Groups;

namespace Workspace.Web.Tasks;

/// <summary>A step of a task's history.</summary>
public sealed record TaskStep(TaskChange Change, string By);

/// <summary>One task as a person sees it.</summary>
/// <param name="Row">The task.</param>
/// <param name="GivenBy">By name.</param>
/// <param name="History">Oldest first; the first is its giving.</param>
/// <param name="CanEdit">Whether the reader may describe it anew: who gives tasks there, while it is open.</param>
/// <param name="Steps">What the reader may make of it now.</param>
/// <param name="IsMine">Whether the reader is one of those who are to do it.</param>
public sealed record TaskView(TaskRow Row, string GivenBy, IReadOnlyList<TaskStep> History, bool CanEdit, IReadOnlyList<TaskState> Steps, bool IsMine);

public enum TaskFilter { Open, Overdue, Mine, Done, All }

/// <param name="Filter">Which ones; mine are the open ones among them.</param>
/// <param name="Text">Found in text, assignees and source without regard to case and diacritics, each word by itself.</param>
/// <param name="Page">From 1; one behind the last shows the last.</param>
public sealed record TaskQuery(TaskFilter Filter = TaskFilter.Open, string? Text = null, int Page = 1);

/// <summary>A page of a group's tasks: open ones first, by their last day.</summary>
/// <param name="Group">Whose they are.</param>
/// <param name="Rows">At most <see cref="TaskListService.PageSize"/>.</param>
/// <param name="Found">How many there are on all pages.</param>
/// <param name="Page">Which one it is.</param>
/// <param name="All">How many tasks the group has.</param>
/// <param name="Overdue">How many of all are overdue.</param>
/// <param name="CanGive">Whether the reader may give one.</param>
public sealed record TaskList(GroupName Group, IReadOnlyList<TaskRow> Rows, int Found, int Page, int All, int Overdue, bool CanGive)
{
    public int PageCount => Math.Max(1, (Found + TaskListService.PageSize - 1) / TaskListService.PageSize);
}

/// <summary>What is known before a task is given.</summary>
/// <param name="Group">Whose it will be.</param>
/// <param name="Source">What it comes from.</param>
/// <param name="Excerpt">Of the comment, in plain text; empty for other sources.</param>
/// <param name="Suggested">Owners of the plan item.</param>
/// <param name="Candidates">To whom it can be given.</param>
public sealed record TaskDraft(GroupName Group, TaskSource? Source, string Excerpt, IReadOnlyList<AssigneeReference> Suggested, IReadOnlyList<TaskCandidate> Candidates);

/// <summary>The tasks of one source, and whether the reader may give one there.</summary>
public sealed record TasksOfSource(IReadOnlyList<TaskRow> Rows, bool CanGive);
