using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Attendance.Presence;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.People;

namespace Workspace.Web.Attendance;

internal sealed class AttendanceConfiguration :
    IEntityTypeConfiguration<RollChange>,
    IEntityTypeConfiguration<AttendanceAnswer>,
    IEntityTypeConfiguration<MeetingPresence>,
    IEntityTypeConfiguration<CheckInSecret>
{
    public const string PresenceTable = "MeetingPresence";

    public void Configure(EntityTypeBuilder<RollChange> change)
    {
        change.Ignore(c => c.Topics);
        change.Property(c => c.Guest).HasMaxLength(402);
        change.HasOne<Meeting>().WithMany().HasForeignKey(c => c.MeetingId);
        change.HasOne<Seat>().WithMany().HasForeignKey(c => c.SeatId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<Person>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<AgendaItem>().WithMany().HasForeignKey(c => c.AgendaItemId).OnDelete(DeleteBehavior.SetNull);
        change.HasOne<RollChange>().WithMany().HasForeignKey(c => c.CorrectsId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AttendanceAnswer> answer)
    {
        answer.Ignore(a => a.Topics);
        answer.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId);
        answer.HasOne<Seat>().WithMany().HasForeignKey(a => a.SeatId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.AlternateId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.MeetingId, a.SeatId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MeetingPresence> presence)
    {
        presence.ToTable(PresenceTable);
        presence.HasKey(p => new { p.MeetingId, p.PersonId });
        presence.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId);
        presence.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<CheckInSecret> secret)
    {
        secret.HasKey(s => s.MeetingId);
        secret.Property(s => s.MeetingId).ValueGeneratedNever();
        secret.HasOne<Meeting>().WithOne().HasForeignKey<CheckInSecret>(s => s.MeetingId);
    }
}
