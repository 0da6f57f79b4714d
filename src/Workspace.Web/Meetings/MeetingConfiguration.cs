using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Attendance;
using Workspace.Web.Groups;
using Workspace.Web.People;

namespace Workspace.Web.Meetings;

internal sealed class MeetingConfiguration :
    IEntityTypeConfiguration<Meeting>,
    IEntityTypeConfiguration<AgendaItem>,
    IEntityTypeConfiguration<AgendaAttachment>,
    IEntityTypeConfiguration<MeetingEvent>,
    IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.Ignore(m => m.Topics).Ignore(m => m.IsOpen);
        meeting.Property(m => m.Title).HasMaxLength(300);
        meeting.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<RulesOfProcedure>().WithMany().HasForeignKey(m => m.RulesId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasIndex(m => new { m.GroupId, m.Year, m.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.Ignore(i => i.Topics);
        item.Property(i => i.Title).HasMaxLength(500);
        item.HasOne(i => i.Meeting).WithMany().HasForeignKey(i => i.MeetingId);
        item.HasOne(i => i.Parent).WithMany().HasForeignKey(i => i.ParentId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.Text).WithOne().HasForeignKey<AgendaItem>(i => i.TextId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgendaAttachment> attachment)
    {
        attachment.ToTable("Attachments").Ignore(a => a.Topics);
        attachment.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId);
        attachment.HasOne<AgendaItem>().WithMany().HasForeignKey(a => a.AgendaItemId);
    }

    public void Configure(EntityTypeBuilder<MeetingEvent> entry)
    {
        entry.Ignore(e => e.Topics);
        entry.HasOne<Meeting>().WithMany().HasForeignKey(e => e.MeetingId);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RollEntry> entry)
    {
        entry.ToTable("Roll").Ignore(e => e.Topics);
        entry.HasOne<Meeting>().WithMany().HasForeignKey(e => e.MeetingId);
        entry.HasOne<Seat>().WithMany().HasForeignKey(e => e.SeatId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.MeetingId, e.SeatId }).IsUnique();
    }
}
