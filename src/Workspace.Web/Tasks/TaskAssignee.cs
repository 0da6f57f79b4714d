namespace Workspace.Web.Tasks;

/// <summary>One of those who are to do a task.</summary>
public sealed class TaskAssignee
{
    public const int NameLength = 300;

    private TaskAssignee()
    {
    }

    public TaskAssignee(int position, AssigneeReference reference)
    {
        (Position, PersonId, OrganisationId, Name) = (position, reference.PersonId, reference.OrganisationId, reference.Name);
    }

    public long Id { get; private set; }

    public long TaskId { get; private set; }

    public int Position { get; private set; }

    public long? PersonId { get; private set; }

    public long? OrganisationId { get; private set; }

    /// <summary>As they were called when it was given; who is known here is shown as they are called now.</summary>
    public string Name { get; private set; } = "";

    public AssigneeReference Reference => new(PersonId, OrganisationId, Name);
}
