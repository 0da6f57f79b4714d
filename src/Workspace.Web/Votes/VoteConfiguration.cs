using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workspace.Web.Groups;
using Workspace.Web.Meetings;
using Workspace.Web.People;

namespace Workspace.Web.Votes;

internal sealed class VoteConfiguration :
    IEntityTypeConfiguration<Vote>,
    IEntityTypeConfiguration<VoteOption>,
    IEntityTypeConfiguration<Ballot>,
    IEntityTypeConfiguration<AdvisoryBallot>,
    IEntityTypeConfiguration<Recusal>,
    IEntityTypeConfiguration<VotePresence>,
    IEntityTypeConfiguration<VoteParticipation>,
    IEntityTypeConfiguration<SecretBallot>,
    IEntityTypeConfiguration<VoteCorrection>,
    IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Vote> vote)
    {
        vote.Ignore(v => v.Topics).Ignore(v => v.Rule).Ignore(v => v.Tally).Ignore(v => v.Result).Ignore(v => v.Counts).Ignore(v => v.IsCounted);
        vote.Property(v => v.Question).HasMaxLength(Vote.QuestionLength);
        vote.Property(v => v.Wording).HasMaxLength(Vote.WordingLength);
        vote.Property(v => v.AnnulledReason).HasMaxLength(VoteCorrection.ReasonLength);
        vote.Property(v => v.CountReason).HasMaxLength(VoteCorrection.ReasonLength);
        vote.OwnsOne(v => v.Threshold);
        vote.HasOne<Meeting>().WithMany().HasForeignKey(v => v.MeetingId).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<AgendaItem>().WithMany().HasForeignKey(v => v.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<Vote>().WithMany().HasForeignKey(v => v.RepeatsId).OnDelete(DeleteBehavior.Restrict);
        vote.HasMany(v => v.Options).WithOne().HasForeignKey(o => o.VoteId);
        vote.HasIndex(v => new { v.MeetingId, v.Number }).IsUnique();
        vote.HasIndex(v => v.GroupId);
    }

    public void Configure(EntityTypeBuilder<VoteOption> option)
    {
        option.ToTable("VoteOptions").HasKey(o => new { o.VoteId, o.Number });
        option.Property(o => o.Number).ValueGeneratedNever();
        option.Property(o => o.Label).HasMaxLength(VoteOption.LabelLength);
        option.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.Ignore(b => b.Mark);
        ballot.HasKey(b => new { b.VoteId, b.SeatId });
        ballot.HasOne<Vote>().WithMany().HasForeignKey(b => b.VoteId).OnDelete(DeleteBehavior.Restrict);
        ballot.HasOne<Seat>().WithMany().HasForeignKey(b => b.SeatId).OnDelete(DeleteBehavior.Restrict);
        ballot.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AdvisoryBallot> ballot)
    {
        ballot.HasKey(b => new { b.VoteId, b.PersonId });
        ballot.HasOne<Vote>().WithMany().HasForeignKey(b => b.VoteId).OnDelete(DeleteBehavior.Restrict);
        ballot.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Recusal> recusal)
    {
        recusal.HasKey(r => new { r.VoteId, r.SeatId });
        recusal.HasOne<Vote>().WithMany().HasForeignKey(r => r.VoteId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VotePresence> presence)
    {
        presence.HasKey(p => new { p.VoteId, p.SeatId });
        presence.HasOne<Vote>().WithMany().HasForeignKey(p => p.VoteId).OnDelete(DeleteBehavior.Restrict);
        presence.HasOne<Seat>().WithMany().HasForeignKey(p => p.SeatId).OnDelete(DeleteBehavior.Restrict);
        presence.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    // The two tables of secret votes have no rowid on SQLite: see the migration that makes them.
    public void Configure(EntityTypeBuilder<VoteParticipation> participation)
    {
        participation.HasKey(p => new { p.VoteId, p.SeatId });
        participation.HasOne<Vote>().WithMany().HasForeignKey(p => p.VoteId).OnDelete(DeleteBehavior.Restrict);
        participation.HasOne<Seat>().WithMany().HasForeignKey(p => p.SeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SecretBallot> ballot)
    {
        ballot.HasKey(b => new { b.VoteId, b.Receipt });
        ballot.Property(b => b.Receipt).HasMaxLength(16);
        ballot.HasOne<Vote>().WithMany().HasForeignKey(b => b.VoteId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VoteCorrection> correction)
    {
        correction.Property(c => c.Reason).HasMaxLength(VoteCorrection.ReasonLength);
        correction.HasOne<Vote>().WithMany().HasForeignKey(c => c.VoteId).OnDelete(DeleteBehavior.Restrict);
        correction.HasOne<Person>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Resolution> resolution)
    {
        resolution.HasKey(r => r.VoteId);
        resolution.HasOne<Vote>().WithOne().HasForeignKey<Resolution>(r => r.VoteId).OnDelete(DeleteBehavior.Restrict);
        resolution.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Restrict);
        resolution.HasIndex(r => new { r.GroupId, r.Year, r.Number }).IsUnique();
    }
}
