using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.People;

namespace Workspace.Web.Votes;

internal sealed class VoteConfiguration : IEntityTypeConfiguration<Vote>, IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Vote> vote)
    {
        vote.Ignore(v => v.Topics).Ignore(v => v.Rule).Ignore(v => v.Tally);
        vote.Property(v => v.Question).HasMaxLength(Vote.QuestionLength);
        vote.OwnsOne(v => v.Threshold);
        vote.HasOne<Meeting>().WithMany().HasForeignKey(v => v.MeetingId).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<AgendaItem>().WithMany().HasForeignKey(v => v.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
        vote.HasIndex(v => new { v.MeetingId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.HasKey(b => new { b.VoteId, b.SeatId });
        ballot.HasOne<Vote>().WithMany().HasForeignKey(b => b.VoteId).OnDelete(DeleteBehavior.Restrict);
        ballot.HasOne<Seat>().WithMany().HasForeignKey(b => b.SeatId).OnDelete(DeleteBehavior.Restrict);
        ballot.HasOne<Person>().WithMany().HasForeignKey(b => b.CastBy).OnDelete(DeleteBehavior.Restrict);
    }
}
