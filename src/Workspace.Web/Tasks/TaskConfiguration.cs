using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Tasks;

internal sealed class TaskConfiguration :
    IEntityTypeConfiguration<GroupTask>,
    IEntityTypeConfiguration<TaskAssignee>,
    IEntityTypeConfiguration<TaskChange>
{
    public void Configure(EntityTypeBuilder<GroupTask> task)
    {
        task.ToTable("Tasks", table => table.HasCheckConstraint("CK_Tasks_OneSource", """
            ("AgendaItemId" IS NULL OR ("PlanItemId" IS NULL AND "CommentId" IS NULL)) AND ("PlanItemId" IS NULL OR "CommentId" IS NULL)
            """));
        task.Ignore(t => t.Topics).Ignore(t => t.Due).Ignore(t => t.Origin).Ignore(t => t.IsOpen);
        task.Property(t => t.Text).HasMaxLength(GroupTask.TextLength);
        task.HasOne<Group>().WithMany().HasForeignKey(t => t.GroupId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<AgendaItem>().WithMany().HasForeignKey(t => t.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<Meeting>().WithMany().HasForeignKey(t => t.MeetingId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<PlanItem>().WithMany().HasForeignKey(t => t.PlanItemId).OnDelete(DeleteBehavior.Restrict);
        // A draft that was sent once and taken back may be thrown away; the task stays.
        task.HasOne<RoundComment>().WithMany().HasForeignKey(t => t.CommentId).OnDelete(DeleteBehavior.SetNull);
        task.HasOne<Person>().WithMany().HasForeignKey(t => t.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        task.HasMany(t => t.Assignees).WithOne().HasForeignKey(a => a.TaskId);
        task.HasMany(t => t.Changes).WithOne().HasForeignKey(c => c.TaskId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskAssignee> assignee)
    {
        assignee.ToTable("TaskAssignees").Ignore(a => a.Reference);
        assignee.Property(a => a.Name).HasMaxLength(TaskAssignee.NameLength);
        assignee.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        assignee.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        assignee.HasIndex(a => new { a.TaskId, a.PersonId }).IsUnique();
        assignee.HasIndex(a => new { a.TaskId, a.OrganisationId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TaskChange> change)
    {
        change.ToTable("TaskChanges").Ignore(c => c.Before);
        change.Property(c => c.Note).HasMaxLength(TaskChange.NoteLength);
        change.Property(c => c.BeforeText).HasMaxLength(GroupTask.TextLength);
        change.HasOne<Person>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
    }
}
