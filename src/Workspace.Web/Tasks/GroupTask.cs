using Workspace.Web.Live;

namespace Workspace.Web.Tasks;

/// <summary>A task that the group gives somebody (K1, R36). Nothing of it is deleted: a mistaken one is cancelled.</summary>
public sealed class GroupTask : IAnnounced
{
    public const int TextLength = 2_000;

    private readonly List<TaskAssignee> assignees = [];
    private readonly List<TaskChange> changes = [];

    private GroupTask()
    {
    }

    /// <param name="groupId">Whose task it is.</param>
    /// <param name="input">Checked, and with assignees as they are called now.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="meetingId">The meeting of its agenda item.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="at">When.</param>
    public GroupTask(long groupId, TaskInput input, TaskOrigin origin, long? meetingId, long by, DateTimeOffset at)
    {
        (GroupId, MeetingId, CreatedBy, CreatedAt, StateAt) = (groupId, meetingId, by, at, at);
        (AgendaItemId, PlanItemId, CommentId) = (origin.AgendaItemId, origin.PlanItemId, origin.CommentId);
        Describe(input);
        changes.Add(new(TaskState.Given, by, at, null));
    }

    public long Id { get; private set; }

    public long GroupId { get; private set; }

    public string Text { get; private set; } = "";

    public bool IsForAll { get; private set; }

    public TaskDueKind DueKind { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public TaskState State { get; private set; }

    public DateTimeOffset StateAt { get; private set; }

    public long? AgendaItemId { get; private set; }

    /// <summary>The meeting of <see cref="AgendaItemId"/>, in whose minutes the task stands.</summary>
    public long? MeetingId { get; private set; }

    public long? PlanItemId { get; private set; }

    public long? CommentId { get; private set; }

    public long CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How often it was described anew; so that a change of its assignees alone is a change of the task.</summary>
    public int Edits { get; private set; }

    /// <summary>In the order entered; none where it is for all members.</summary>
    public IReadOnlyList<TaskAssignee> Assignees => assignees;

    /// <summary>What became of it, oldest first; the first is its giving.</summary>
    public IReadOnlyList<TaskChange> Changes => changes;

    public TaskDue Due => new(DueKind, DueOn);

    public TaskOrigin Origin => new(AgendaItemId, PlanItemId, CommentId);

    public bool IsOpen => TaskSteps.IsOpen(State);

    public IEnumerable<LiveTopic> Topics =>
        [LiveTopic.Task(Id), LiveTopic.Tasks(GroupId), .. MeetingId is { } meeting ? new[] { LiveTopic.MeetingTasks(meeting) } : []];

    /// <summary>Once its last day has ended, while there is something left to do.</summary>
    /// <param name="today">In the group's time zone.</param>
    public bool IsOverdue(DateOnly today) => IsOpen && DueKind == TaskDueKind.Date && DueOn < today;

    public bool IsLike(TaskInput input) => (Text, IsForAll, Due) == (input.Text.Trim(), input.IsForAll, input.Due)
        && assignees.OrderBy(a => a.Position).Select(a => a.Reference.Identity).SequenceEqual(input.Assignees.Select(a => a.Identity));

    /// <summary>Describes it anew; how it was before stays in its history. Its assignees are loaded.</summary>
    public void Edit(TaskInput input, long by, DateTimeOffset at)
    {
        var before = string.Join("\n", assignees.OrderBy(a => a.Position).Select(a => a.Name));
        changes.Add(new(State, by, at, null, new(Text, IsForAll, before, Due)));
        Describe(input);
        Edits++;
    }

    public void Move(TaskState to, long by, DateTimeOffset at, string? note)
    {
        (State, StateAt) = (to, at);
        changes.Add(new(to, by, at, note));
    }

    private void Describe(TaskInput input)
    {
        (Text, IsForAll, DueKind, DueOn) = (input.Text.Trim(), input.IsForAll, input.Due.Kind, input.Due.On);
        assignees.Clear();
        assignees.AddRange(input.Assignees.Select((reference, at) => new TaskAssignee(at, reference)));
    }
}
