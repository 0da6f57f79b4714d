namespace Workspace.Web.Tasks;

/// <summary>Life of a task (A4): given, underway, and then done, or going on after a review, or cancelled.</summary>
public enum TaskState { Given, Underway, Done, Continues, Cancelled }

public enum TaskDueKind { None, Date, Ongoing, NextMeeting }

/// <summary>Until when (R36).</summary>
/// <param name="Kind">A day, 'průběžně', 'do příštího jednání', or nothing.</param>
/// <param name="On">The last day; only where it is a day.</param>
public readonly record struct TaskDue(TaskDueKind Kind, DateOnly? On = null)
{
    public static TaskDue By(DateOnly day) => new(TaskDueKind.Date, day);
}

/// <summary>Who is to do it: a person or an organisation known here, or somebody by name only.</summary>
public sealed record AssigneeReference(long? PersonId, long? OrganisationId, string Name)
{
    public static AssigneeReference OfPerson(long id) => new(id, null, "");

    public static AssigneeReference OfOrganisation(long id) => new(null, id, "");

    public static AssigneeReference OfName(string name) => new(null, null, name);

    /// <summary>Who is known here is the same whatever they are called.</summary>
    public (long? PersonId, long? OrganisationId, string Name) Identity => (PersonId, OrganisationId, PersonId is null && OrganisationId is null ? Name.Trim() : "");
}

/// <summary>What is entered of a task: what, who, until when.</summary>
public sealed record TaskInput(string Text)
{
    public IReadOnlyList<AssigneeReference> Assignees { get; init; } = [];

    /// <summary>For all members of the group, and then for nobody by name.</summary>
    public bool IsForAll { get; init; }

    public TaskDue Due { get; init; }
}

/// <summary>Where a task comes from: at most one of these.</summary>
public sealed record TaskOrigin(long? AgendaItemId = null, long? PlanItemId = null, long? CommentId = null)
{
    public static readonly TaskOrigin None = new();

    public bool IsNone => this == None;

    public bool IsOne => new[] { AgendaItemId, PlanItemId, CommentId }.Count(id => id is not null) == 1;
}
