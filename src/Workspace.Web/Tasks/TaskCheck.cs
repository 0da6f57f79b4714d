using Workspace.Web.Data;
using Workspace.Web.Meetings;

namespace Workspace.Web.Tasks;

/// <summary>What is refused about what is entered of a task, before anything is saved.</summary>
public static class TaskCheck
{
    public const int MostAssignees = 30;

    private static readonly DateOnly FirstDay = new(2000, 1, 1), LastDay = new(2199, 12, 31);

    public static Refusal? Of(TaskInput input) => string.IsNullOrWhiteSpace(input.Text) ? new("TaskTextMissing")
        : input.Text.Trim().Length > GroupTask.TextLength ? new("TaskTextTooLong", GroupTask.TextLength)
        : !PlainText.IsStorable(input.Text) || !input.Assignees.All(a => PlainText.IsStorable(a.Name)) ? new("TextNotStorable")
        : !input.IsForAll && input.Assignees.Count == 0 ? new("TaskAssigneeMissing")
        : input.Assignees.Count > MostAssignees ? new("TaskTooManyAssignees", MostAssignees)
        : input.Assignees.Any(a => a is { PersonId: not null, OrganisationId: not null }) ? new("TaskAssigneeUnknown")
        : input.Assignees.Any(a => a is { PersonId: null, OrganisationId: null } && a.Name.Trim().Length is 0 or > TaskAssignee.NameLength) ? new("TaskNameInvalid", TaskAssignee.NameLength)
        : Of(input.Due);

    public static Refusal? OfNote(TaskState to, string? note) => to == TaskState.Cancelled && string.IsNullOrWhiteSpace(note) ? new("TaskReasonMissing")
        : note?.Trim().Length > TaskChange.NoteLength ? new("TaskNoteTooLong", TaskChange.NoteLength)
        : !PlainText.IsStorable(note) ? new("TextNotStorable")
        : null;

    private static Refusal? Of(TaskDue due) => !Enum.IsDefined(due.Kind) ? new("TaskDueInvalid")
        : due.Kind != TaskDueKind.Date ? (due.On is null ? null : new("TaskDueInvalid"))
        : due.On is not { } day ? new("TaskDueMissing")
        : day < FirstDay || day > LastDay ? new("TaskDueInvalid")
        : null;
}
