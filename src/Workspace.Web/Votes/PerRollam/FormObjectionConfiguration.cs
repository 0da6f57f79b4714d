using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.People;

namespace Workspace.Web.Votes.PerRollam;

internal sealed class FormObjectionConfiguration : IEntityTypeConfiguration<FormObjection>
{
    public void Configure(EntityTypeBuilder<FormObjection> objection)
    {
        objection.HasKey(o => new { o.MeetingId, o.SeatId });
        objection.HasOne<Meeting>().WithMany().HasForeignKey(o => o.MeetingId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Seat>().WithMany().HasForeignKey(o => o.SeatId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
